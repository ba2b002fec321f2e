import { statement, type Queries } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import type { Reader } from "@parcours/shared/visibility/reader";
import { officeSource } from "../acts/office.js";
import type { KeptReason } from "../matching/match-reason.type.js";
import type { RegistrationOutcome } from "../matching/outcome.rules.js";
import { writePersonKeys } from "../matching/person-key.repository.js";

/** A file to open. */
export interface NewFile {
  /** Of who signed in and has no file yet; a new one for everybody else. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredLanguage: string;
  readonly birthDate: string | null;
  readonly municipality: string | null;
  readonly postcode: string | null;
  readonly phones: readonly { readonly value: string; readonly raw: string }[];
  readonly emails: readonly { readonly value: string; readonly raw: string }[];
  readonly nationalNumberHash: string | null;
}

const insertFile = statement(
  `insert into entrepreneur (id, given_name, family_name, other_names, preferred_language, birth_date, sex, municipality_nis, postcode, known_since, source)
   values ($1, $2, $3, '[]', $4, $5, 'UNKNOWN', $6, $7, clock_timestamp(), $8)`,
);
const insertContacts = statement(
  `insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, until, source)
   select p.id, $1, p.kind, p.value, p.raw,
          exists (select from contact_point c where c.value = p.value and c.kind = p.kind and c.entrepreneur_id <> $1), $3, null, $4
     from jsonb_to_recordset($2::jsonb) as p(id uuid, kind text, value text, raw text)`,
);
const insertHash = statement(
  "insert into national_number_hash (entrepreneur_id, hash, source) values ($1, $2, $3) on conflict do nothing",
);

/** Opens a file, with all by which it will be found. */
export async function insertNewFile(queries: Queries, file: NewFile, today: string): Promise<void> {
  const { id, givenName, familyName, birthDate, municipality } = file;
  const name = [givenName, familyName, file.preferredLanguage];
  await queries.query(insertFile, [id, ...name, birthDate, municipality, file.postcode, officeSource]);
  const points = [
    ...file.phones.map((phone) => ({ id: newId(), kind: "PHONE", ...phone })),
    ...file.emails.map((email) => ({ id: newId(), kind: "EMAIL", ...email })),
  ];
  await queries.query(insertContacts, [id, JSON.stringify(points), today, officeSource]);
  if (file.nationalNumberHash !== null) await queries.query(insertHash, [id, file.nationalNumberHash, officeSource]);
  const keyed = {
    names: [{ given: givenName, family: familyName }],
    birthDates: birthDate === null ? [] : [birthDate],
    municipalities: municipality === null ? [] : [municipality],
  };
  await writePersonKeys(queries, id, keyed, officeSource);
}

/** What a registration came to and why, as it is kept. */
export interface Registration {
  readonly id: string;
  readonly entrepreneurId: string;
  readonly outcome: RegistrationOutcome;
  readonly score: number | null;
  readonly reasons: readonly KeptReason[];
}

const insert = statement(
  `insert into registration (id, entrepreneur_id, outcome, score, reasons, registered_at, by_agency_code, by_staff_id, by_role_code, source)
   values ($1, $2, $3, $4, $5::jsonb, clock_timestamp(), $6, $7, $8, $9)`,
);
const read = statement(
  `select id, entrepreneur_id as "entrepreneurId", outcome, score, reasons from registration where id = $1`,
);

/** Keeps what a registration came to, and who asked for it. Answers its id. */
export async function insertRegistration(
  queries: Queries,
  { entrepreneurId, outcome, score, reasons }: Omit<Registration, "id">,
  { agency, staffId, role }: Reader,
): Promise<string> {
  const id = newId();
  const by = [agency ?? null, staffId ?? null, role, officeSource];
  await queries.query(insert, [id, entrepreneurId, outcome, score, JSON.stringify(reasons), ...by]);
  return id;
}

/** A registration by id; null where it is gone. */
export async function registrationById(queries: Queries, id: string): Promise<Registration | null> {
  const [row] = await queries.query<Registration>(read, [id]);
  return row ?? null;
}
