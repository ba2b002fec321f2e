import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { idAsked } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CoachingDossier } from "../coaching-dossier/coaching-dossier.entity.js";
import { Project } from "../project/project.entity.js";
import type { CoachingContext } from "../services.js";
import { TestPhase, TestPhaseConnection } from "./test-phase.entity.js";

/** Test phases in the graph. */
@Resolver(() => TestPhase)
export class TestPhaseResolver {
  @Query(() => TestPhase, { description: "One test phase; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  testPhase(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the test phase." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.testPhases.reference({ id });
  }

  @Query(() => TestPhaseConnection, {
    description: "Test phases of a person, newest first; needs no other subgraph. Errors: ID_INVALID.",
  })
  @Category("DOSSIER_HEADER")
  testPhases(
    @Arg("entrepreneurId", () => ID, { nullable: false, description: "UUIDv4 of the person." }) entrepreneurId: string,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<TestPhase>> {
    return services.testPhases.ofPerson(idAsked(entrepreneurId), pageAskedBy(page));
  }

  @FieldResolver(() => Project, {
    description: "The project that is tested; it names the enterprise from the day its number exists.",
  })
  @Category("IDENTITY")
  project(@Root() { projectId }: TestPhase, @Ctx() { services }: CoachingContext): Promise<Project | null> {
    return services.projects.named(projectId);
  }

  @FieldResolver(() => CoachingDossier, { description: "The coaching dossier it belongs to." })
  @Category("DOSSIER_HEADER")
  dossier(@Root() { dossierId }: TestPhase, @Ctx() { services }: CoachingContext): Promise<object> {
    return services.coachingDossiers.reference({ id: dossierId });
  }
}
