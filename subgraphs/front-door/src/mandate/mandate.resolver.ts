import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { AddMandateInput, CorrectMandateInput, EndMandateInput, MandatePayload } from "./mandate.inputs.js";

const common =
  "INPUT_ID_INVALID, INPUT_DATE_INVALID, ACT_NOT_ALLOWED (an unknown one included), IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED";

/** Acts on mandates, in the graph. */
@Resolver()
export class MandateResolver {
  @Mutation(() => MandatePayload, {
    description: `Notes that a person may act for an enterprise, and returns when every reachable subgraph knows. By 1819 with the person on the line, which was shown on what grounds; the person says so with \`disputeFact\`. User errors: ENTERPRISE_NUMBER_INVALID, INPUT_CODE_UNKNOWN, MANDATE_RUNS_ALREADY, MANDATE_ENDS_BEFORE_IT_BEGINS, ${common}.`,
  })
  @Category("ACT")
  addMandate(
    @Arg("input", () => AddMandateInput, { nullable: false, description: "Which mandate." }) input: AddMandateInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<MandatePayload> {
    return services.mandateActs.add(input);
  }

  @Mutation(() => MandatePayload, {
    description: `Ends a mandate, and returns when every reachable subgraph shows its holder nothing of the enterprise any more. By the person, or 1819 with the person on the line. One that came from a register is refused with the register's address. User errors: CHANGED_MEANWHILE (ended before that day already included), FACT_OF_REGISTER, ${common}.`,
  })
  @Category("ACT")
  endMandate(
    @Arg("input", () => EndMandateInput, { nullable: false, description: "Which one." }) input: EndMandateInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<MandatePayload> {
    return services.mandateActs.end(input);
  }

  @Mutation(() => MandatePayload, {
    description: `Puts right as what, or from when to when, a person acts for an enterprise. By 1819 with the person on the line. One that came from a register is refused with the register's address. User errors: CHANGED_MEANWHILE, FACT_OF_REGISTER, INPUT_CODE_UNKNOWN, MANDATE_RUNS_ALREADY, MANDATE_ENDS_BEFORE_IT_BEGINS, ${common}.`,
  })
  @Category("ACT")
  correctMandate(
    @Arg("input", () => CorrectMandateInput, { nullable: false, description: "Which one, and what it was." })
    input: CorrectMandateInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<MandatePayload> {
    return services.mandateActs.correct(input);
  }
}
