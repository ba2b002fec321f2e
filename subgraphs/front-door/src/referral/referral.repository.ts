import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineEntries } from "@parcours/shared/row-reader";
import { RowList } from "@parcours/shared/row-table";
import { referralReasons } from "../labels/referral-reasons.js";
import { referralStatuses } from "../labels/referral-statuses.js";
import { topics } from "../labels/topics.js";
import { kinds } from "../manifest.js";
import { Referral } from "./referral.entity.js";

/** The referrals of persons that some agencies sent or received; of all agencies where none is named. */
export const referralsOfPersons = new RowList<Referral>(Referral, "referral", "entrepreneurId", {
  where: "$6::text[] is null or listed.agency_code = any($6) or listed.to_agency_code = any($6)",
});

/** Referrals, by id, person and enterprise. */
export const referrals = defineEntries<Referral>({
  entity: Referral,
  typeName: "Referral",
  table: "referral",
  kinds,
  kindOf: () => "REFERRAL",
  complete: (row) => ({
    // The person holds it, whatever enterprise it is about: a mandate in that enterprise opens nothing of it (J12).
    enterpriseNumber: null,
    receivingAgencyCode: row.toAgencyCode,
    toAgency: agencyReference(row.toAgencyCode),
    topic: codeOf(topics, row.topicCode),
    status: codeOf(referralStatuses, row.statusCode),
    reason: codeOf(referralReasons, row.reasonCode),
  }),
});
