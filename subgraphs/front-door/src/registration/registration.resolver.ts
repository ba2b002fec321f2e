import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { RegisterEntrepreneurInput, RegisterEntrepreneurPayload } from "./registration.inputs.js";

/** Registering in the graph. */
@Resolver(() => RegisterEntrepreneurPayload)
export class RegistrationResolver {
  @Mutation(() => RegisterEntrepreneurPayload, {
    description:
      "Finds a person before it creates one. Certain: the same person, and nothing is written. Doubtful: a new file, and a reviewer looks; never a silent merge. By advisors of 1819 with the purpose CALL, coaches with the purpose COACHING, and the person, who is never led into another's file. User errors: INPUT_TEXT_LENGTH, INPUT_DATE_INVALID, INPUT_CODE_UNKNOWN, PHONE_INVALID, PHONE_FINDS_NOBODY, EMAIL_INVALID, ENTERPRISE_NUMBER_INVALID, NATIONAL_NUMBER_INVALID, TOO_MANY_VALUES, REGISTRATION_CLUE_REQUIRED, ACT_NOT_ALLOWED, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  registerEntrepreneur(
    @Arg("input", () => RegisterEntrepreneurInput, { nullable: false, description: "Who it is." })
    input: RegisterEntrepreneurInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<RegisterEntrepreneurPayload> {
    return services.registrations.register(input);
  }
}
