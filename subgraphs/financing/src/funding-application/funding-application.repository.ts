import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { defineEntries } from "@parcours/shared/entry-reader";
import { codeOf } from "@parcours/shared/graphql/code";
import { money } from "@parcours/shared/graphql/values";
import { enterpriseOf } from "../holder/financing-entry.js";
import { applicationStates, applicationStatuses } from "../labels/application-statuses.js";
import { instruments } from "../labels/instruments.js";
import { motivationLevels } from "../labels/motivation-levels.js";
import { uses } from "../labels/uses.js";
import { kinds } from "../manifest.js";
import { FundingApplication } from "./funding-application.entity.js";
import { stateShownToOthers } from "./funding-application.rules.js";
import { FundingDecision } from "./funding-decision.entity.js";

/** Applications, by id, person and enterprise. */
export const fundingApplications = defineEntries<FundingApplication>({
  entity: FundingApplication,
  typeName: "FundingApplication",
  table: "funding_application",
  kinds,
  kindOf: () => "FUNDING_APPLICATION",
  complete: (row) => ({
    enterprise: enterpriseOf(row),
    state: codeOf(applicationStates, stateShownToOthers(row.statusCode)),
    status: codeOf(applicationStatuses, row.statusCode),
    instrument: codeOf(instruments, row.instrumentCode),
    amountAsked: money(row.amountAskedCents),
    use: codeOf(uses, row.useCode),
    project: row.projectId === null ? null : { id: row.projectId },
  }),
});

const decisionsByApplication = statement(
  `select ${columnsOf(FundingDecision, "d")} from funding_decision d where d.application_id = any($1::uuid[])`,
);

/** The decision on each application, by the application's id; null where it is not decided. */
export function decisionLoader(queries: Queries): Loader<string, FundingDecision | null> {
  return loader(async (applicationIds) => {
    const rows = await queries.query<FundingDecision>(decisionsByApplication, [applicationIds]);
    const completed = rows.map((row) => ({
      ...row,
      outcome: codeOf(applicationStatuses, row.outcomeCode),
      motivationLevel: codeOf(motivationLevels, row.motivationLevelCode),
    }));
    return inOrder(applicationIds, completed, ({ applicationId }) => applicationId);
  });
}
