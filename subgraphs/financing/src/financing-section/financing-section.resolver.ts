import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page, PageRequest } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import { CoInvestmentConnection, type CoInvestment } from "../co-investment/co-investment.entity.js";
import { CreditMediationConnection, type CreditMediation } from "../credit-mediation/credit-mediation.entity.js";
import { FundingApplicationConnection, type FundingApplication } from "../funding-application/funding-application.entity.js";
import { FundingGrantConnection, type FundingGrant } from "../funding-grant/funding-grant.entity.js";
import { GuaranteeConnection, type Guarantee } from "../guarantee/guarantee.entity.js";
import type { FinancingContext } from "../services.js";
import { StateAidAwardConnection, type StateAidAward } from "../state-aid-award/state-aid-award.entity.js";
import { EnterpriseFinancing, EntrepreneurFinancing } from "./financing-section.type.js";

/** Something that pages rows by holder. */
interface ByHolder<Row> {
  ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Row>>;
  ofEnterprise(number: string, request: PageRequest): Promise<Page<Row>>;
}

/** How one section reads a page of its holder's rows. */
type ReadPage<Section> = <Row>(rows: ByHolder<Row>, section: Section, page: PageRequest) => Promise<Page<Row>>;

/** Makes the lists of a section; a person's and an enterprise's are the same but for the holder. */
function sectionResolverOf<Section extends object>(type: ClassType<Section>, read: ReadPage<Section>): new () => object {
  @Resolver(() => type)
  class SectionResolver {
    @FieldResolver(() => FundingApplicationConnection, { description: "Applications of every instrument, newest first; credit mediation apart." })
    @Category("DOSSIER_HEADER")
    applications(@Root() section: Section, @Args(() => ConnectionArguments) page: ConnectionArguments, @Ctx() { services }: FinancingContext): Promise<Page<FundingApplication>> {
      return read(services.fundingApplications, section, pageAskedBy(page));
    }

    @FieldResolver(() => FundingGrantConnection, { description: "Granted help, newest first." })
    @Category("SUPPORT_GRANTED")
    grants(@Root() section: Section, @Args(() => ConnectionArguments) page: ConnectionArguments, @Ctx() { services }: FinancingContext): Promise<Page<FundingGrant>> {
      return read(services.fundingGrants, section, pageAskedBy(page));
    }

    @FieldResolver(() => GuaranteeConnection, { description: "Guarantees, newest first; never part of the grants (R22)." })
    @Category("SUPPORT_GRANTED")
    guarantees(@Root() section: Section, @Args(() => ConnectionArguments) page: ConnectionArguments, @Ctx() { services }: FinancingContext): Promise<Page<Guarantee>> {
      return read(services.guarantees, section, pageAskedBy(page));
    }

    @FieldResolver(() => CoInvestmentConnection, { description: "Co-investments, newest first." })
    @Category("SUPPORT_GRANTED")
    coInvestments(@Root() section: Section, @Args(() => ConnectionArguments) page: ConnectionArguments, @Ctx() { services }: FinancingContext): Promise<Page<CoInvestment>> {
      return read(services.coInvestments, section, pageAskedBy(page));
    }

    @FieldResolver(() => StateAidAwardConnection, { description: "Awards of state aid, newest first. Those of the European register name enterprises only." })
    @Category("SUPPORT_GRANTED")
    stateAidAwards(@Root() section: Section, @Args(() => ConnectionArguments) page: ConnectionArguments, @Ctx() { services }: FinancingContext): Promise<Page<StateAidAward>> {
      return read(services.stateAidAwards, section, pageAskedBy(page));
    }

    @FieldResolver(() => CreditMediationConnection, { description: "Requests to the credit mediator, newest first. Restricted: refused as a whole, also when it is empty." })
    @Category("DIFFICULTY_CASE")
    creditMediations(@Root() section: Section, @Args(() => ConnectionArguments) page: ConnectionArguments, @Ctx() { services }: FinancingContext): Promise<Page<CreditMediation>> {
      return read(services.creditMediations, section, pageAskedBy(page));
    }
  }
  return SectionResolver;
}

/** The lists of a person's section. */
export const EntrepreneurFinancingResolver = sectionResolverOf(EntrepreneurFinancing, (rows, { entrepreneurId }, page) => rows.ofPerson(entrepreneurId, page));

/** The lists of an enterprise's section. */
export const EnterpriseFinancingResolver = sectionResolverOf(EnterpriseFinancing, (rows, { enterpriseNumber }, page) => rows.ofEnterprise(enterpriseNumber, page));
