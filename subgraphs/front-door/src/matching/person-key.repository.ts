import { statement, type Queries } from "@parcours/shared/database";
import { nameWords } from "../entrepreneur/name-words.js";
import { nameKeys } from "./keys.js";
import type { PersonRecord, WrittenName } from "./person-record.js";

/** A file without what its keys do not hold. */
type Keyed = Pick<PersonRecord, "names" | "birthDates" | "municipalities">;

const insertKeys = statement(
  `insert into person_key (key, entrepreneur_id, source)
   select k.key, k.id, k.source from jsonb_to_recordset($1::jsonb) as k(key text, id uuid, source text) on conflict do nothing`,
);
const insertWords = statement(
  `insert into entrepreneur_word (word, entrepreneur_id, source)
   select k.key, k.id, k.source from jsonb_to_recordset($1::jsonb) as k(key text, id uuid, source text) on conflict do nothing`,
);
const removeKeys = statement("delete from person_key where entrepreneur_id = $1");
const readWithoutKeys = statement(
  `select e.id, jsonb_build_array(jsonb_build_object('given', e.given_name, 'family', e.family_name)) || e.other_names as names,
          e.birth_date as "birthDate", e.municipality_nis as municipality, e.source
     from entrepreneur e where e.id > $1 and not exists (select from person_key k where k.entrepreneur_id = e.id)
    order by e.id limit 1000`,
);

interface Unkeyed {
  readonly id: string;
  readonly names: readonly WrittenName[];
  readonly birthDate: string | null;
  readonly municipality: string | null;
  readonly source: string;
}

/** The keys of a file, as `person_key` keeps them. */
export function keysOfFile(file: Keyed): string[] {
  return nameKeys({ ...file, phones: [], emails: [], enterpriseNumbers: [], nationalNumberHashes: [] });
}

/** Writes the keys and words by which a file is found, in place of those it had. Call it where names, birth date or home change. */
export async function writePersonKeys(queries: Queries, id: string, file: Keyed, source: string): Promise<void> {
  await queries.query(removeKeys, [id]);
  await insert(queries, [{ id, file, source }]);
}

/** Writes the keys of files that have none: those written by who knows no keys. Running it again changes nothing. */
export async function writeMissingKeys(queries: Queries): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await queries.query<Unkeyed>(readWithoutKeys, [after]);
    await insert(
      queries,
      rows.map(({ id, names, birthDate, municipality, source }) => ({
        id,
        file: { names, birthDates: listOf(birthDate), municipalities: listOf(municipality) },
        source,
      })),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function listOf(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

async function insert(
  queries: Queries,
  files: readonly { readonly id: string; readonly file: Keyed; readonly source: string }[],
): Promise<void> {
  const rows = (keysOf: (file: Keyed) => readonly string[]): string =>
    JSON.stringify(files.flatMap(({ id, file, source }) => keysOf(file).map((key) => ({ key, id, source }))));
  await queries.query(insertKeys, [rows(keysOfFile)]);
  await queries.query(insertWords, [
    rows(({ names }) => nameWords(...names.flatMap(({ given, family }) => [given, family]))),
  ]);
}
