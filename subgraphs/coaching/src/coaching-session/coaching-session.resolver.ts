import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CoachingDossier } from "../coaching-dossier/coaching-dossier.entity.js";
import type { CoachingContext } from "../services.js";
import { CoachingSession, CoachingSessionConnection } from "./coaching-session.entity.js";

/** Coaching sessions in the graph. */
@Resolver(() => CoachingSession)
export class CoachingSessionResolver {
  @Query(() => CoachingSession, { description: "One coaching session; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  coachingSession(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the session." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.coachingSessions.reference({ id });
  }

  @Query(() => CoachingSessionConnection, {
    description:
      "Coaching sessions of a person or an enterprise, newest first; needs no other subgraph. " +
      "Errors: HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID.",
  })
  @Category("DOSSIER_HEADER")
  coachingSessions(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingSession>> {
    return pageOfHolder(services.coachingSessions, asked);
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: the kind of meeting." })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { meeting }: CoachingSession,
    @Ctx() { request }: CoachingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(meeting.labels, language, request);
  }

  @FieldResolver(() => CoachingDossier, { description: "The dossier it belongs to." })
  @Category("DOSSIER_HEADER")
  dossier(@Root() { dossierId }: CoachingSession, @Ctx() { services }: CoachingContext): Promise<object> {
    return services.coachingDossiers.reference({ id: dossierId });
  }
}
