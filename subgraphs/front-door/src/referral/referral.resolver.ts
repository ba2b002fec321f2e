import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { Referral } from "./referral.entity.js";

/** Referrals in the graph. */
@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => Referral, { description: "One referral." })
  @Category("ENTRY_BY_ID")
  referral(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the referral." }) id: string,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<object> {
    return services.referrals.reference({ id });
  }

  @FieldResolver(() => String, { description: "To whom the person was sent, and how far it is." })
  @Category("REFERRAL")
  async label(
    @Root() { toAgency, status }: Referral,
    @Ctx() { services, request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string> {
    const agency = labelIn((await services.agencies.facts(toAgency))?.names, language, request) ?? toAgency.code;
    return `→ ${agency} · ${labelIn(status.labels, language, request)}`;
  }
}
