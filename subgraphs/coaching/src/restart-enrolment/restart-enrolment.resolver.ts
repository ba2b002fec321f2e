import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Project } from "../project/project.entity.js";
import type { CoachingContext } from "../services.js";
import { RestartEnrolment } from "./restart-enrolment.entity.js";

/** Enrolments in the restart package in the graph. */
@Resolver(() => RestartEnrolment)
export class RestartEnrolmentResolver {
  @Query(() => RestartEnrolment, {
    description:
      "One enrolment in the restart package; needs no other subgraph. To who may not read it, an unknown one and a known one answer alike.",
  })
  @Category("ENTRY_BY_ID")
  restartEnrolment(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the enrolment." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.restartEnrolments.reference({ id });
  }

  @FieldResolver(() => Project, { description: "The project it is about, if one was recorded." })
  @Category("DIFFICULTY_CASE")
  project(@Root() { projectId }: RestartEnrolment, @Ctx() { services }: CoachingContext): Promise<Project | null> {
    return services.projects.named(projectId);
  }
}
