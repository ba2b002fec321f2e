import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { idAsked } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { HousingContext } from "../services.js";
import { Site } from "../site/site.entity.js";
import { Permanence, PermanenceConnection } from "./permanence.entity.js";
import { TimetableArguments, dayAskedBy } from "./timetable.arguments.js";

/** Permanences in the graph. */
@Resolver(() => Permanence)
export class PermanenceResolver {
  @Query(() => Permanence, { description: "One permanence; needs no other subgraph." })
  @Category("PUBLIC")
  permanence(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the permanence." }) id: string,
    @Ctx() { services }: HousingContext,
  ): Promise<object> {
    return services.permanences.reference({ id });
  }

  @Query(() => PermanenceConnection, {
    description: "The timetable of a site from a day on, the next to be held first; needs no other subgraph.",
  })
  @Category("PUBLIC")
  permanences(
    @Arg("siteId", () => ID, { nullable: false, description: "UUIDv4 of the site." }) siteId: string,
    @Args(() => TimetableArguments) asked: TimetableArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<Permanence>> {
    return services.permanences.ofSite(idAsked(siteId), pageAskedBy(asked), dayAskedBy(asked));
  }

  @FieldResolver(() => Site, { description: "The site." })
  @Category("PUBLIC")
  site(@Root() { siteId }: Permanence, @Ctx() { services }: HousingContext): Promise<Site | null> {
    return services.sites.byId(siteId);
  }
}
