import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { idAsked } from "@parcours/shared/ids";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import type { CoachingContext } from "../services.js";
import { Project, ProjectConnection } from "./project.entity.js";

/** Projects in the graph. */
@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { description: "One project; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  project(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the project." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.projects.reference({ id });
  }

  @Query(() => ProjectConnection, {
    description: "The projects of a person, newest first; needs no other subgraph. Errors: ID_INVALID.",
  })
  @Category("IDENTITY")
  projects(
    @Arg("entrepreneurId", () => ID, { nullable: false, description: "UUIDv4 of the person." }) entrepreneurId: string,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<Project>> {
    return services.projects.ofPerson(idAsked(entrepreneurId), pageAskedBy(page));
  }

  @FieldResolver(() => String, {
    description: "What the project is called, in the language asked; null where nobody named it.",
  })
  @Category("IDENTITY")
  title(
    @Root() { titleFr, titleNl, titleEn }: Project,
    @Ctx() { request }: CoachingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn({ fr: titleFr, nl: titleNl, en: titleEn }, language, request);
  }

  @FieldResolver(() => EnterpriseStub, { description: "The enterprise it became; null while it has no number." })
  @Category("IDENTITY")
  enterprise(@Root() { enterpriseNumber }: Project): EnterpriseStub | null {
    return enterpriseNamed(enterpriseNumber);
  }

  @FieldResolver(() => EntrepreneurStub, { description: "The person who works on it, under the id in use." })
  @Category("IDENTITY")
  entrepreneur(
    @Root() { entrepreneurId }: Project,
    @Ctx() { policy }: CoachingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }
}
