/**
 * What becomes of every row of a person, table by table, and doing it: at the erasure, and later for what was kept until its help had ended.
 * Children share the fate of what they hang on.
 */
import { statement, type Queries, type Statement } from "../database.js";
import type { ErasureCount } from "./erasure-report.js";
import { fateOf, fateOfChild, type Fate } from "./erasure.rules.js";
import { keyOf, keysGiven, type Assignments, type RetainedTable } from "./retained-table.js";
import { retentionOf } from "./retention.js";

/** Whose rows. */
export interface PersonRows {
  /** All ids of the person. */
  readonly ids: readonly string[];
  /** Numbers of enterprises that are the person: of a sole trader. */
  readonly ownEnterprises: readonly string[];
  /** Today in Brussels, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What is to happen to the rows of one table, by their keys. */
export interface TablePlan {
  readonly table: RetainedTable;
  readonly fates: ReadonlyMap<string, Fate>;
}

/** A row as it was found. */
interface FoundRow {
  readonly key: string;
  readonly parent: string | null;
  readonly lastDate: string | null;
  readonly enterpriseNumber: string | null;
}

/**
 * Plans; parents are looked at before what hangs on them. Answers in the order of deletion.
 * @param decided fates of rows of one table that were decided before; what hangs on them follows
 */
export async function planErasure(
  queries: Queries,
  tables: readonly RetainedTable[],
  person: PersonRows,
  decided?: TablePlan,
): Promise<TablePlan[]> {
  const plans = new Map<string, TablePlan>();
  for (const table of [...tables].reverse()) {
    const parents = table.childOf && plans.get(table.childOf.table)?.fates;
    const rows = await find(queries, table, person, [...(parents?.keys() ?? [])]);
    const terms = { ...person, table, line: retentionOf(table.line) };
    const fates = rows.map(({ key, parent, ...row }) => {
      const inherited = parent === null ? undefined : parents?.get(parent);
      return [key, inherited ? fateOfChild(inherited, table) : fateOf(row, terms)] as const;
    });
    const known = decided?.table.table === table.table ? decided.fates : [];
    plans.set(table.table, { table, fates: new Map([...fates, ...known]) });
  }
  return [...plans.values()].reverse();
}

async function find(
  queries: Queries,
  table: RetainedTable,
  { ids, ownEnterprises }: PersonRows,
  parents: readonly string[],
): Promise<FoundRow[]> {
  // For rows that were decided before nobody is looked for: only what hangs on them.
  if (ids.length + ownEnterprises.length + parents.length === 0) return [];
  const { person, otherPerson, enterprise, childOf, lastDate = "null" } = table;
  const conditions: string[] = [];
  const values: unknown[] = [];
  const among = (column: string | undefined, type: string, found: readonly string[]): void => {
    if (column !== undefined) conditions.push(`t.${column} = any($${values.push(found)}::${type}[])`);
  };
  among(person, "uuid", ids);
  among(otherPerson, "uuid", ids);
  among(enterprise, "text", ownEnterprises);
  among(childOf?.column, table.childOf?.keyType ?? "uuid", parents);
  const sql = `select t.${keyOf(table)} as key, ${childOf ? `t.${childOf.column}` : "null::uuid"} as parent, (${lastDate})::date as "lastDate",
      ${enterprise ? `t.${enterprise}` : "null"} as "enterpriseNumber" from ${table.table} t where ${conditions.join(" or ")} for update of t`;
  return queries.query<FoundRow>(statement(sql), values);
}

/** Does what was planned for one table, and counts it. */
export async function carryOut(queries: Queries, { table, fates }: TablePlan, count: ErasureCount): Promise<void> {
  const [erased, unnamed] = [keysOf(fates, "ERASE"), keysOf(fates, "UNNAME")];
  for (const { table: other, column } of table.namedBy ?? [])
    await queries.query(statement(`update ${other} set ${column} = null where ${column} = any($1::uuid[])`), [erased]);
  const gone = statement(`delete from ${table.table} where ${keyOf(table)} = ${keysGiven(table)} returning 1`);
  count.gone(table.line, "erased", (await queries.query(gone, [erased])).length);
  if (table.unnamed)
    count.gone(table.line, "unnamed", (await queries.query(assign(table, table.unnamed), [unnamed])).length);
  const kept = [...fates].flatMap(([key, fate]) => (fate.does === "KEEP" ? [{ key, ...fate }] : []));
  for (const { until } of kept) count.kept(table.line, until);
  if (table.emptied) await queries.query(assign(table, table.emptied), [kept.map(({ key }) => key)]);
  const ended = kept.filter(({ later }) => later !== "EMPTY").map(({ key }) => key);
  await emptyEnded(queries, table, ended);
}

/** Empties what an ended row of a person who was erased needs no more. */
export async function emptyEnded(queries: Queries, table: RetainedTable, keys: readonly string[]): Promise<void> {
  if (table.emptiedAtEnd) await queries.query(assign(table, table.emptiedAtEnd), [keys]);
}

/** Keys of the rows to which something happens. */
export function keysThat(plans: readonly TablePlan[], does: Fate["does"]): string[] {
  return plans.flatMap(({ fates }) => keysOf(fates, does));
}

function assign(table: RetainedTable, assignments: Assignments): Statement {
  const set = Object.entries(assignments).map(([column, value]) => `${column} = ${value}`);
  return statement(
    `update ${table.table} set ${set.join(", ")} where ${keyOf(table)} = ${keysGiven(table)} returning 1`,
  );
}

function keysOf(fates: ReadonlyMap<string, Fate>, does: Fate["does"]): string[] {
  return [...fates].flatMap(([key, fate]) => (fate.does === does ? [key] : []));
}
