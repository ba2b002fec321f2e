import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { applicationStatuses } from "../labels/application-statuses.js";
import { motivationLevels } from "../labels/motivation-levels.js";
import type { FundingApplication } from "./funding-application.entity.js";
import { FundingDecision } from "./funding-decision.entity.js";
import { motivationIsDue, motivationOwed } from "./funding-decision.rules.js";

const byApplication = statement(
  `select ${columnsOf(FundingDecision, "d")} from funding_decision d where d.application_id = any($1::uuid[])`,
);

/** Decisions, as one request sees them. */
export class FundingDecisions {
  readonly #byApplication: Loader<string, FundingDecision | null>;

  constructor(queries: Queries) {
    this.#byApplication = loader(async (ids) =>
      inOrder(ids, await queries.query<FundingDecision>(byApplication, [ids]), ({ applicationId }) => applicationId),
    );
  }

  /** The decision on an application, with what it owes the applicant; null where it is not decided. */
  async on({ id, motivationRequested }: FundingApplication): Promise<FundingDecision | null> {
    const decision = await this.#byApplication.load(id);
    if (decision === null) return null;
    const facts = { outcome: decision.outcomeCode, motivationRequested, coached: decision.applicantCoached };
    return Object.assign(decision, {
      outcome: codeOf(applicationStatuses, decision.outcomeCode),
      motivationLevel: codeOf(motivationLevels, motivationOwed(facts)),
      motivationDue: motivationIsDue(facts, decision.motivation),
    });
  }
}
