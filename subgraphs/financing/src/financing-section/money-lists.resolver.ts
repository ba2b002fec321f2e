import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import { CoInvestmentConnection, type CoInvestment } from "../co-investment/co-investment.entity.js";
import { FundingGrantConnection, type FundingGrant } from "../funding-grant/funding-grant.entity.js";
import type { FinancingContext } from "../services.js";
import { pageOfSection, type FinancingSection } from "./by-holder.js";

/** Makes the lists of money that was given or invested, for one type of section. */
export function moneyListsOf(type: ClassType<FinancingSection>): new () => object {
  @Resolver(() => type)
  class MoneyLists {
    @FieldResolver(() => FundingGrantConnection, { description: "Granted help, newest first." })
    @Category("SUPPORT_GRANTED")
    grants(
      @Root() section: FinancingSection,
      @Args(() => ConnectionArguments) page: ConnectionArguments,
      @Ctx() { services }: FinancingContext,
    ): Promise<Page<FundingGrant>> {
      return pageOfSection(services.fundingGrants, section, pageAskedBy(page));
    }

    @FieldResolver(() => CoInvestmentConnection, { description: "Co-investments, newest first." })
    @Category("SUPPORT_GRANTED")
    coInvestments(
      @Root() section: FinancingSection,
      @Args(() => ConnectionArguments) page: ConnectionArguments,
      @Ctx() { services }: FinancingContext,
    ): Promise<Page<CoInvestment>> {
      return pageOfSection(services.coInvestments, section, pageAskedBy(page));
    }
  }
  return MoneyLists;
}
