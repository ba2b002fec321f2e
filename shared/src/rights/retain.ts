/**
 * Applies the periods of `retention.yaml` to one owner's database: what is older than its line allows goes, and the feeds take back what they
 * told of it. Run by the owner's role, in pieces, so that whoever serves waits for none of it. Safe to stop and to repeat.
 */
import { statement, type Database, type Queries, type Statement } from "../database.js";
import { retractGone } from "./entries.js";
import { eraseDue } from "./erasure-due.js";
import { dayOf, keyOf, keysGiven, type RetainedTable } from "./retained-table.js";
import { retentionOf } from "./retention.js";

/** One table, as it went. */
export interface RetainedCount {
  readonly table: string;
  readonly line: string;
  /** Rows that are older than the line allows, or whose person was erased and whose help has ended: gone, or, in a trial run, to go. */
  readonly due: number;
  /** Rows of an enterprise that named a person who was erased until the help had ended. */
  readonly unnamed: number;
  /** Rows that stay. */
  readonly kept: number;
}

/** What to do. */
export interface RetentionOrder {
  /** Today in Brussels, `YYYY-MM-DD`. */
  readonly today: string;
  /** Counts only. */
  readonly dryRun: boolean;
}

/** The most rows that go in one transaction. */
const mostRows = 5000;

/** That somebody was erased, by whom and why, is kept as long as somebody may have to answer for it; it names nobody. */
const erasures: RetainedTable = {
  table: "erasure",
  line: "ERASURES",
  key: "idempotency_key",
  lastDate: dayOf("erased_at"),
};

/** The link from the log to a person goes when nobody has looked for the years of its line; the rows stay (`LOG`). */
const logLink: RetainedTable = {
  table: "log_subject",
  line: "LOG",
  key: "entrepreneur_id",
  // The later of both; who was named and never looked at, nor looked, was named just now.
  lastDate: `coalesce(greatest((select max(l.at) from access_log l where l.subject = t.pseudonym),
      (select max(l.at) from access_log l where l.reader_subject = t.pseudonym))::date, current_date)`,
};

/** The same for an enterprise, which may be a person. */
const enterpriseLink: RetainedTable = {
  table: "log_enterprise",
  line: "LOG",
  key: "enterprise_number",
  keyType: "text",
  lastDate: "coalesce((select max(l.at) from access_log l where l.enterprise = t.pseudonym::text)::date, current_date)",
};

/** Applies the periods to every table, in the order of deletion. Errors: those of the database; what went until then is gone for good. */
export async function retain(
  database: Database,
  tables: readonly RetainedTable[],
  order: RetentionOrder,
): Promise<RetainedCount[]> {
  const ended = await eraseDue(database, tables, order);
  const counts: RetainedCount[] = [];
  for (const table of [...tables, erasures, logLink, enterpriseLink]) {
    const { erased = 0, unnamed = 0 } = ended.get(table.table) ?? {};
    const { due, kept } = await countOf(database, tables, table, order.today);
    const gone = order.dryRun ? due : await removeDue(database, tables, table, order.today);
    counts.push({
      table: table.table,
      line: table.line,
      due: gone + erased,
      unnamed,
      kept: order.dryRun ? kept - erased : kept,
    });
  }
  return counts;
}

async function countOf(
  queries: Queries,
  tables: readonly RetainedTable[],
  table: RetainedTable,
  today: string,
): Promise<{ due: number; kept: number }> {
  const sql = `select count(*) filter (where ${isDue(tables, table)} and not ${isNoted(table)})::int as due, count(*)::int as rows from ${table.table} t`;
  const [row] = await queries.query<{ due: number; rows: number }>(statement(sql), [today]);
  return { due: row?.due ?? 0, kept: (row?.rows ?? 0) - (row?.due ?? 0) };
}

async function removeDue(
  database: Database,
  tables: readonly RetainedTable[],
  table: RetainedTable,
  today: string,
): Promise<number> {
  const select = statement(
    `select distinct t.${keyOf(table)} as key from ${table.table} t where ${isDue(tables, table)} limit ${mostRows}`,
  );
  let gone = 0;
  for (;;) {
    const rows = await database.transaction((queries) => removePiece(queries, table, select, today));
    gone += rows.gone;
    if (rows.found < mostRows) return gone;
  }
}

async function removePiece(
  queries: Queries,
  table: RetainedTable,
  select: Statement,
  today: string,
): Promise<{ found: number; gone: number }> {
  const keys = (await queries.query<{ key: string }>(select, [today])).map(({ key }) => key);
  for (const { table: other, column } of table.namedBy ?? [])
    await queries.query(statement(`update ${other} set ${column} = null where ${column} = any($1::uuid[])`), [keys]);
  const remove = statement(`delete from ${table.table} where ${keyOf(table)} = ${keysGiven(table)} returning 1`);
  const gone = (await queries.query(remove, [keys])).length;
  await retractGone(queries, keys);
  return { found: keys.length, gone };
}

/** SQL that is false and takes today all the same. */
const neverDue = "$1::date is null";

/** SQL: whether the row `t` was left at an erasure until its help ends: counted there. */
function isNoted(table: RetainedTable): string {
  if (!table.lastDate || table.keyType === "text") return "false";
  return `exists (select from erasure_due d where d.table_name = '${table.table}' and d.key = t.${keyOf(table)} and d.does = 'ERASE')`;
}

/** SQL: whether the row `t` is older than its line allows, by its own date or by that of what it hangs on; `$1` is today. */
function isDue(tables: readonly RetainedTable[], table: RetainedTable): string {
  const { lastDate, childOf } = table;
  const own = lastDate ? `(${lastDate}) + interval '${retentionOf(table.line).years} years' < $1::date` : neverDue;
  const parent = childOf && tables.find((candidate) => candidate.table === childOf.table);
  if (!childOf || !parent) return own;
  return `(${own} or t.${childOf.column} in (select t.${keyOf(parent)} from ${parent.table} t where ${isDue(tables, parent)}))`;
}
