/**
 * What an erasure left because help still ran: noted then, done when the help has ended (GDPR 17(1)(a)). The note holds the key of a row and
 * nothing of the person; `retain` reads it.
 */
import { statement, type Database, type Queries } from "../database.js";
import { retractEntries } from "./entries.js";
import { carryOut, emptyEnded, keysThat, planErasure, type TablePlan } from "./erasure-plan.js";
import { ErasureCount } from "./erasure-report.js";
import type { Fate, LaterFate } from "./erasure.rules.js";
import { keyOf, type RetainedTable } from "./retained-table.js";

/** What went of one table because its help has ended. */
export interface DueCount {
  readonly erased: number;
  readonly unnamed: number;
}

interface DueRow {
  readonly key: string;
  readonly does: LaterFate;
  readonly person: string | null;
}

/** The most noted rows that are done in one transaction. */
const mostRows = 500;
/** Before every key. */
const firstKey = "00000000-0000-0000-0000-000000000000";

const write = statement(
  `insert into erasure_due (table_name, key, does) select $1, * from unnest($2::uuid[], $3::text[])
   on conflict (table_name, key) do update set does = excluded.does`,
);
const forget = statement("delete from erasure_due where table_name = $1 and key = any($2::uuid[])");

/** Notes what is kept only until it has ended. In the transaction of the erasure. */
export async function noteDue(queries: Queries, plans: readonly TablePlan[]): Promise<void> {
  for (const { table, fates } of plans) {
    // What shares the fate of what it hangs on needs no note: it goes with that.
    const later = [...fates].flatMap(([key, fate]) => (fate.does === "KEEP" && fate.later ? [[key, fate.later]] : []));
    if (later.length > 0 && table.lastDate)
      await queries.query(write, [table.table, later.map(([key]) => key), later.map(([, does]) => does)]);
  }
}

/** Does, or in a trial run counts, what has ended by `today`. By table, of those in which anything went. */
export async function eraseDue(
  database: Database,
  tables: readonly RetainedTable[],
  { today, dryRun }: { readonly today: string; readonly dryRun: boolean },
): Promise<ReadonlyMap<string, DueCount>> {
  const counts = new Map<string, DueCount>();
  for (const table of tables.filter(({ lastDate, keyType }) => lastDate !== undefined && keyType !== "text")) {
    for (let after: string | undefined = firstKey; after !== undefined;) {
      const from: string = after;
      const piece = await database.transaction(async (queries) => {
        const rows = await dueRows(queries, table, today, from);
        const plans = await plansOf(queries, tables, table, rows, today);
        if (!dryRun) await doDue(queries, plans, table, rows);
        return { plans, last: rows.length < mostRows ? undefined : rows.at(-1)?.key };
      });
      for (const plan of piece.plans) add(counts, plan);
      after = piece.last;
    }
    if (!dryRun) await database.query(forgetGone(table), [table.table]);
  }
  return counts;
}

function dueRows(queries: Queries, table: RetainedTable, today: string, after: string): Promise<DueRow[]> {
  const sql = `select d.key, d.does, ${table.person ? `t.${table.person}` : "null::uuid"} as person
      from erasure_due d join ${table.table} t on t.${keyOf(table)} = d.key
     where d.table_name = $1 and d.key > $2 and (${table.lastDate ?? "null"})::date < $3::date order by d.key limit ${mostRows}`;
  return queries.query<DueRow>(statement(sql), [table.table, after, today]);
}

async function plansOf(
  queries: Queries,
  tables: readonly RetainedTable[],
  table: RetainedTable,
  rows: readonly DueRow[],
  today: string,
): Promise<TablePlan[]> {
  const fates = rows.flatMap(({ key, does }): [string, Fate][] => (does === "EMPTY" ? [] : [[key, { does }]]));
  const decided = { table, fates: new Map(fates) };
  return planErasure(queries, tables, { ids: [], ownEnterprises: [], today }, decided);
}

async function doDue(
  queries: Queries,
  plans: readonly TablePlan[],
  table: RetainedTable,
  rows: readonly DueRow[],
): Promise<void> {
  if (rows.length === 0) return;
  for (const plan of plans) await carryOut(queries, plan, new ErasureCount());
  const emptied = rows.flatMap(({ key, does }) => (does === "EMPTY" ? [key] : []));
  await emptyEnded(queries, table, emptied);
  const touched = plans.flatMap(({ fates }) => [...fates.keys()]);
  const ids = [...new Set(rows.flatMap(({ person }) => person ?? []))];
  await retractEntries(queries, { erased: keysThat(plans, "ERASE"), touched, ids });
  await queries.query(forget, [table.table, rows.map(({ key }) => key)]);
}

/** Rows that went by themselves need no note. */
function forgetGone(table: RetainedTable) {
  return statement(
    `delete from erasure_due d where table_name = $1 and not exists (select from ${table.table} t where t.${keyOf(table)} = d.key)`,
  );
}

function add(counts: Map<string, DueCount>, plan: TablePlan): void {
  const { erased, unnamed } = counts.get(plan.table.table) ?? { erased: 0, unnamed: 0 };
  const went = (does: Fate["does"]): number => keysThat([plan], does).length;
  counts.set(plan.table.table, { erased: erased + went("ERASE"), unnamed: unnamed + went("UNNAME") });
}
