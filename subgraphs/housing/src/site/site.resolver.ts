import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { NeedConnection, type Need } from "../need/need.entity.js";
import { PermanenceConnection, type Permanence } from "../permanence/permanence.entity.js";
import { TimetableArguments, dayAskedBy } from "../permanence/timetable.arguments.js";
import type { HousingContext } from "../services.js";
import { SiteMemberConnection, type SiteMember } from "../site-member/site-member.type.js";
import { SiteUnitConnection, type SiteUnit } from "../site-unit/site-unit.entity.js";
import { siteNameIn } from "./site-label.js";
import { Site, SiteConnection } from "./site.entity.js";
import { SitesArguments } from "./site.input.js";

/** Sites in the graph: the queries, and what is read in a language. */
@Resolver(() => Site)
export class SiteResolver {
  @Query(() => Site, { description: "One site; needs no other subgraph." })
  @Category("PUBLIC")
  site(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the site." }) id: string,
    @Ctx() { services }: HousingContext,
  ): Promise<object> {
    return services.sites.reference({ id });
  }

  @Query(() => SiteConnection, {
    description: "Sites that house enterprises, those opened last first; needs no other subgraph.",
  })
  @Category("PUBLIC")
  sites(@Args(() => SitesArguments) asked: SitesArguments, @Ctx() { services }: HousingContext): Promise<Page<Site>> {
    return services.sites.list(asked.filter ?? {}, pageAskedBy(asked));
  }

  @FieldResolver(() => String, { description: "What the site is called." })
  @Category("PUBLIC")
  name(
    @Root() site: Site,
    @Ctx() { request }: HousingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return siteNameIn(site, language, request);
  }

  @FieldResolver(() => String, { description: "Name of its municipality; there are no English ones." })
  @Category("PUBLIC")
  municipality(
    @Root() { municipalityFr, municipalityNl }: Site,
    @Ctx() { request }: HousingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn({ fr: municipalityFr, nl: municipalityNl }, language, request);
  }

  @FieldResolver(() => String, { description: "Street and house number; there are no English street names." })
  @Category("PUBLIC")
  street(
    @Root() { streetFr, streetNl, houseNumber }: Site,
    @Ctx() { request }: HousingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn({ fr: `${streetFr} ${houseNumber}`, nl: `${streetNl} ${houseNumber}` }, language, request);
  }
}

/** The lists of a site: what it lets, who is there, who comes when, what members need. */
@Resolver(() => Site)
export class SiteListsResolver {
  @FieldResolver(() => SiteUnitConnection, { description: "Rooms and desks it lets, in the site's own order." })
  @Category("PUBLIC")
  units(
    @Root() { id }: Site,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<SiteUnit>> {
    return services.siteUnits.ofSite(id, pageAskedBy(page));
  }

  @FieldResolver(() => SiteMemberConnection, {
    description:
      "Who stays at the site today, those who came last first: one member for each person and enterprise, whatever they rent (S102, J08).",
  })
  @Category("DOSSIER_HEADER")
  members(
    @Root() { id }: Site,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<SiteMember>> {
    return services.siteMembers.ofSite(id, pageAskedBy(page));
  }

  @FieldResolver(() => PermanenceConnection, {
    description:
      "The weekly hours at which agencies' staff are at the site, from a day on, the next to come first (S101).",
  })
  @Category("PUBLIC")
  permanences(
    @Root() { id }: Site,
    @Args(() => TimetableArguments) asked: TimetableArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<Permanence>> {
    return services.permanences.ofSite(id, pageAskedBy(asked), dayAskedBy(asked));
  }

  @FieldResolver(() => NeedConnection, {
    description: "What members of the site were found to need, newest first (S103).",
  })
  @Category("NEED")
  needs(
    @Root() { id }: Site,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<Need>> {
    return services.siteNeeds.of(id, pageAskedBy(page));
  }
}
