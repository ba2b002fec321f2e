/**
 * Erases a person at one owner (GDPR 17): in one transaction goes what may go, stays what the law keeps, and the feeds take back what they
 * told. Under every id the person ever had, as the policy copy knows them. Safe to repeat: the same request gets the same report.
 */
import { createHash } from "node:crypto";
import { forgetSubject } from "../access-log/pseudonyms.js";
import { statement, type Database, type Queries, type Statement } from "../database.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { refuse } from "../mutations/user-error.js";
import { retractEntries } from "./entries.js";
import { ErasureCount, type ErasedLine, type ErasureReport } from "./erasure-report.js";
import { fateOf, fateOfChild, type Fate } from "./erasure.rules.js";
import { keyOf, type Assignments, type RetainedTable } from "./retained-table.js";
import { retentionOf } from "./retention.js";

/** Whom to erase. */
export interface ErasureOrder {
  /** UUIDv4; the same key with the same person is the same request. */
  readonly idempotencyKey: string;
  /** All ids of the person, the one in use first. */
  readonly ids: readonly string[];
  /** Numbers of enterprises that are the person: of a sole trader. */
  readonly ownEnterprises: readonly string[];
  /** Today in Brussels, `YYYY-MM-DD`. */
  readonly today: string;
}

const readDone = statement(`select person_hash as "personHash", report from erasure where idempotency_key = $1`);
const begin = statement("select pg_advisory_xact_lock(7005)");
const writeDone = statement("insert into erasure (idempotency_key, person_hash, report) values ($1, $2, $3::jsonb)");

/** A row as it was found. */
interface FoundRow {
  readonly key: string;
  readonly parent: string | null;
  readonly lastDate: string | null;
  readonly enterpriseNumber: string | null;
}

/** What is to happen to the rows of one table. */
interface TablePlan {
  readonly table: RetainedTable;
  readonly fates: ReadonlyMap<string, Fate>;
}

/**
 * Erases. `beforeCommit` is told what went when nothing is final yet, nothing where it was done before: what it throws takes all of it back.
 * @throws UserFault IDEMPOTENCY_KEY_REUSED
 */
export async function erase(
  database: Database,
  tables: readonly RetainedTable[],
  order: ErasureOrder,
  beforeCommit: (lines: readonly ErasedLine[]) => Promise<void>,
): Promise<ErasureReport> {
  return database.transaction(async (queries) => {
    // One at a time: erasures are rare, and two of one person would wait for each other's rows.
    await queries.query(begin);
    const done = await reportOf(queries, order);
    if (done) {
      await beforeCommit([]);
      await forgetSubject(queries, order.ids);
      return done;
    }
    const count = new ErasureCount();
    const plans = await plan(queries, tables, order);
    for (const one of plans) await carryOut(queries, one, count);
    const [erased, touched] = [keysThat(plans, "ERASE"), plans.flatMap(({ fates }) => [...fates.keys()])];
    await retractEntries(queries, { erased, touched, ids: order.ids });
    await beforeCommit(count.lines());
    count.gone("LOG", "erased", await forgetSubject(queries, order.ids));
    const report = { erasedAt: new Date().toISOString(), lines: count.lines() };
    await queries.query(writeDone, [order.idempotencyKey, personHash(order), JSON.stringify(report)]);
    return report;
  });
}

async function reportOf(queries: Queries, order: ErasureOrder): Promise<ErasureReport | null> {
  const [row] = await queries.query<{ personHash: string; report: ErasureReport }>(readDone, [order.idempotencyKey]);
  if (row && row.personHash !== personHash(order)) refuse(mutationErrors.IDEMPOTENCY_KEY_REUSED, "idempotencyKey");
  return row?.report ?? null;
}

/** Tells the same request from another under its key, without the row telling of anybody. */
function personHash({ idempotencyKey, ids }: ErasureOrder): string {
  return createHash("sha256")
    .update(`${idempotencyKey} ${ids[0] ?? ""}`)
    .digest("hex");
}

/** What becomes of every row of the person; parents are looked at before what hangs on them. Answers in the order of deletion. */
async function plan(queries: Queries, tables: readonly RetainedTable[], order: ErasureOrder): Promise<TablePlan[]> {
  const plans = new Map<string, TablePlan>();
  for (const table of [...tables].reverse()) {
    const parents = table.childOf && plans.get(table.childOf.table)?.fates;
    const rows = await find(queries, table, order, [...(parents?.keys() ?? [])]);
    const terms = { ...order, table, line: retentionOf(table.line) };
    const fates = rows.map(({ key, parent, ...row }) => {
      const inherited = parent === null ? undefined : parents?.get(parent);
      return [key, inherited ? fateOfChild(inherited, table) : fateOf(row, terms)] as const;
    });
    plans.set(table.table, { table, fates: new Map(fates) });
  }
  return [...plans.values()].reverse();
}

async function find(
  queries: Queries,
  table: RetainedTable,
  { ids, ownEnterprises }: ErasureOrder,
  parents: readonly string[],
): Promise<FoundRow[]> {
  const { person, enterprise, childOf, lastDate = "null" } = table;
  const conditions: string[] = [];
  const values: unknown[] = [];
  const among = (column: string | undefined, type: string, found: readonly string[]): void => {
    if (column !== undefined) conditions.push(`t.${column} = any($${values.push(found)}::${type}[])`);
  };
  among(person, "uuid", ids);
  among(enterprise, "text", ownEnterprises);
  among(childOf?.column, "uuid", parents);
  const sql = `select t.${keyOf(table)} as key, ${childOf ? `t.${childOf.column}` : "null::uuid"} as parent, (${lastDate})::date as "lastDate",
      ${enterprise ? `t.${enterprise}` : "null"} as "enterpriseNumber" from ${table.table} t where ${conditions.join(" or ")} for update of t`;
  return queries.query<FoundRow>(statement(sql), values);
}

async function carryOut(queries: Queries, { table, fates }: TablePlan, count: ErasureCount): Promise<void> {
  const [erased, unnamed] = [keysOf(fates, "ERASE"), keysOf(fates, "UNNAME")];
  for (const { table: other, column } of table.namedBy ?? [])
    await queries.query(statement(`update ${other} set ${column} = null where ${column} = any($1::uuid[])`), [erased]);
  const gone = statement(`delete from ${table.table} where ${keyOf(table)} = any($1::uuid[]) returning 1`);
  count.gone(table.line, "erased", (await queries.query(gone, [erased])).length);
  if (table.unnamed)
    count.gone(table.line, "unnamed", (await queries.query(assign(table, table.unnamed), [unnamed])).length);
  const kept = [...fates].flatMap(([key, fate]) => (fate.does === "KEEP" ? [{ key, until: fate.until }] : []));
  for (const { until } of kept) count.kept(table.line, until);
  if (table.emptied) await queries.query(assign(table, table.emptied), [kept.map(({ key }) => key)]);
}

function assign(table: RetainedTable, assignments: Assignments): Statement {
  const set = Object.entries(assignments).map(([column, value]) => `${column} = ${value}`);
  return statement(`update ${table.table} set ${set.join(", ")} where ${keyOf(table)} = any($1::uuid[]) returning 1`);
}

function keysThat(plans: readonly TablePlan[], does: Fate["does"]): string[] {
  return plans.flatMap(({ fates }) => keysOf(fates, does));
}

function keysOf(fates: ReadonlyMap<string, Fate>, does: Fate["does"]): string[] {
  return [...fates].flatMap(([key, fate]) => (fate.does === does ? [key] : []));
}
