import { statement, type Database } from "@parcours/shared/database";
import type { Pointer } from "@parcours/shared/feed/pointer";
import { sharedReaders } from "@parcours/shared/feed/pointer";
import type { IdentityPolicy, RelationPolicy } from "@parcours/shared/feed/policy";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { demonstrationEnterpriseNumber, idFrom } from "@parcours/shared/ids";
import { pointerTarget } from "../src/directory/directory.target.js";
import { enterpriseContactTarget } from "../src/enterprise-contact/enterprise-contact.target.js";
import { nameWords } from "../src/entrepreneur/name-words.js";

const insertPerson = statement(
  `insert into entrepreneur (id, given_name, family_name, other_names, preferred_language, sex, municipality_nis, known_since, source)
   values ($1, $2, $3, '[]', 'FR', 'UNKNOWN', '21009', now(), 'TEST')`,
);
const insertWord = statement("insert into entrepreneur_word (word, entrepreneur_id, source) values ($1, $2, 'TEST')");
const insertContact = statement(
  `insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, until, source)
   values (gen_random_uuid(), $1, $2, $3, $3, false, '2020-01-01', $4, 'TEST')`,
);
const insertMandate = statement(
  `insert into mandate (id, entrepreneur_id, enterprise_number, role_code, since, until, source)
   values (gen_random_uuid(), $1, $2, 'DIRECTOR', $3, $4, 'TEST')`,
);
const touchCursor = statement(
  `insert into feed_cursor (producer, topic, epoch, position, as_of) values ($1, $3, gen_random_uuid(), 1, now() - $2::interval)
   on conflict (producer, topic) do update set as_of = excluded.as_of`,
);

/** A person with numbers and addresses. Answers the id. */
export async function aPerson(
  database: Database,
  person: { given: string; family: string; phones?: string[]; emails?: string[]; endedPhones?: string[] },
): Promise<string> {
  const id = idFrom("test", person.given, person.family);
  await database.query(insertPerson, [id, person.given, person.family]);
  for (const word of nameWords(person.given, person.family)) await database.query(insertWord, [word, id]);
  for (const phone of person.phones ?? []) await database.query(insertContact, [id, "PHONE", phone, null]);
  for (const phone of person.endedPhones ?? []) await database.query(insertContact, [id, "PHONE", phone, "2021-01-01"]);
  for (const email of person.emails ?? []) await database.query(insertContact, [id, "EMAIL", email, null]);
  return id;
}

/** A mandate, running unless it has an end. */
export async function aMandate(
  database: Database,
  entrepreneurId: string,
  number: string,
  since = "2020-01-01",
  until: string | null = null,
): Promise<void> {
  await database.query(insertMandate, [entrepreneurId, number, since, until]);
}

/** An enterprise as the register's feed tells of it. Answers its number. */
export async function anEnterprise(
  database: Database,
  sequence: number,
  name: string,
  phones: readonly string[] = [],
): Promise<string> {
  const key = demonstrationEnterpriseNumber(sequence);
  const body = { names: { fr: name, nl: null }, municipality: { fr: "Uccle", nl: "Ukkel" }, phones, emails: [] };
  await enterpriseContactTarget.apply(database, [{ position: 1, key, body }], { producer: "registry", generation: 1 });
  return key;
}

/** Pointers as a subgraph's feed tells of them; what is not given is ordinary. */
export async function somePointers(
  database: Database,
  producer: string,
  pointers: readonly (Partial<Pointer> & Pick<Pointer, "entryId" | "holder">)[],
): Promise<void> {
  const rows = pointers.map(({ entryId, ...pointer }, index) => ({
    position: index,
    key: entryId,
    body: {
      type: "CoachingDossier",
      kind: "COACHING_DOSSIER",
      category: "DOSSIER_HEADER",
      agencyCode: "HUB",
      occurredAt: new Date("2024-05-01T10:00:00Z"),
      since: null,
      until: null,
      readers: sharedReaders,
      knownTo: sharedReaders,
      ...pointer,
    },
  }));
  await pointerTarget.apply(database, rows, { producer, generation: 1 });
}

/** Says when the directory last read all of a subgraph's feed. */
export async function readFeedOf(database: Database, producer: string, ago = "1 second"): Promise<void> {
  await database.query(touchCursor, [producer, ago, "POINTER"]);
}

/** Says when the policy was last read from all who tell it. */
export async function readPolicy(database: Database, ago = "0 seconds"): Promise<void> {
  for (const producer of ["front-door", "coaching"]) await database.query(touchCursor, [producer, ago, "POLICY"]);
}

/** The policy as the front door and coaching tell it, read just now; `null` takes an entry back. */
export async function somePolicy(
  database: Database,
  policy: Readonly<Record<string, IdentityPolicy | RelationPolicy | null>>,
): Promise<void> {
  const target = policyTargetFor("front-door", new Map([["front-door", new Set(["1819", "HUB"])]]));
  const rows = Object.entries(policy).map(([key, body], position) => ({ position, key: idFrom("policy", key), body }));
  await target.apply(database, rows, { producer: "front-door", generation: 1 });
  await readPolicy(database);
}
