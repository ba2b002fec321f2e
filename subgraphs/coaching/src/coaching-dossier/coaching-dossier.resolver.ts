import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { CoachingContext } from "../services.js";
import { CoachingDossier } from "./coaching-dossier.entity.js";

/** Coaching dossiers in the graph. */
@Resolver(() => CoachingDossier)
export class CoachingDossierResolver {
  @Query(() => CoachingDossier, { description: "One coaching dossier; needs no other subgraph." })
  @Category("LOOK_UP")
  coachingDossier(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the dossier." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.coachingDossiers.reference({ id });
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: how close the coaching is, and its topic." })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { intensity, topic }: CoachingDossier,
    @Ctx() { request }: CoachingContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    return [labelIn(intensity.labels, language, request), labelIn(topic.labels, language, request)].join(" · ");
  }
}
