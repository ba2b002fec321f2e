import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { FundingGrant } from "../funding-grant/funding-grant.entity.js";
import { Guarantee } from "../guarantee/guarantee.entity.js";
import type { FinancingContext } from "../services.js";
import { StateAidAward } from "./state-aid-award.entity.js";

/** Awards of state aid in the graph. */
@Resolver(() => StateAidAward)
export class StateAidAwardResolver {
  @Query(() => StateAidAward, { description: "One award of state aid; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  stateAidAward(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the award." }) id: string,
    @Ctx() { services }: FinancingContext,
  ): Promise<object> {
    return services.stateAidAwards.reference({ id });
  }

  @FieldResolver(() => String, {
    description:
      "What a reader sees in the timeline: the form of the aid and what it is for; the kind where the register's words are unknown.",
  })
  @Category("SUPPORT_GRANTED")
  label(
    @Root() { kind, instrument, objective }: StateAidAward,
    @Ctx() { request }: FinancingContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    const parts = [instrument, objective].filter((code) => code !== null);
    return (parts.length > 0 ? parts : [kind]).map(({ labels }) => labelIn(labels, language, request)).join(" · ");
  }

  @FieldResolver(() => FundingGrant, {
    description: "The grant that it records; null where it records none of this pole.",
  })
  @Category("SUPPORT_GRANTED")
  async forGrant(
    @Root() { forGrantId }: StateAidAward,
    @Ctx() { services }: FinancingContext,
  ): Promise<FundingGrant | null> {
    return services.fundingGrants.named(forGrantId);
  }

  @FieldResolver(() => Guarantee, { description: "The guarantee that it records; null where it records none." })
  @Category("SUPPORT_GRANTED")
  async forGuarantee(
    @Root() { forGuaranteeId }: StateAidAward,
    @Ctx() { services }: FinancingContext,
  ): Promise<Guarantee | null> {
    return services.guarantees.named(forGuaranteeId);
  }
}
