import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { FundingGrant } from "../funding-grant/funding-grant.entity.js";
import type { FinancingContext } from "../services.js";
import { Guarantee } from "./guarantee.entity.js";

/** Guarantees in the graph. */
@Resolver(() => Guarantee)
export class GuaranteeResolver {
  @Query(() => Guarantee, { description: "One guarantee; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  guarantee(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the guarantee." }) id: string,
    @Ctx() { services }: FinancingContext,
  ): Promise<object> {
    return services.guarantees.reference({ id });
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: the kind of guarantee." })
  @Category("SUPPORT_GRANTED")
  label(
    @Root() { guaranteeKind }: Guarantee,
    @Ctx() { request }: FinancingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(guaranteeKind.labels, language, request);
  }

  @FieldResolver(() => FundingGrant, {
    description:
      "The granted aid whose payment it bridges; it ends when that is paid (S95, J20). Null for other kinds.",
  })
  @Category("SUPPORT_GRANTED")
  async forGrant(
    @Root() { forGrantId }: Guarantee,
    @Ctx() { services }: FinancingContext,
  ): Promise<FundingGrant | null> {
    return services.fundingGrants.named(forGrantId);
  }
}
