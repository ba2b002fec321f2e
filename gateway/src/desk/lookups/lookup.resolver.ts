import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { DeskEntrepreneur } from "../entrepreneur.stub.js";
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
