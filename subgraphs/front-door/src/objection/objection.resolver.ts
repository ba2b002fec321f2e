import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { Objection, RecordObjectionInput, RecordObjectionPayload } from "./objection.entity.js";

/** Objections in the graph. */
@Resolver(() => Objection)
export class ObjectionResolver {
  @Mutation(() => RecordObjectionPayload, {
    description:
      "Puts down that a person objects to a use of the own data (GDPR 21). By the person, or by the data protection officer. It is listed; nothing changes by itself. User errors: INPUT_ID_INVALID, INPUT_CODE_UNKNOWN, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  recordObjection(
    @Arg("input", () => RecordObjectionInput, { nullable: false, description: "What the person objects to, and why." })
    input: RecordObjectionInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<RecordObjectionPayload> {
    return services.objections.record(input);
  }
}
