import { codeOf } from "@parcours/shared/graphql/code";
import { enterpriseNamed } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import { defineEntries } from "@parcours/shared/row-reader";
import { applicationStates, applicationStatuses } from "../labels/application-statuses.js";
import { instruments } from "../labels/instruments.js";
import { uses } from "../labels/uses.js";
import { kinds } from "../manifest.js";
import { FundingApplication } from "./funding-application.entity.js";
import { stateShownToOthers } from "./funding-application.rules.js";

/** Applications, by id, person and enterprise. */
export const fundingApplications = defineEntries<FundingApplication>({
  entity: FundingApplication,
  typeName: "FundingApplication",
  table: "funding_application",
  kinds,
  kindOf: () => "FUNDING_APPLICATION",
  complete: (row) => ({
    enterprise: enterpriseNamed(row.enterpriseNumber),
    state: codeOf(applicationStates, stateShownToOthers(row.statusCode)),
    status: codeOf(applicationStatuses, row.statusCode),
    instrument: codeOf(instruments, row.instrumentCode),
    amountAsked: money(row.amountAskedCents),
    use: codeOf(uses, row.useCode),
    project: row.projectId === null ? null : { id: row.projectId },
  }),
});
