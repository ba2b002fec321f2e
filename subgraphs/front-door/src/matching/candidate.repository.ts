import { statement, type Queries } from "@parcours/shared/database";
import { fullNameKeys, mostBehindKey, mostCompared, mostCounted, nameKeys } from "./keys.js";
import { bearersOfKnownWord, type PersonRecord, type RegisterFacts } from "./person-record.js";

/** A known person to compare with. */
export interface Candidate {
  /** The id in use. */
  readonly entrepreneurId: string;
  /** All files of the person, as one. */
  readonly record: PersonRecord;
  /** Whether somebody decided that the candidate is not the one who is sought. */
  readonly isToldApart: boolean;
}

/** Persons to compare with, and what the register knows of the clues. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly facts: RegisterFacts;
}

const behind = (values: string, table: string, condition: string): string =>
  `select found.entrepreneur_id from unnest(${values}::text[]) as asked(value)
    cross join lateral (select t.entrepreneur_id from ${table} t where ${condition} order by t.entrepreneur_id limit ${mostBehindKey}) found`;
const canonical = (column: string): string =>
  `coalesce((select im.canonical_id from identity_merge im where im.former_id = ${column}), ${column})`;
const distinctOf = (column: string, table: string, condition = "true"): string =>
  `array(select distinct t.${column}::text from ${table} t where t.entrepreneur_id = any(p.ids) and ${condition})`;
const contactsOf = (kind: "PHONE" | "EMAIL"): string =>
  distinctOf("value", "contact_point", `t.kind = '${kind}' and t.value is not null and t.until is null`);
/** What has ended and works on none of the files. */
const formerContactsOf = (kind: "PHONE" | "EMAIL"): string =>
  distinctOf(
    "value",
    "contact_point",
    `t.kind = '${kind}' and t.value is not null and t.until is not null
      and not exists (select from contact_point w where w.entrepreneur_id = any(p.ids) and w.kind = t.kind and w.value = t.value and w.until is null)`,
  );
const distinctOfFiles = (column: string): string =>
  `array(select distinct e.${column}::text from entrepreneur e where e.id = any(p.ids) and e.${column} is not null)`;
/** What all files `p.ids` of a person say, as the columns of a `PersonRecord`. */
export const recordOfFiles = `(select coalesce(jsonb_agg(distinct n.name), '[]') from entrepreneur e
             cross join lateral jsonb_array_elements(jsonb_build_array(jsonb_build_object('given', e.given_name, 'family', e.family_name)) || e.other_names) as n(name)
            where e.id = any(p.ids)) as names,
          ${distinctOfFiles("birth_date")} as "birthDates",
          ${distinctOfFiles("municipality_nis")} as municipalities,
          ${contactsOf("PHONE")} as phones,
          ${contactsOf("EMAIL")} as emails,
          ${formerContactsOf("PHONE")} as "formerPhones",
          ${formerContactsOf("EMAIL")} as "formerEmails",
          ${distinctOf("enterprise_number", "mandate")} as "enterpriseNumbers",
          ${distinctOf("hash", "national_number_hash")} as "nationalNumberHashes"`;
const bearersOf = (values: string, table: string, condition: string): string =>
  `select asked.value, count(distinct ${canonical("bearer.entrepreneur_id")}) as bearers from unnest(${values}::text[]) as asked(value)
    cross join lateral (select t.entrepreneur_id from ${table} t where ${condition} and t.entrepreneur_id <> all($6::uuid[]) limit ${mostCounted}) bearer
   group by asked.value`;

/**
 * Everybody to whom a key, a telephone, an address, an enterprise or a hash leads, those first to whom most lead. Each part reads a bounded number
 * of rows of an index, so the statement costs the same among a thousand and among millions.
 */
