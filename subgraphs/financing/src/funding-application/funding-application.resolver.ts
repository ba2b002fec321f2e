import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { codeOf } from "@parcours/shared/graphql/code";
import { Code } from "@parcours/shared/graphql/values";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { conditions } from "../labels/conditions.js";
import type { FinancingContext } from "../services.js";
import { FundingApplication } from "./funding-application.entity.js";
import { FundingDecision } from "./funding-decision.entity.js";
import { conditionsNotMetBy } from "./money-conditions.rules.js";

/** Applications in the graph. */
@Resolver(() => FundingApplication)
export class FundingApplicationResolver {
  @Query(() => FundingApplication, { description: "One application; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  fundingApplication(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the application." }) id: string,
    @Ctx() { services }: FinancingContext,
  ): Promise<object> {
    return services.fundingApplications.reference({ id });
  }

  @FieldResolver(() => String, {
    description: "What a reader sees in the timeline: that it is an application, and whether it is open.",
  })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { kind, state }: FundingApplication,
    @Ctx() { request }: FinancingContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    return [labelIn(kind.labels, language, request), labelIn(state.labels, language, request)].join(" · ");
  }

  @FieldResolver(() => FundingDecision, {
    description: "What was decided; null while it is not decided, or where it was withdrawn.",
  })
  @Category("DECISION")
  decision(
    @Root() application: FundingApplication,
    @Ctx() { services }: FinancingContext,
  ): Promise<FundingDecision | null> {
    return services.decisions.on(application);
  }

  @FieldResolver(() => FundingApplication, {
    description: "The application for the credit beside which this honour loan stands (R48); null where there is none.",
  })
  @Category("APPLICATION_CONTENT")
  async besideApplication(
    @Root() { besideApplicationId }: FundingApplication,
    @Ctx() { services }: FinancingContext,
  ): Promise<FundingApplication | null> {
    return services.fundingApplications.named(besideApplicationId);
  }

  @FieldResolver(() => [Code], {
    description: "The money rules that it does not fit; empty where it fits them all (R47, R48).",
  })
  @Category("APPLICATION_CONTENT")
  async conditionsNotMet(
    @Root() application: FundingApplication,
    @Ctx() { services }: FinancingContext,
  ): Promise<Code[]> {
    const { agencyCode, instrumentCode, amountAskedCents, besideApplicationId } = application;
    const beside = await services.fundingApplications.named(besideApplicationId);
    const creditBesideCents = beside ? BigInt(beside.amountAskedCents) : null;
    const codes = conditionsNotMetBy({
      agencyCode,
      instrumentCode,
      amountAskedCents: BigInt(amountAskedCents),
      creditBesideCents,
    });
    return codes.map((code) => codeOf(conditions, code));
  }
}
