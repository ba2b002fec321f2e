import { createHash } from "node:crypto";
import type { PersonRecord } from "./person-record.js";

/**
 * A digest of what two files say, whichever comes first: what was decided on a pair holds until it is another. Order within a list says nothing,
 * so it counts for nothing.
 */
export function fingerprintOf(one: PersonRecord, other: PersonRecord): string {
  const sides = [textOf(one), textOf(other)].sort();
  return createHash("sha256").update(JSON.stringify(sides)).digest("base64url");
}

function textOf(record: PersonRecord): string {
  const { names, birthDates, phones, emails, formerPhones, formerEmails } = record;
  const { enterpriseNumbers, municipalities, nationalNumberHashes } = record;
  const written = names.map(({ given, family }) => JSON.stringify([given, family]));
  const lists = [written, birthDates, phones, emails, formerPhones, formerEmails];
  return JSON.stringify(
    [...lists, enterpriseNumbers, municipalities, nationalNumberHashes].map((list) => [...list].sort()),
  );
}
