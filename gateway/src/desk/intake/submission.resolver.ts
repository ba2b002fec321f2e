import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { OnceOnlyCount, SubmitIntakeInput, SubmitIntakePayload } from "./submission.type.js";

/** Submitting forms in the graph, and what they count. */
@Resolver()
export class SubmissionResolver {
  @Mutation(() => SubmitIntakePayload, {
    description:
      "Submits a form: the agency keeps the answers to its own questions, what is said of a fact goes to the fact's owner, what is held of the documents is handed to it by reference, what is offered is given to it with a ticket for the bytes, and every fate is told. By the person or a mandatary; of staff by the agency whose form it is, by 1819, and by who coaches the person. An owner that does not answer, or a document that is not there, leaves it INCOMPLETE; the same key finishes it. User errors: IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, INTAKE_CONCEPT_UNKNOWN, INTAKE_ANSWER_INVALID, INTAKE_ANSWER_REQUIRED, INTAKE_DOCUMENT_UNKNOWN, INTAKE_DOCUMENT_TOO_OLD, ACT_NOT_ALLOWED, those of `provideDocument`. Errors: those of `intake`.",
  })
  @Category("INTAKE")
  submitIntake(
    @Arg("input", () => SubmitIntakeInput, { nullable: false, description: "The form with its answers." })
    input: SubmitIntakeInput,
    @Ctx() { services, request }: DeskContext,
  ): Promise<SubmitIntakePayload> {
    return services.submissions.submit(input, request);
  }

  @Query(() => OnceOnlyCount, {
    description:
      "How many questions and documents an agency's forms asked for in a month, and how many were spared: counts, never names. Errors: INTAKE_PERIOD_INVALID.",
  })
  @Category("PUBLIC")
  onceOnly(
    @Arg("period", () => String, { nullable: false, description: "A month in Brussels, `2026-11`." }) period: string,
    @Arg("agency", () => ID, { nullable: false, description: "Code of the agency." }) agency: string,
    @Ctx() { services }: DeskContext,
  ): Promise<OnceOnlyCount> {
    return services.submissions.countOf(period, agency);
  }
}
