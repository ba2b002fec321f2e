import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoachingDossierConnection, type CoachingDossier } from "../coaching-dossier/coaching-dossier.entity.js";
import { CoachingSessionConnection, type CoachingSession } from "../coaching-session/coaching-session.entity.js";
import { DifficultyCaseConnection, type DifficultyCase } from "../difficulty-case/difficulty-case.entity.js";
import { PackageEnrolmentConnection, type PackageEnrolment } from "../package-enrolment/package-enrolment.entity.js";
import { RestartEnrolmentConnection, type RestartEnrolment } from "../restart-enrolment/restart-enrolment.entity.js";
import type { CoachingContext } from "../services.js";
import { TestPhaseConnection, type TestPhase } from "../test-phase/test-phase.entity.js";
import { EntrepreneurCoaching } from "./entrepreneur-coaching.type.js";

/** The lists of a person's coaching section. The restricted ones are refused as a whole, also where they are empty. */
@Resolver(() => EntrepreneurCoaching)
export class EntrepreneurCoachingResolver {
  @FieldResolver(() => CoachingDossierConnection, { description: "Courses of coaching, newest first." })
  @Category("DOSSIER_HEADER")
  dossiers(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingDossier>> {
    return services.coachingDossiers.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => CoachingSessionConnection, {
    description: "Meetings with coaches over all dossiers, newest first.",
  })
  @Category("DOSSIER_HEADER")
  sessions(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingSession>> {
    return services.coachingSessions.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => PackageEnrolmentConnection, {
    description: "Enrolments in packages, newest first; the restart package stands apart.",
  })
  @Category("DOSSIER_HEADER")
  enrolments(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<PackageEnrolment>> {
    return services.packageEnrolments.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => TestPhaseConnection, {
    description: "Tests of an activity inside an activity cooperative, newest first.",
  })
  @Category("DOSSIER_HEADER")
  testPhases(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<TestPhase>> {
    return services.testPhases.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => DifficultyCaseConnection, {
    description: "Cases of difficulty, newest first. Restricted as a whole, also when there is none.",
  })
  @Category("DIFFICULTY_CASE")
  difficultyCases(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<DifficultyCase>> {
    return services.difficultyCases.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => RestartEnrolmentConnection, {
    description: "Enrolments in the restart package, newest first. Restricted as a whole, also when there is none.",
  })
  @Category("DIFFICULTY_CASE")
  restartEnrolments(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<RestartEnrolment>> {
    return services.restartEnrolments.ofPerson(entrepreneurId, pageAskedBy(page));
  }
}
