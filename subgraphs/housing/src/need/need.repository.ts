import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { defineRows } from "@parcours/shared/row-reader";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { needKinds } from "../labels/need-kinds.js";
import { noFollowUpReasons } from "../labels/no-follow-up-reasons.js";
import { Need } from "./need.entity.js";
import { needIsOpen } from "./need.rules.js";

/** Needs, by id, person and enterprise. */
export const needs = defineRows<Need>({
  entity: Need,
  typeName: "Need",
  table: "need",
  complete: ({ agencyCode, occurredAt, kindCode, referralId, noFollowUpCode }) => ({
    identifiedAt: occurredAt,
    identifiedBy: agencyReference(agencyCode),
    kind: codeOf(needKinds, kindCode),
    referral: referralId ? { id: referralId } : null,
    noFollowUpReason: codeOf(noFollowUpReasons, noFollowUpCode),
    open: needIsOpen({ referralId, noFollowUp: noFollowUpCode }),
  }),
});

const needsBySite = new RowList<Need>(Need, "need", "siteId");

/** Pages of what members of sites need, for one request. */
export function needsOfSites({ database }: ServiceScope): PageLoaders<Need> {
  return new PageLoaders((ids, page) => needsBySite.pages(database, ids, page), needs.complete);
}
