import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ProjectConnection, type Project } from "../project/project.entity.js";
import type { CoachingContext } from "../services.js";
import { EntrepreneurCoaching } from "./entrepreneur-coaching.type.js";
import { EntrepreneurStub } from "./entrepreneur.stub.js";

/** What coaching contributes to a person. */
@Resolver(() => EntrepreneurStub)
export class EntrepreneurResolver {
  @FieldResolver(() => EntrepreneurCoaching, { description: "What the coaching pole holds on this person." })
  @Category("DOSSIER_HEADER")
  coaching(@Root() { id }: EntrepreneurStub): EntrepreneurCoaching {
    return { entrepreneurId: id };
  }

  @FieldResolver(() => ProjectConnection, {
    description: "What the person works on or worked on, newest first, with or without an enterprise.",
  })
  @Category("IDENTITY")
  projects(
    @Root() { id }: EntrepreneurStub,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<Project>> {
    return services.projects.ofPerson(id, pageAskedBy(page));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether a course of coaching of this person runs today. Restricted help is never counted.",
  })
  @Category("DOSSIER_HEADER")
  isCoached(@Root() { id }: EntrepreneurStub, @Ctx() { services }: CoachingContext): Promise<boolean> {
    return services.coached.person(id);
  }
}
