import { statement, type Queries } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { newId } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { officeSource, removedPolicy } from "../acts/office.js";
import { ActTable } from "../acts/person-pages.js";
import { waysOfGiving } from "../labels/ways-of-giving.js";
import { SharingGrant } from "./sharing-grant.entity.js";
import { isRunning } from "./sharing-grant.rules.js";

/** Grants, by id and by person. */
export const sharingGrants = new ActTable<SharingGrant>(SharingGrant, "sharing_grant", "givenAt", (row) =>
  Object.assign(row, {
    agency: agencyReference(row.toAgencyCode),
    category: codeOf(categoryLabels, row.categoryCode),
    howGiven: codeOf(waysOfGiving, row.howGivenCode),
    active: isRunning(row, brusselsDate(new Date())),
  }),
);

/** A grant to put down; one row for each category. */
export type NewGrant = Pick<
  SharingGrant,
  "entrepreneurId" | "toAgencyCode" | "since" | "until" | "givenBy" | "howGivenCode"
>;

const insert = statement(
  `insert into sharing_grant (id, entrepreneur_id, to_agency_code, category, since, until, withdrawn_at, given_at, given_by, how_given_code, source)
   select r.id, $3, $4, r.category, $5, $6, null, clock_timestamp(), $7, $8, $9 from unnest($1::uuid[], $2::text[]) as r(id, category)`,
);
const withdraw = statement(
  "update sharing_grant set withdrawn_at = clock_timestamp() where id = $1 and withdrawn_at is null returning source",
);

/** Puts a grant down for each category, and tells every owner of it. Answers their ids. */
export async function insertGrants(
  queries: Queries,
  grant: NewGrant,
  categories: readonly string[],
): Promise<string[]> {
  const { entrepreneurId, toAgencyCode, since, until, givenBy, howGivenCode } = grant;
  const ids = categories.map(() => newId());
  const values = [entrepreneurId, toAgencyCode, since, until, givenBy, howGivenCode, officeSource];
  await queries.query(insert, [ids, categories, ...values]);
  const relation = { kind: "GRANT", entrepreneurId, agencyCode: toAgencyCode, since, until } as const;
  await publish(
    queries,
    ids.map((id, place) => policyRow(id, { ...relation, category: categories[place] ?? "" }, officeSource)),
  );
  return ids;
}

/** Withdraws a grant, and has every owner forget it. One that is withdrawn already stays as it is. */
export async function withdrawGrant(queries: Queries, grantId: string): Promise<void> {
  const [withdrawn] = await queries.query<{ source: string }>(withdraw, [grantId]);
  if (withdrawn) await publish(queries, [removedPolicy(grantId, withdrawn.source)]);
}
