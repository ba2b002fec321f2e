import type { Agency } from "./agency.entity.js";

/** Whether an agency exists under its name on a day. */
export function existsOn({ validFrom, validTo }: Pick<Agency, "validFrom" | "validTo">, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}

/** The agency that answers today for what a code once opened: the end of its line of successors (R68). */
export function presentAgency(code: string, byCode: ReadonlyMap<string, Pick<Agency, "successorCode">>): string {
  const seen = new Set<string>();
  let present = code;
  // A circle of successors is a fault of the manifests; it must not hang an answer.
  while (!seen.has(present)) {
    seen.add(present);
    present = byCode.get(present)?.successorCode ?? present;
  }
  return present;
}