const search = statement(
  `with hits as (
     ${behind("$1", "person_key", "t.key = asked.value")}
     union all ${behind("$2", "contact_point", "t.value = asked.value and t.kind = 'PHONE'")}
     union all ${behind("$3", "contact_point", "t.value = asked.value and t.kind = 'EMAIL'")}
     union all ${behind("$4", "mandate", "t.enterprise_number = asked.value")}
     union all ${behind("$5", "national_number_hash", "t.hash = asked.value")}
   ), found as (
     select ${canonical("h.entrepreneur_id")} as id from hits h
   ), persons as (
     select f.id, array[f.id] || array(select im.former_id from identity_merge im where im.canonical_id = f.id) as ids
       from (select id from found where id <> all($6::uuid[]) group by id order by count(*) desc, id limit ${mostCompared}) f
   ), words as (
     select distinct w.word from persons p cross join lateral unnest(p.ids) as file(id) join entrepreneur_word w on w.entrepreneur_id = file.id
     union select unnest($7::text[])
   ), keys as (
     select distinct k.key from persons p cross join lateral unnest(p.ids) as file(id)
       join person_key k on k.entrepreneur_id = file.id and k.key >= 'N ' and k.key < 'N!'
     union select unnest($8::text[])
   ), facts as materialized (
     select (select coalesce(jsonb_object_agg(b.value, b.bearers), '{}') from (
               ${bearersOf("$2", "contact_point", "t.value = asked.value and t.kind = 'PHONE' and t.until is null")}
               union all ${bearersOf("$3", "contact_point", "t.value = asked.value and t.kind = 'EMAIL' and t.until is null")}
               union all ${bearersOf("$4", "mandate", "t.enterprise_number = asked.value")}) b) as bearers,
            array(select words.word from words where
               (select count(*) from (select from entrepreneur_word w where w.word = words.word limit ${bearersOfKnownWord}) n) >= ${bearersOfKnownWord}) as known,
            (select coalesce(jsonb_object_agg(substr(keys.key, 3),
               (select count(*) from (select from person_key k where k.key = keys.key limit ${mostCounted}) n)), '{}') from keys) as namesakes
   )
   select p.id as "entrepreneurId",
          ${recordOfFiles},
          exists (select from not_same_person n where n.entrepreneur_id = any(p.ids) and n.other_id = any($6::uuid[]))
            or exists (select from not_same_person n where n.other_id = any(p.ids) and n.entrepreneur_id = any($6::uuid[])) as "isToldApart",
          facts.bearers, facts.known, facts.namesakes
     from persons p cross join facts`,
);

type FoundRow = PersonRecord & {
  readonly entrepreneurId: string;
  readonly isToldApart: boolean;
  readonly bearers: Readonly<Record<string, number>>;
  readonly known: readonly string[];
  readonly namesakes: Readonly<Record<string, number>>;
};

/**
 * The known persons who may be the one with a record.
 * @param words the words of the record's names
 * @param ownIds all ids of the one who is sought, where there is a file already: never a candidate, and not counted
 */
export async function findCandidates(
  queries: Queries,
  record: PersonRecord,
  words: readonly string[],
  ownIds: readonly string[] = [],
): Promise<Candidates> {
  const { phones, emails, enterpriseNumbers, nationalNumberHashes } = record;
  const rows = await queries.query<FoundRow>(search, [
    nameKeys(record),
    [...phones, ...record.formerPhones],
    [...emails, ...record.formerEmails],
    enterpriseNumbers,
    nationalNumberHashes,
    ownIds,
    words,
    [...fullNameKeys(record).values()],
  ]);
  const [first] = rows;
  const facts = {
    bearers: new Map(Object.entries(first?.bearers ?? {})),
    namesakes: new Map(Object.entries(first?.namesakes ?? {})),
    knownWords: new Set(first?.known ?? []),
  };
  const candidates = rows.map(({ entrepreneurId, isToldApart, ...row }) => ({
    entrepreneurId,
    isToldApart,
    record: row,
  }));
  return { candidates, facts };
}

/** Registrations of one person wait for each other: whoever shares a key is served one after another, so that the second finds the first. */
const lock = statement(
  `select pg_advisory_xact_lock(hash) from (
     select distinct hashtextextended(key, 7006) as hash from unnest($1::text[]) as k(key) order by 1) sorted`,
);

/** Waits until no other registration of whoever shares a key is under way, until the end of the transaction. */
export async function lockKeys(queries: Queries, record: PersonRecord): Promise<void> {
  const { phones, emails, nationalNumberHashes } = record;
  await queries.query(lock, [[...nameKeys(record), ...phones, ...emails, ...nationalNumberHashes]]);
}

const readRecord = statement(
  `select ${recordOfFiles}
     from (select $1::uuid[] as ids) p`,
);

/** What is known of a person over all files. */
export async function recordOf(queries: Queries, ids: readonly string[]): Promise<PersonRecord> {
  const [record] = await queries.query<PersonRecord>(readRecord, [ids]);
  if (!record) throw new Error("a record is one row, whatever is known");
  return record;
}
