import type { Loader } from "@parcours/shared/batching";
import { RowReader, type PagesOfHolder } from "@parcours/shared/row-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import type { CoInvestment } from "./co-investment/co-investment.entity.js";
import { coInvestments } from "./co-investment/co-investment.repository.js";
import type { CreditMediation } from "./credit-mediation/credit-mediation.entity.js";
import { creditMediations } from "./credit-mediation/credit-mediation.repository.js";
import type { FundingApplication } from "./funding-application/funding-application.entity.js";
import { fundingApplications } from "./funding-application/funding-application.repository.js";
import { FundingDecisions } from "./funding-application/funding-decision.repository.js";
import { ProjectApplications } from "./funding-application/project-applications.js";
import type { FundingGrant } from "./funding-grant/funding-grant.entity.js";
import { fundingGrants, paymentLoader } from "./funding-grant/funding-grant.repository.js";
import type { GrantPayment } from "./funding-grant/grant-payment.entity.js";
import type { Guarantee } from "./guarantee/guarantee.entity.js";
import { guarantees } from "./guarantee/guarantee.repository.js";
import type { StateAidAward } from "./state-aid-award/state-aid-award.entity.js";
import { stateAidAwards } from "./state-aid-award/state-aid-award.repository.js";

/** What financing's resolvers work with. */
export interface FinancingServices {
  readonly fundingApplications: RowReader<FundingApplication>;
  readonly decisions: FundingDecisions;
  readonly projectApplications: ProjectApplications;
  readonly fundingGrants: RowReader<FundingGrant>;
  /** By grant id. */
  readonly payments: Loader<string, GrantPayment[]>;
  readonly guarantees: RowReader<Guarantee>;
  readonly coInvestments: RowReader<CoInvestment>;
  readonly stateAidAwards: RowReader<StateAidAward>;
  /** By holder only: there is no look-up by id, so that none can be guessed at. */
  readonly creditMediations: PagesOfHolder<CreditMediation>;
}

/** The context of financing's resolvers. */
export type FinancingContext = Context<FinancingServices>;

/** Wires financing's services for one request. */
export function financingServices(scope: ServiceScope): FinancingServices {
  return {
    fundingApplications: new RowReader(fundingApplications, scope),
    decisions: new FundingDecisions(scope.database),
    projectApplications: new ProjectApplications(scope),
    fundingGrants: new RowReader(fundingGrants, scope),
    payments: paymentLoader(scope.database),
    guarantees: new RowReader(guarantees, scope),
    coInvestments: new RowReader(coInvestments, scope),
    stateAidAwards: new RowReader(stateAidAwards, scope),
    creditMediations: new RowReader(creditMediations, scope),
  };
}
