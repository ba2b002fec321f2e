/** The swap: in one transaction the register's rows of source KBO go and the staged ones come, so that readers see the old or the new. */
import type { ImportReport } from "@parcours/shared/import/import-report";
import type { ImportSession } from "@parcours/shared/import/import-session";
import type { Progress } from "@parcours/shared/import/progress";
import { publishContacts, type PublishedContacts } from "./contact-feed.js";
import type { ExtractMeta } from "./extract-meta.js";
import { kboTables, type KboTable } from "./kbo-tables.js";
import { noteChanges } from "./note-changes.js";

/** The source of rows that come from KBO Open Data. */
const kboSource = "KBO";

/** What became of the rows of one table. */
export interface ReplacedTable {
  readonly name: string;
  readonly rows: number;
  /** Rows of natural persons that were left out. */
  readonly fenced: number;
  /** Rows whose enterprise or entity is in none of the files; kept. */
  readonly orphans: number;
}

/** What became of an extract. */
export interface ReplacedRegister {
  readonly tables: readonly ReplacedTable[];
  readonly codes: number;
  readonly contacts: PublishedContacts;
  /** Facts of enterprises that say something else than before. */
  readonly changes: number;
}

/** How natural persons are treated. */
export interface FenceOptions {
  readonly withNaturalPersons: boolean;
}

/** Rows with a key that an earlier row has: reported and left out. */
export async function dropDuplicates(session: ImportSession, report: ImportReport): Promise<void> {
  for (const { name, file, key } of kboTables) {
    if (!key) continue;
    const lines = await session.query<{ line: number }>(
      `delete from staging_${name} where ctid in (
         select ctid from (select ctid, row_number() over (partition by ${key.join(", ")} order by line) as place from staging_${name}) numbered
          where place > 1)
       returning line`,
    );
    for (const { line } of lines.sort((a, b) => a.line - b.line))
      report.fault(file, line, "tells again of what an earlier row tells; the first counts");
  }
}

/**
 * Marks natural persons, with their establishments and branches: what hangs on them is left out of every table.
 * @param doubtful numbers of enterprises whose own row is bad: whether they are persons is not known, so they are treated as such
 */
export async function fenceNaturalPersons(
  session: ImportSession,
  { withNaturalPersons }: FenceOptions,
  doubtful: readonly string[],
): Promise<void> {
  await session.query("create temporary table fenced (entity text primary key)");
  if (!withNaturalPersons) {
    await session.query("insert into fenced select number from staging_enterprise where type_code = '1'");
    await session.query(
      `insert into fenced select number from unnest($1::text[]) number
        where not exists (select from staging_enterprise s where s.number = number.number) on conflict do nothing`,
      [doubtful],
    );
    await session.query(
      "insert into fenced select s.number from staging_establishment s join fenced f on f.entity = s.enterprise_number",
    );
    await session.query(
      "insert into fenced select s.id from staging_branch s join fenced f on f.entity = s.enterprise_number on conflict do nothing",
    );
  }
  for (const table of ["fenced", "staging_code", ...kboTables.map(({ name }) => `staging_${name}`)])
    await session.query(`analyze ${table}`);
}

/** Replaces the rows of source KBO by the staged ones, and tells the feed. To be run in one transaction. */
export async function replaceRegister(
  session: ImportSession,
  meta: ExtractMeta,
  progress: Progress,
): Promise<ReplacedRegister> {
  const changes = await whileTelling(progress, "comparing with what it said before", () => noteChanges(session, meta));
  const tables: ReplacedTable[] = [];
  for (const table of kboTables) {
    const replaced = await whileTelling(progress, `replacing ${table.name}`, () => replaceTable(session, table));
    progress.add({ rows: replaced.rows, bytes: replaced.rows + replaced.fenced });
    tables.push(replaced);
  }
  const codes = await replaceCodes(session);
  await session.query(
    `insert into register_extract (source, extract_number, snapshot_date, version, imported_at) values ('${kboSource}', $1, $2, $3, clock_timestamp())
     on conflict (source) do update set extract_number = excluded.extract_number, snapshot_date = excluded.snapshot_date,
       version = excluded.version, imported_at = excluded.imported_at`,
    [meta.extractNumber, meta.snapshotDate, meta.version],
  );
  return { tables, codes, changes, contacts: await publishContacts(session, kboSource) };
}

