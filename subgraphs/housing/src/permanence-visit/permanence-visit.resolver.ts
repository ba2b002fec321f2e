import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import { Permanence } from "../permanence/permanence.entity.js";
import type { HousingContext } from "../services.js";
import { labelAtSite } from "../site/site-label.js";
import { Site } from "../site/site.entity.js";
import { PermanenceVisit, PermanenceVisitConnection } from "./permanence-visit.entity.js";

/** Visits to permanences in the graph. */
@Resolver(() => PermanenceVisit)
export class PermanenceVisitResolver {
  @Query(() => PermanenceVisit, { description: "One visit to a permanence; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  permanenceVisit(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the visit." }) id: string,
    @Ctx() { services }: HousingContext,
  ): Promise<object> {
    return services.permanenceVisits.reference({ id });
  }

  @Query(() => PermanenceVisitConnection, {
    description: "Visits to permanences by a person or for an enterprise, newest first; needs no other subgraph.",
  })
  @Category("LOOK_UP")
  permanenceVisits(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<PermanenceVisit>> {
    return pageOfHolder(services.permanenceVisits, asked);
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: what it was about, and where." })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { topic, siteId }: PermanenceVisit,
    @Ctx() context: HousingContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string> {
    return labelAtSite(topic.labels, siteId, language, context);
  }

  @FieldResolver(() => Permanence, { description: "The permanence that was visited." })
  @Category("DOSSIER_HEADER")
  permanence(
    @Root() { permanenceId }: PermanenceVisit,
    @Ctx() { services }: HousingContext,
  ): Promise<Permanence | null> {
    return services.permanences.byId(permanenceId);
  }

  @FieldResolver(() => Site, { description: "The site." })
  @Category("DOSSIER_HEADER")
  site(@Root() { siteId }: PermanenceVisit, @Ctx() { services }: HousingContext): Promise<Site | null> {
    return services.sites.byId(siteId);
  }

  @FieldResolver(() => EntrepreneurStub, { description: "Who came." })
  @Category("LOOK_UP")
  entrepreneur(
    @Root() { entrepreneurId }: PermanenceVisit,
    @Ctx() { policy }: HousingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }
}
