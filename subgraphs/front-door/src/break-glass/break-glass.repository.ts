import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { newId } from "@parcours/shared/ids";
import { pageOf, type Page, type PageRequest } from "@parcours/shared/paging";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { roleLabels } from "@parcours/shared/visibility/role-labels";
import { officeSource } from "../acts/office.js";
import { ActTable } from "../acts/person-pages.js";
import { BreakGlassReview, type BreakGlassOutcome, type BreakGlassReviewState } from "./break-glass.entity.js";

/** Emergency accesses with their reviews, by id and by person. */
export const breakGlasses = new ActTable<BreakGlassReview>(BreakGlassReview, "break_glass", "brokenAt", (row) =>
  Object.assign(row, {
    agency: agencyReference(row.agencyCode),
    byAgency: agencyReference(row.byAgencyCode),
    byRole: codeOf(roleLabels, row.byRoleCode),
    category: codeOf(categoryLabels, row.categoryCode),
  }),
);

const listed = (agencies: string): string =>
  `select ${columnsOf(BreakGlassReview, "b")} from break_glass b
    where ${agencies} and ($2::text is null or b.state = $2)
      and ($3::timestamptz is null or (b.broken_at, b.id) < ($3, $4::uuid))
    order by b.broken_at desc, b.id desc limit $5`;
const readAll = statement(listed("$1::text[] is null"));
const readOfAgencies = statement(listed("b.agency_code = any($1::text[])"));
const insert = statement(
  `insert into break_glass (id, entrepreneur_id, agency_code, category, motive, broken_at, open_until, by_agency_code, by_staff_id,
                            by_role_code, case_reference, state, version, source)
   values ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7, $8, $9, $10, 'OPEN', 1, $11)`,
);
const close = statement(
  `update break_glass set state = 'CLOSED', outcome = $3,
                          note = case when $7 then $4 end, motive = case when $7 then motive else '' end, closed_at = clock_timestamp(), closed_by_agency_code = $5,
                          closed_by_staff_id = $6, version = version + 1
    where id = $1 and version = $2 and state = 'OPEN' returning id`,
);

/** A page of reviews, newest first. @param agencies whose; null for all */
export async function reviewsOf(
  queries: Queries,
  agencies: readonly string[] | null,
  state: BreakGlassReviewState | null,
  request: PageRequest,
): Promise<Page<BreakGlassReview>> {
  const { first, after } = request;
  const rows = await queries.query<BreakGlassReview>(agencies === null ? readAll : readOfAgencies, [
    agencies,
    state,
    after?.at ?? null,
    after?.id ?? null,
    first + 1,
  ]);
  return pageOf(rows.map(breakGlasses.complete), request, ({ brokenAt, id }) => ({ at: brokenAt, id }));
}

/** What is broken, by whom and why. */
export type NewBreakGlass = Pick<
  BreakGlassReview,
  | "entrepreneurId"
  | "agencyCode"
  | "categoryCode"
  | "motive"
  | "openUntil"
  | "byAgencyCode"
  | "byStaffId"
  | "byRoleCode"
  | "caseReference"
>;

/**
 * Opens the category of that agency's rows, by every name it had, to the official until the end of the day, and makes the owner agency's task, in the transaction of the caller: no
 * owner opens before the task exists. Answers the id of both.
 */
export async function insertBreakGlass(
  queries: Queries,
  broken: NewBreakGlass,
  ownerAgencyCodes: readonly string[],
): Promise<string> {
  const id = newId();
  const { entrepreneurId, agencyCode, categoryCode, motive, openUntil, byAgencyCode, byStaffId } = broken;
  const what = [id, entrepreneurId, agencyCode, categoryCode, motive, openUntil];
  await queries.query(insert, [
    ...what,
    byAgencyCode,
    byStaffId,
    broken.byRoleCode,
    broken.caseReference,
    officeSource,
  ]);
  const day = { since: openUntil, until: openUntil };
  const opened = { kind: "BREAK_GLASS", entrepreneurId, category: categoryCode, ownerAgencyCodes, ...day } as const;
  await publish(queries, [policyRow(id, { ...opened, agencyCode: byAgencyCode, staffId: byStaffId }, officeSource)]);
  return id;
}

/** How a review ended, and by whom. */
export interface ReviewClosing {
  readonly id: string;
  readonly version: number;
  readonly outcome: BreakGlassOutcome;
  readonly note: string;
  readonly agencyCode: string | null;
  readonly staffId: string | null;
  /** Whether note and motive stay: not where the person was erased meanwhile. */
  readonly keepsWords: boolean;
}

/** Closes an open review of that version. Answers whether there was one. */
export async function closeReview(queries: Queries, closing: ReviewClosing): Promise<boolean> {
  const { id, version, outcome, note, agencyCode, staffId, keepsWords } = closing;
  return (await queries.query(close, [id, version, outcome, note, agencyCode, staffId, keepsWords])).length > 0;
}
