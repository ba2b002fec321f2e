/** What two birth dates say. */
import { strongest } from "./part.js";
import { isOneSlipAway } from "./typing-error.js";
import type { Finding } from "./weights.js";

/** What birth dates say; null where one is not known. Days as `YYYY-MM-DD`. */
export function theBirthDatesAgree(one: readonly string[], other: readonly string[]): Finding | null {
  return strongest(one.flatMap((a) => other.map((b) => twoDatesAgree(a, b))));
}

function twoDatesAgree(one: string, other: string): Finding {
  if (one === other) return "SAME_BIRTH_DATE";
  if (`${one.slice(0, 5)}${one.slice(8)}-${one.slice(5, 7)}` === other) return "DAY_AND_MONTH_CHANGED_PLACES";
  return isOneSlipAway(one, other) ? "MISTYPED_BIRTH_DATE" : "OTHER_BIRTH_DATE";
}

/** Years that lie between a parent and a child at the least. */
const generation = 14;

/** Whether two dates are those of two generations: as many years apart as a parent and a child. */
export function areTwoGenerations(one: readonly string[], other: readonly string[]): boolean {
  const pairs = one.flatMap((a) => other.map((b) => [a, b] as const));
  return (
    pairs.length > 0 && pairs.every(([a, b]) => Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) >= generation)
  );
}
