/**
 * Erases a person at one owner (GDPR 17): in one transaction goes what may go, stays what the law keeps, and the feeds take back what they
 * told. Under every id the person ever had, as the policy copy knows them. Safe to repeat: the same request gets the same report.
 */
import { createHash } from "node:crypto";
import { forgetSubject } from "../access-log/pseudonyms.js";
import { statement, type Database, type Queries } from "../database.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { refuse } from "../mutations/user-error.js";
import { retractEntries } from "./entries.js";
import { holdAgainstActs, markErased } from "./erased-person.js";
import { noteDue } from "./erasure-due.js";
import { carryOut, keysThat, planErasure, type PersonRows } from "./erasure-plan.js";
import { ErasureCount, type ErasedLine, type ErasureReport } from "./erasure-report.js";
import type { RetainedTable } from "./retained-table.js";

/** Who erases, and why: kept when the person is forgotten, for whoever erases answers for it (GDPR 5(2)). */
export interface ErasedBy {
  readonly agencyCode: string | null;
  /** The official, by the id at the agency, which tells others nothing. */
  readonly staffId: string | null;
  /** The request in the agency's own register. */
  readonly caseReference: string | null;
}

/** Whom to erase: under all ids, the one in use first. */
export interface ErasureOrder extends PersonRows {
  /** UUIDv4; the same key with the same person is the same request. */
  readonly idempotencyKey: string;
  readonly by: ErasedBy;
}

const readDone = statement(`select person_hash as "personHash", report from erasure where idempotency_key = $1`);
const begin = statement("select pg_advisory_xact_lock(7005)");
const writeDone = statement(
  `insert into erasure (idempotency_key, person_hash, report, agency_code, staff_id, case_reference) values ($1, $2, $3::jsonb, $4, $5, $6)`,
);

/**
 * Erases. `beforeCommit` is told what went when nothing is final yet, nothing where it was done before: what it throws takes all of it back. It
 * works in the same transaction, so that an erasure needs one connection and never waits for a second that others like it hold.
 * @throws UserFault IDEMPOTENCY_KEY_REUSED
 */
export async function erase(
  database: Database,
  tables: readonly RetainedTable[],
  order: ErasureOrder,
  beforeCommit: (lines: readonly ErasedLine[], queries: Queries) => Promise<void>,
): Promise<ErasureReport> {
  return database.transaction(async (queries) => {
    // One at a time: erasures are rare, and two of one person would wait for each other's rows.
    await queries.query(begin);
    const reported = await reportOf(queries, order);
    if (reported) {
      await beforeCommit([], queries);
      await forgetSubject(queries, order.ids, order.ownEnterprises);
      return reported;
    }
    await holdAgainstActs(queries, order.ids);
    const count = new ErasureCount();
    const plans = await planErasure(queries, tables, order);
    for (const one of plans) await carryOut(queries, one, count);
    const [erased, touched] = [keysThat(plans, "ERASE"), plans.flatMap(({ fates }) => [...fates.keys()])];
    await retractEntries(queries, { erased, touched, ids: order.ids });
    await noteDue(queries, plans);
    await markErased(queries, order.ids);
    await beforeCommit(count.lines(), queries);
    count.gone("LOG", "erased", await forgetSubject(queries, order.ids, order.ownEnterprises));
    const report = { erasedAt: new Date().toISOString(), lines: count.lines() };
    const { agencyCode, staffId, caseReference } = order.by;
    const done = [order.idempotencyKey, personHash(order), JSON.stringify(report)];
    await queries.query(writeDone, [...done, agencyCode, staffId, caseReference]);
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
