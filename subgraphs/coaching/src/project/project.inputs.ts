import { LanguageCode } from "@parcours/shared/graphql/values";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Project } from "./project.entity.js";

const onceOnly = "A new random UUID; the same one when the same act is tried again. Kept for 30 days.";

/** A text with the language in which somebody wrote it. */
@InputType({ description: "A text with the language in which it was written; it is shown as it was written." })
export class WrittenTextInput {
  @Field(() => String, { nullable: false, description: "The text." })
  text!: string;

  @Field(() => LanguageCode, { nullable: false, description: "The language in which it was written." })
  language!: LanguageCode;
}

/** What `registerProject` needs. */
@InputType({ description: "A project, with or without an enterprise." })
export class RegisterProjectInput {
  @Field(() => ID, { nullable: false, description: onceOnly })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person who works on it." })
  entrepreneurId!: string;

  @Field(() => WrittenTextInput, { nullable: false, description: "What it is called: 2 to 200 characters." })
  title!: WrittenTextInput;

  @Field(() => WrittenTextInput, { description: "What it is and for whom: 50 to 2,000 characters." })
  pitch?: WrittenTextInput | null;

  @Field(() => String, {
    nullable: false,
    description: "Code of the stage of life: `PRE_CREATION`, `TEST_PHASE`, `CREATION`…",
  })
  stage!: string;

  @Field(() => String, { nullable: false, description: "Code of the sector: `HORECA`, `ICT`…" })
  sector!: string;

  @Field(() => String, {
    description: "Day the person began to work on it, `YYYY-MM-DD`; today where it is not given.",
  })
  since?: string | null;
}

/** What `changeProject` needs: what is not given stays. */
@InputType({ description: "What changes of a project; what is not given stays as it is." })
export class ChangeProjectInput {
  @Field(() => ID, { nullable: false, description: onceOnly })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  projectId!: string;

  @Field(() => Int, { nullable: false, description: "The `version` of the project that was read." })
  version!: number;

  @Field(() => WrittenTextInput, { description: "What it is called: 2 to 200 characters." })
  title?: WrittenTextInput | null;

  @Field(() => WrittenTextInput, { description: "What it is and for whom: 50 to 2,000 characters." })
  pitch?: WrittenTextInput | null;

  @Field(() => String, { description: "Code of the stage of life." })
  stage?: string | null;

  @Field(() => String, { description: "Code of the sector." })
  sector?: string | null;

  @Field(() => String, { description: "Day the person began to work on it, `YYYY-MM-DD`." })
  since?: string | null;

  @Field(() => String, { description: "Last day the person worked on it, `YYYY-MM-DD`." })
  until?: string | null;
}

/** What `linkProjectToEnterprise` needs. */
@InputType({ description: "The enterprise that a project became." })
export class LinkProjectInput {
  @Field(() => ID, { nullable: false, description: onceOnly })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  projectId!: string;

  @Field(() => Int, { nullable: false, description: "The `version` of the project that was read." })
  version!: number;

  @Field(() => String, {
    description:
      "Enterprise number in any notation, of one for which the person acts: without a mandate it stays a claim. Leave it out to take back a link that was wrong.",
  })
  enterpriseNumber?: string | null;

  @Field(() => String, {
    description: "Day from which the project has the number, `YYYY-MM-DD`; today where it is not given.",
  })
  since?: string | null;
}

/** What an act on a project answers. */
@ObjectType({ description: "The project as it is now.", simpleResolvers: true })
@Category("STRUCTURE")
export class ProjectPayload {
  @Field(() => Project, { description: "The project; null where nothing was done." })
  project!: Project | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];

  @Field(() => [UserError], {
    nullable: false,
    description:
      "What was done all the same, and should be seen to; with `linkProjectToEnterprise` alone. PROJECT_LINK_CLAIMED, PROJECT_ENTERPRISE_NOT_IN_REGISTER, PROJECT_REGISTER_SILENT.",
  })
  warnings!: readonly UserError[];
}
