/** How a person is reached: numbers and addresses are added by the person or by 1819 (design 7; J29). */
import { statement, type Queries } from "@parcours/shared/database";
import type { FactChange } from "@parcours/shared/facts/facts-kept";
import { newId } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { parsePhone } from "@parcours/shared/phone";
import { ContactPointKind } from "../contact-point/contact-point.entity.js";

/** Whoever has the same number shares it from then on. */
const addContactPoint = statement(
  `with others as (
     update contact_point set shared = true where kind = $3 and value = $4 and entrepreneur_id <> $2 and until is null returning 1)
   insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, source)
   select $1, $2, $3, $4, $5, exists (select from others), $6, 'INTAKE'
    where not exists (select from contact_point where entrepreneur_id = $2 and kind = $3 and value = $4 and until is null)`,
);

const readWorking = statement(
  `select kind, value from contact_point where entrepreneur_id = $1 and until is null order by since, kind, value limit 100`,
);
/** The most numbers and addresses that one answer adds. */
const mostAtOnce = 5;

interface Reached {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly raw: string;
}

/** `[{ kind: "PHONE", value: "02 226 88 88" }]`: added to those that work; which no longer do, `removeContactPoint` says. */
export const addContactPoints: FactChange = async (queries, entrepreneurId, value) => {
  const given: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  const reached = given.map(reachedBy);
  if (given.length === 0 || given.length > mostAtOnce || reached.includes(null)) return null;
  const former = await workingContactPoints(queries, entrepreneurId);
  for (const one of reached)
    if (one)
      await queries.query(addContactPoint, [
        newId(),
        entrepreneurId,
        one.kind,
        one.value,
        one.raw,
        brusselsDate(new Date()),
      ]);
  return { former, value: await workingContactPoints(queries, entrepreneurId) };
};

/** The numbers and addresses that work, as the history of the fact shows them. */
export async function workingContactPoints(
  queries: Queries,
  entrepreneurId: string,
): Promise<{ readonly kind: string; readonly value: string | null }[]> {
  return queries.query(readWorking, [entrepreneurId]);
}

function reachedBy(given: unknown): Reached | null {
  const { kind, value } = (given ?? {}) as Partial<Record<keyof Reached, unknown>>;
  if (typeof value !== "string" || value.length > 200) return null;
  const raw = value.trim();
  if (kind === ContactPointKind.EMAIL)
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(raw) ? { kind, value: raw.toLowerCase(), raw } : null;
  const phone = kind === ContactPointKind.PHONE ? parsePhone(raw) : null;
  return phone?.kind === "E164" ? { kind: ContactPointKind.PHONE, value: phone.e164, raw } : null;
}
