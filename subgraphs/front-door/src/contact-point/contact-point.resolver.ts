import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { RemoveContactPointInput, RemoveContactPointPayload } from "./contact-point.inputs.js";

/** Acts on contact points, in the graph. */
@Resolver()
export class ContactPointResolver {
  @Mutation(() => RemoveContactPointPayload, {
    description:
      "Says that a number or address no longer works: it keeps its last day, and stands in the history. By the person, or 1819 with the person on the line. User errors: INPUT_ID_INVALID, ACT_NOT_ALLOWED (an unknown one included), CHANGED_MEANWHILE where it has ended already, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  removeContactPoint(
    @Arg("input", () => RemoveContactPointInput, { nullable: false, description: "Which one." })
    input: RemoveContactPointInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<RemoveContactPointPayload> {
    return services.contactPointActs.remove(input);
  }
}
