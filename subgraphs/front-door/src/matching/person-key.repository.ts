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
const removeKeys = statement("delete from person_key where entrepreneur_id = any($1::uuid[])");
const removeWords = statement("delete from entrepreneur_word where entrepreneur_id = any($1::uuid[])");
const fileColumns = `e.id, jsonb_build_array(jsonb_build_object('given', e.given_name, 'family', e.family_name)) || e.other_names as names,
          e.birth_date as "birthDate", e.municipality_nis as municipality, e.source`;
const readWithoutKeys = statement(
  `select ${fileColumns}
     from entrepreneur e where e.id > $1 and not exists (select from person_key k where k.entrepreneur_id = e.id)
    order by e.id limit 1000`,
);

const readWithKeys = statement(
  `select ${fileColumns}, array(select k.key from person_key k where k.entrepreneur_id = e.id) as keys,
          array(select w.word from entrepreneur_word w where w.entrepreneur_id = e.id) as words
     from entrepreneur e where e.id = any($1::uuid[])`,
);
/** Whoever changes a file locks it first: what is read here is what stands when its keys are written. */
const lockFiles = statement(
  `select ${fileColumns} from entrepreneur e where e.id = any($1::uuid[]) order by e.id for no key update`,
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
  const elsewhere = { phones: [], emails: [], formerPhones: [], formerEmails: [] };
  return nameKeys({ ...file, ...elsewhere, enterpriseNumbers: [], nationalNumberHashes: [] });
}

/**
 * Writes the keys and words by which a file is found, in place of those it had. Call it where names, birth date or home change. A name that is no
 * longer on the file finds nobody: by which former name somebody is still to be found, `otherNames` says.
 */
export async function writePersonKeys(queries: Queries, id: string, file: Keyed, source: string): Promise<void> {
  await remove(queries, [id]);
  await insert(queries, [{ id, file, source }]);
}

/** Writes the keys of files that have none: those written by who knows no keys. Running it again changes nothing. */
export async function writeMissingKeys(queries: Queries): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await queries.query<Unkeyed>(readWithoutKeys, [after]);
    await insert(queries, rows.map(keyedOf));
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Writes the keys and words of those files again that say something else than their keys. In a transaction. Answers how many. */
export async function refreshKeys(queries: Queries, ids: readonly string[]): Promise<number> {
  const rows = await queries.query<Unkeyed & { readonly keys: readonly string[]; readonly words: readonly string[] }>(
    readWithKeys,
    [ids],
  );
  const stale = rows.filter((row) => {
    const { file } = keyedOf(row);
    return !areSame(row.keys, keysOfFile(file)) || !areSame(row.words, wordsOfFile(file));
  });
  if (stale.length === 0) return 0;
  const files = await queries.query<Unkeyed>(lockFiles, [stale.map(({ id }) => id)]);
  await remove(
    queries,
    files.map(({ id }) => id),
  );
  await insert(queries, files.map(keyedOf));
  return files.length;
}

interface KeyedFile {
  readonly id: string;
  readonly file: Keyed;
  readonly source: string;
}

function keyedOf({ id, names, birthDate, municipality, source }: Unkeyed): KeyedFile {
  return { id, file: { names, birthDates: listOf(birthDate), municipalities: listOf(municipality) }, source };
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(one);
  return known.size === other.length && other.every((text) => known.has(text));
}

function wordsOfFile({ names }: Keyed): string[] {
  return nameWords(...names.flatMap(({ given, family }) => [given, family]));
}

async function remove(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.query(removeKeys, [ids]);
  await queries.query(removeWords, [ids]);
}

function listOf(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

async function insert(queries: Queries, files: readonly KeyedFile[]): Promise<void> {
  const rows = (keysOf: (file: Keyed) => readonly string[]): string =>
    JSON.stringify(files.flatMap(({ id, file, source }) => keysOf(file).map((key) => ({ key, id, source }))));
  await queries.query(insertKeys, [rows(keysOfFile)]);
  await queries.query(insertWords, [rows(wordsOfFile)]);
}
