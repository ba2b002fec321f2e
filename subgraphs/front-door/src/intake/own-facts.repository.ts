/** What people change of themselves on a form: their language, and how they are reached (design 7; J29). All other facts are disputed. */
import { statement } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import type { OwnFactChange } from "@parcours/shared/intake/own-fact-change";
import { brusselsDate } from "@parcours/shared/periods";
import { parsePhone } from "@parcours/shared/phone";
import { ContactPointKind } from "../contact-point/contact-point.entity.js";
import { PreferredLanguage } from "../entrepreneur/entrepreneur.entity.js";

const writeLanguage = statement("update entrepreneur set preferred_language = $2 where id = $1 returning id");
/** Whoever has the same number shares it from then on. */
const addContactPoint = statement(
  `with others as (
     update contact_point set shared = true where kind = $3 and value = $4 and entrepreneur_id <> $2 and until is null returning 1)
   insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, source)
   select $1, $2, $3, $4, $5, exists (select from others), $6, 'INTAKE'
    where not exists (select from contact_point where entrepreneur_id = $2 and kind = $3 and value = $4 and until is null)`,
);

/** The most numbers and addresses that one answer adds. */
const mostAtOnce = 5;

interface Reached {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly raw: string;
}

/** The language to use with the person: one that there is; `UNKNOWN` is no answer. */
const changeLanguage: OwnFactChange = async (queries, entrepreneurId, value) => {
  if (value === PreferredLanguage.UNKNOWN || !Object.values<unknown>(PreferredLanguage).includes(value)) return false;
  return (await queries.query(writeLanguage, [entrepreneurId, value])).length > 0;
};

/** `[{ kind: "PHONE", value: "02 226 88 88" }]`: added to those that work; which no longer do, 1819 notes when it hears of it. */
const addContactPoints: OwnFactChange = async (queries, entrepreneurId, value) => {
  const given: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  const reached = given.map(reachedBy);
  if (given.length === 0 || given.length > mostAtOnce || reached.includes(null)) return false;
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
  return true;
};

function reachedBy(given: unknown): Reached | null {
  const { kind, value } = (given ?? {}) as Partial<Record<keyof Reached, unknown>>;
  if (typeof value !== "string" || value.length > 200) return null;
  const raw = value.trim();
  if (kind === ContactPointKind.EMAIL)
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(raw) ? { kind, value: raw.toLowerCase(), raw } : null;
  const phone = kind === ContactPointKind.PHONE ? parsePhone(raw) : null;
  return phone?.kind === "E164" ? { kind: ContactPointKind.PHONE, value: phone.e164, raw } : null;
}

/** By coordinate. */
export const ownFacts: Readonly<Record<string, OwnFactChange>> = {
  "Entrepreneur.preferredLanguage": changeLanguage,
  "Entrepreneur.contactPoints": addContactPoints,
};
