import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { EraseEntrepreneurInput, EraseEntrepreneurPayload } from "./erasure.type.js";

/** Erasure in the graph. */
@Resolver()
export class ErasureResolver {
  @Mutation(() => EraseEntrepreneurPayload, {
    description:
      "Erases a person at every owner (GDPR 17), by the data protection officer who treats the request: what may go goes, what the law keeps is told line by line with its last day. The front door, which knows who the person is, comes last. An owner that does not answer leaves it INCOMPLETE; the same key finishes it. User errors: INPUT_ID_INVALID, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ERASURE")
  eraseEntrepreneur(
    @Arg("input", () => EraseEntrepreneurInput, { nullable: false, description: "Whom to erase." })
    input: EraseEntrepreneurInput,
    @Ctx() { services, request }: DeskContext,
  ): Promise<EraseEntrepreneurPayload> {
    return services.erasures.erase(input, request);
  }
}
