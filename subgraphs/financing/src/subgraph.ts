import { defineSubgraph } from "@parcours/shared/subgraph";
import { CoInvestment } from "./co-investment/co-investment.entity.js";
import { CoInvestmentResolver } from "./co-investment/co-investment.resolver.js";
import { CreditMediation } from "./credit-mediation/credit-mediation.entity.js";
import { EnterpriseResolver } from "./enterprise/enterprise.resolver.js";
import { EnterpriseStub } from "./enterprise/enterprise.stub.js";
import { EntrepreneurResolver } from "./entrepreneur/entrepreneur.resolver.js";
import { EntrepreneurStub } from "./entrepreneur/entrepreneur.stub.js";
import { sectionTypes } from "./financing-section/by-holder.js";
import { dossierListsOf } from "./financing-section/dossier-lists.resolver.js";
import { ledgerListsOf } from "./financing-section/ledger-lists.resolver.js";
import { moneyListsOf } from "./financing-section/money-lists.resolver.js";
import { FundingApplication } from "./funding-application/funding-application.entity.js";
import { FundingApplicationResolver } from "./funding-application/funding-application.resolver.js";
import { FundingDecision } from "./funding-application/funding-decision.entity.js";
import { FundingDecisionResolver } from "./funding-application/funding-decision.resolver.js";
import { FundingGrant } from "./funding-grant/funding-grant.entity.js";
import { FundingGrantResolver } from "./funding-grant/funding-grant.resolver.js";
import { GrantPayment } from "./funding-grant/grant-payment.entity.js";
import { Guarantee } from "./guarantee/guarantee.entity.js";
import { GuaranteeResolver } from "./guarantee/guarantee.resolver.js";
import { personResolverOf } from "./holder/person.resolver.js";
import { forms } from "./intake/forms.js";
import { manifest } from "./manifest.js";
import { createFundingApplication } from "./migrations/0010-create-funding-application.js";
import { createFundingGrant } from "./migrations/0011-create-funding-grant.js";
import { createGuarantee } from "./migrations/0012-create-guarantee.js";
import { createCoInvestment } from "./migrations/0013-create-co-investment.js";
import { createStateAidAward } from "./migrations/0014-create-state-aid-award.js";
import { createCreditMediation } from "./migrations/0015-create-credit-mediation.js";
import { findApplicationsByProject } from "./migrations/0040-find-applications-by-project.js";
import { ProjectResolver } from "./project/project.resolver.js";
import { ProjectStub } from "./project/project.stub.js";
import { retention } from "./retention.js";
import { financingServices, type FinancingServices } from "./services.js";
import { StateAidAward } from "./state-aid-award/state-aid-award.entity.js";
import { StateAidAwardResolver } from "./state-aid-award/state-aid-award.resolver.js";

/** The financing pole: its things, its schema, its wiring. */
export const definition = defineSubgraph<FinancingServices>({
  name: "financing",
  manifest,
  entities: [
    FundingApplication,
    FundingDecision,
    FundingGrant,
    GrantPayment,
    Guarantee,
    CoInvestment,
    StateAidAward,
    CreditMediation,
  ],
  migrations: [
    createFundingApplication,
    createFundingGrant,
    createGuarantee,
    createCoInvestment,
    createStateAidAward,
    createCreditMediation,
    findApplicationsByProject,
  ],
  resolvers: [
    FundingApplicationResolver,
    FundingDecisionResolver,
    FundingGrantResolver,
    GuaranteeResolver,
    CoInvestmentResolver,
    StateAidAwardResolver,
    EntrepreneurResolver,
    EnterpriseResolver,
    ProjectResolver,
    ...sectionTypes.flatMap((type) => [dossierListsOf(type), moneyListsOf(type), ledgerListsOf(type)]),
    ...[FundingApplication, FundingGrant, Guarantee, CoInvestment, StateAidAward].map((type) =>
      personResolverOf<never>(type as never),
    ),
  ],
  types: [EntrepreneurStub, EnterpriseStub, ProjectStub],
  references: {
    FundingApplication: ({ fundingApplications }, key) => fundingApplications.reference(key),
    FundingGrant: ({ fundingGrants }, key) => fundingGrants.reference(key),
    Guarantee: ({ guarantees }, key) => guarantees.reference(key),
    CoInvestment: ({ coInvestments }, key) => coInvestments.reference(key),
    StateAidAward: ({ stateAidAwards }, key) => stateAidAwards.reference(key),
    Entrepreneur: (_, { id = "" }) => ({ id }),
    Enterprise: (_, { number = "" }) => ({ number }),
    Project: (_, { id = "" }) => ({ id }),
  },
  retention,
  forms,
  services: financingServices,
});
