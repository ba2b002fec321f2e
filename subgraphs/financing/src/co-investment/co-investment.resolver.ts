import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { FinancingContext } from "../services.js";
import { CoInvestment } from "./co-investment.entity.js";

/** Co-investments in the graph. */
@Resolver(() => CoInvestment)
export class CoInvestmentResolver {
  @Query(() => CoInvestment, { description: "One co-investment; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  coInvestment(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the co-investment." }) id: string,
    @Ctx() { services }: FinancingContext,
  ): Promise<object> {
    return services.coInvestments.reference({ id });
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: that it is a co-investment." })
  @Category("SUPPORT_GRANTED")
  label(
    @Root() { kind }: CoInvestment,
    @Ctx() { request }: FinancingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(kind.labels, language, request);
  }
}
