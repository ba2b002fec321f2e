import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { DeskEntrepreneur } from "../entrepreneur.stub.js";
import { FlaggedLookup, FlaggedLookupConnection, LookupFlag } from "./flagged-lookup.type.js";
import { LookupConnection } from "./lookup.type.js";
import { lookupPageAsked } from "./merge.rules.js";

/** Who looked, in the graph. */
@Resolver(() => DeskEntrepreneur)
export class LookupResolver {
  @FieldResolver(() => LookupConnection, {
    description:
      "Everybody who looked at this person's data, over all owners, newest first, within a second of the look; for the person and the data protection officer alone. Names the owners that did not answer. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.",
  })
  @Category("LOOKUPS")
  lookups(
    @Root() { id }: DeskEntrepreneur,
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() { services }: DeskContext,
  ): Promise<LookupConnection> {
    return services.lookups.of(id, lookupPageAsked(first, after));
  }
}

/** Looks that somebody should ask about, in the graph. */
@Resolver(() => FlaggedLookup)
export class FlaggedLookupResolver {
  @Query(() => FlaggedLookupConnection, {
    description:
      "Looks of officials at themselves or at a colleague, over all owners and persons, newest first; for the data protection officer alone. Names the owners that did not answer. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.",
  })
  @Category("FLAGGED_LOOKUPS")
  flaggedLookups(
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Arg("flag", () => LookupFlag, { nullable: true, description: "Only looks of this flag." })
    flag: LookupFlag | null,
    @Ctx() { services }: DeskContext,
  ): Promise<FlaggedLookupConnection> {
    return services.lookups.flagged(lookupPageAsked(first, after), flag ?? null);
  }
}