async function replaceTable(session: ImportSession, table: KboTable): Promise<ReplacedTable> {
  await session.query(`delete from ${table.name} where source = '${kboSource}'`);
  await session.query(table.name === "denomination" ? insertNames(table) : insertRows(table));
  // What follows joins these tables: with the statistics of before the import it would do so row by row.
  await session.query(`analyze ${table.name}`);
  return countTable(session, table);
}

/** Goes on telling while one statement takes its time. */
async function whileTelling<Result>(progress: Progress, doing: string, work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => progress.tell(doing), 500);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/** The number of the entity that a row of any table is about. */
const ownColumn = (table: KboTable): string => (table.name === "branch" ? "id" : (table.columns[0] ?? ""));

function insertRows(table: KboTable): string {
  const columns = table.columns.join(", ");
  return `insert into ${table.name} (${columns}, source) select ${columns}, '${kboSource}' from staging_${table.name} s ${unfenced(table)} on conflict do nothing`;
}

/** A name also says whose it is in the end, so that a search for an establishment's name finds its enterprise. */
function insertNames(table: KboTable): string {
  const columns = table.columns.map((column) => `s.${column}`).join(", ");
  return `insert into denomination (${table.columns.join(", ")}, enterprise_number, source)
    select ${columns}, case when s.entity_number < '2' then s.entity_number else coalesce(e.enterprise_number, b.enterprise_number) end, '${kboSource}'
      from staging_denomination s
      left join establishment e on e.number = s.entity_number
      left join branch b on b.id = s.entity_number ${unfenced(table)} on conflict do nothing`;
}

function unfenced(table: KboTable): string {
  return `where not exists (select from fenced f where f.entity = s.${ownColumn(table)})`;
}

async function countTable(session: ImportSession, table: KboTable): Promise<ReplacedTable> {
  const { name, entityColumn } = table;
  const isEntity = name === "enterprise";
  const hangsOnEnterprise = isEntity || name === "establishment" || name === "branch";
  const [counted] = await session.query<{ rows: string; orphans: string }>(
    hangsOnEnterprise
      ? `select count(*) as rows, count(*) filter (where e.number is null) as orphans
           from ${name} t left join enterprise e on e.number = t.${entityColumn} where t.source = '${kboSource}'`
      : `select count(*) as rows, count(*) filter (where e.number is null and u.number is null and b.id is null) as orphans
           from ${name} t left join enterprise e on e.number = t.entity_number
           left join establishment u on u.number = t.entity_number left join branch b on b.id = t.entity_number where t.source = '${kboSource}'`,
  );
  const [left] = await session.query<{ fenced: string }>(
    `select count(*) as fenced from staging_${name} s join fenced f on f.entity = s.${ownColumn(table)}`,
  );
  return { name, rows: Number(counted?.rows), orphans: Number(counted?.orphans), fenced: Number(left?.fenced) };
}

/** One row for each code, made of one row for each language. */
async function replaceCodes(session: ImportSession): Promise<number> {
  await session.query(`delete from register_code where source = '${kboSource}'`);
  const inLanguage = (language: string): string => `max(description) filter (where language = '${language}')`;
  await session.query(
    `insert into register_code (source, category, code, fr, nl, de, en)
     select '${kboSource}', category, code, ${["FR", "NL", "DE", "EN"].map(inLanguage).join(", ")} from staging_code group by category, code`,
  );
  const [counted] = await session.query<{ count: string }>(
    `select count(*) from register_code where source = '${kboSource}'`,
  );
  return Number(counted?.count);
}
