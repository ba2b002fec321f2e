import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { codeOf } from "@parcours/shared/graphql/code";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { idAsked } from "@parcours/shared/ids";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { CoachingDossierConnection, type CoachingDossier } from "../coaching-dossier/coaching-dossier.entity.js";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import { projectLinks } from "../labels/project-links.js";
import type { CoachingContext } from "../services.js";
import { TestPhaseConnection, type TestPhase } from "../test-phase/test-phase.entity.js";
import { listOfProject } from "./project-readers.js";
import { Project, ProjectConnection } from "./project.entity.js";
import { ChangeProjectInput, LinkProjectInput, ProjectPayload, RegisterProjectInput } from "./project.inputs.js";

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

  @Mutation(() => ProjectPayload, {
    description:
      "Registers a project; no enterprise number is needed. By the person, a coach of the person, or 1819 with the person on the line; of a person whom the front door knows. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, INPUT_CODE_UNKNOWN, INPUT_DATE_INVALID, ACT_NOT_ALLOWED, PROJECT_PERSON_UNKNOWN, PROJECT_PERSON_UNCHECKED, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  registerProject(
    @Arg("input", () => RegisterProjectInput, { nullable: false, description: "The project." })
    input: RegisterProjectInput,
    @Ctx() { services }: CoachingContext,
  ): Promise<ProjectPayload> {
    return services.projectActs.register(input);
  }

  @Mutation(() => ProjectPayload, {
    description:
      "Changes a project; what it was stays in its history. By the person, a coach of the person, or 1819 with the person on the line. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, INPUT_CODE_UNKNOWN, INPUT_DATE_INVALID, PROJECT_NOTHING_TO_CHANGE, ACT_NOT_ALLOWED (an unknown project included), CHANGED_MEANWHILE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  changeProject(
    @Arg("input", () => ChangeProjectInput, { nullable: false, description: "Which project, and what changes." })
    input: ChangeProjectInput,
    @Ctx() { services }: CoachingContext,
  ): Promise<ProjectPayload> {
    return services.projectActs.change(input);
  }

  @Mutation(() => ProjectPayload, {
    description:
      "Links a project to the enterprise that it became; everything that named the project stays, and is found from both; its documents count for the enterprise, and who acts for that reads them. All of it only while the person acts for the enterprise, by the mandates that the front door knows: before that the link is a claim, shown with the project alone. A number that the register does not know yet is taken, with a warning. Linked again it is corrected, without a number taken back; each link stays in the history. By the person, a coach of the person, or 1819 with the person on the line. User errors: INPUT_ID_INVALID, INPUT_DATE_INVALID, PROJECT_ENTERPRISE_INVALID, ACT_NOT_ALLOWED (an unknown project included), CHANGED_MEANWHILE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  linkProjectToEnterprise(
    @Arg("input", () => LinkProjectInput, { nullable: false, description: "Which project, and which enterprise." })
    input: LinkProjectInput,
    @Ctx() { services }: CoachingContext,
  ): Promise<ProjectPayload> {
    return services.projectLinks.link(input);
  }

  @FieldResolver(() => CoachingDossierConnection, {
    description:
      "Courses of coaching that were opened for the project, newest first, before and after it had a number.",
  })
  @Category("DOSSIER_HEADER")
  dossiers(
    @Root() project: Project,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() context: CoachingContext,
  ): Promise<Page<CoachingDossier>> {
    return listOfProject(project, context, () => context.services.projectDossiers.of(project.id, pageAskedBy(page)));
  }

  @FieldResolver(() => TestPhaseConnection, {
    description:
      "Tests of the project inside an activity cooperative, which hosts it and employs nobody; newest first.",
  })
  @Category("DOSSIER_HEADER")
  testPhases(
    @Root() project: Project,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() context: CoachingContext,
  ): Promise<Page<TestPhase>> {
    return listOfProject(project, context, () => context.services.projectTestPhases.of(project.id, pageAskedBy(page)));
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

  @FieldResolver(() => EnterpriseStub, {
    description:
      "The enterprise it became, as who works on it says: see `enterpriseLink`; null while it has no number.",
  })
  @Category("IDENTITY")
  enterprise(@Root() { linkedNumber }: Project): EnterpriseStub | null {
    return enterpriseNamed(linkedNumber);
  }

  @FieldResolver(() => Code, {
    description:
      "What is known of the link to that enterprise: `CONFIRMED` where who works on the project acts for it today, so that the project and its documents count for it; `CLAIMED` where no such mandate is known, and then nobody finds the project or its documents there. Null while it has no number. Whether the register knows the number: `enterprise { registryState }`.",
  })
  @Category("IDENTITY")
  async enterpriseLink(
    @Root() { linkedNumber, entrepreneurId }: Project,
    @Ctx() { policy }: CoachingContext,
  ): Promise<Code | null> {
    if (linkedNumber === null) return null;
    const isActing = await policy.projects.actsFor({ entrepreneurId, enterpriseNumber: linkedNumber });
    return codeOf(projectLinks, isActing ? "CONFIRMED" : "CLAIMED");
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
