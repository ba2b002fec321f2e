import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLJSON } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { IntakeDocumentInput, IntakeDocumentOutcome } from "./document-fate.type.js";

/** What became of an answer. */
export enum IntakeFate {
  ALREADY_HELD = "ALREADY_HELD",
  RECEIVED = "RECEIVED",
  CHANGED = "CHANGED",
  REGISTER_FACT_REFUSED = "REGISTER_FACT_REFUSED",
  INVALID = "INVALID",
  REFUSED = "REFUSED",
  INCOMPLETE = "INCOMPLETE",
}
registerEnumType(IntakeFate, {
  name: "IntakeFate",
  description: "What became of an answer on a form.",
  valuesConfig: {
    ALREADY_HELD: { description: "Just that was held already, and you may read it." },
    RECEIVED: {
      description:
        "Its owner has it: an answer to a question of the form; of a fact, a statement that stands beside it until the owner answers.",
    },
    CHANGED: { description: "You changed a fact of your own: your language, how you are reached." },
    REGISTER_FACT_REFUSED: { description: "A register holds it: it is put right there, at `corrections`." },
    INVALID: { description: "It is no value of that fact. Nothing was kept of it." },
    REFUSED: { description: "Its owner does not take it from you; `errors` says why." },
    INCOMPLETE: { description: "Its owner did not answer. Submit the same again with the same key." },
  },
});

/** Whether a submission has reached every owner, with every document. */
export enum SubmissionState {
  COMPLETE = "COMPLETE",
  INCOMPLETE = "INCOMPLETE",
}
registerEnumType(SubmissionState, {
  name: "IntakeSubmissionState",
  description: "Whether a form has reached everybody who keeps a part of it.",
  valuesConfig: {
    COMPLETE: { description: "Every owner answered, and the agency has every document that it needs." },
    INCOMPLETE: {
      description: "An owner did not answer, or a document is not there yet: the same key finishes it.",
    },
  },
});

/** One answer and what became of it. */
@ObjectType({ description: "One answer of a form, and what became of it.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeAnswerFate {
  @Field(() => Code, { nullable: false, description: "What was answered." })
  concept!: Code;

  @Field(() => String, { description: "The fact that it is about; null for a question of the form's own." })
  coordinate!: string | null;

  @Field(() => IntakeFate, { nullable: false, description: "What became of it." })
  fate!: IntakeFate;

  @Field(() => String, { nullable: false, description: "The subgraph whose it is." })
  owner!: string;

  @Field(() => String, { description: "Where a register's fact is put right." })
  corrections!: string | null;
}

/** A form that was submitted. */
@ObjectType({ description: "A form that was submitted, answer by answer.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeSubmission {
  @Field(() => SubmissionState, { nullable: false, description: "How far it is." })
  state!: SubmissionState;

  @Field(() => AgencyReference, { nullable: false, description: "The agency that reads it." })
  agency!: AgencyReference;

  @Field(() => [IntakeAnswerFate], { nullable: false, description: "Every answer." })
  fates!: readonly IntakeAnswerFate[];

  @Field(() => [IntakeDocumentOutcome], { nullable: false, description: "Every document that the form asks for." })
  documents!: readonly IntakeDocumentOutcome[];

  @Field(() => Int, { nullable: false, description: "How many questions were left to ask." })
  asked!: number;

  @Field(() => Int, { nullable: false, description: "How many questions somebody's answer spared." })
  spared!: number;

  @Field(() => Int, { nullable: false, description: "How many documents were left to ask for." })
  documentsAsked!: number;

  @Field(() => Int, { nullable: false, description: "How many documents were held already." })
  documentsSpared!: number;
}

/** One answer. */
@InputType({ description: "One answer on a form." })
export class IntakeAnswerInput {
  @Field(() => ID, { nullable: false, description: "Code of the concept: of a question, or of a fact of the form." })
  concept!: string;

  @Field(() => GraphQLJSON, {
    nullable: false,
    description: "As `questions.answer` describes it; of a fact, as the graph gives it or the part that is meant.",
  })
  value!: unknown;
}

/** What `submitIntake` needs. */
@InputType({ description: "A form with its answers." })
export class SubmitIntakeInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one until the submission is complete. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "Code of the form: of `intakeForms`." })
  form!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person for whom it is filled in." })
  entrepreneurId!: string;

  @Field(() => String, { description: "The enterprise, in any notation; where there is none yet, nothing (R53)." })
  enterpriseNumber?: string | null;

  @Field(() => ID, { description: "UUIDv4 of the project, if it is about one." })
  projectId?: string | null;

  @Field(() => [IntakeAnswerInput], {
    nullable: false,
    description: "What was asked, and what is corrected. What is KNOWN need not be given again.",
  })
  answers!: IntakeAnswerInput[];

  @Field(() => [IntakeDocumentInput], {
    description:
      "What is asked in documents, each once. What is KNOWN need not be given: its reference is handed to the agency.",
  })
  documents?: IntakeDocumentInput[] | null;
}

/** What `submitIntake` answers. */
@ObjectType({ description: "What became of a form.", simpleResolvers: true })
@Category("STRUCTURE")
export class SubmitIntakePayload {
  @Field(() => IntakeSubmission, { description: "The submission; null where nothing was sent to anybody." })
  submission!: IntakeSubmission | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where nothing was." })
  errors!: readonly UserError[];
}

/** A month of an agency's forms. */
@ObjectType({
  description: "How many questions and documents an agency's forms asked for and spared in a month.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class OnceOnlyCount {
  @Field(() => String, { nullable: false, description: "The month, `2026-11`." })
  period!: string;

  @Field(() => AgencyReference, { nullable: false, description: "The agency." })
  agency!: AgencyReference;

  @Field(() => Boolean, { nullable: false, description: "Whether the agency's subgraph answered." })
  isAnswered!: boolean;

  @Field(() => Int, {
    description: "Forms submitted; null where there were fewer than five: they might point at somebody.",
  })
  submissions!: number | null;

  @Field(() => Int, { description: "Questions that were left to ask; null likewise." })
  asked!: number | null;

  @Field(() => Int, { description: "Questions that somebody's answer spared; null likewise." })
  spared!: number | null;

  @Field(() => Int, { description: "Documents that were left to ask for; null likewise." })
  documentsAsked!: number | null;

  @Field(() => Int, { description: "Documents that were held already and not asked for; null likewise." })
  documentsSpared!: number | null;
}
