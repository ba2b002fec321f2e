import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoInvestment } from "../co-investment/co-investment.entity.js";
import { FundingGrant } from "../funding-grant/funding-grant.entity.js";
import { Guarantee } from "../guarantee/guarantee.entity.js";
import type { FinancingContext } from "../services.js";
import { FundingDecision } from "./funding-decision.entity.js";

/** From a decision to what it granted. The way back does not exist. */
@Resolver(() => FundingDecision)
export class FundingDecisionResolver {
  @FieldResolver(() => FundingGrant, {
    description: "The help that was granted; null where it was refused or is no grant.",
  })
  @Category("STRUCTURE")
  async grant(
    @Root() { grantId }: FundingDecision,
    @Ctx() { services }: FinancingContext,
  ): Promise<FundingGrant | null> {
    return services.fundingGrants.named(grantId);
  }

  @FieldResolver(() => Guarantee, { description: "The guarantee that was given; null where none was." })
  @Category("STRUCTURE")
  async guarantee(
    @Root() { guaranteeId }: FundingDecision,
    @Ctx() { services }: FinancingContext,
  ): Promise<Guarantee | null> {
    return services.guarantees.named(guaranteeId);
  }

  @FieldResolver(() => CoInvestment, { description: "The co-investment that was made; null where none was." })
  @Category("STRUCTURE")
  async coInvestment(
    @Root() { coInvestmentId }: FundingDecision,
    @Ctx() { services }: FinancingContext,
  ): Promise<CoInvestment | null> {
    return services.coInvestments.named(coInvestmentId);
  }
}
