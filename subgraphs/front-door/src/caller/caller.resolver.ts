import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { EnterpriseReference } from "../enterprise/enterprise.entity.js";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import type { FrontDoorContext } from "../services.js";
import type { Caller } from "./caller.service.js";

/** How many parties a look-up found. */
export enum CallerOutcomeCode {
  NONE = "NONE",
  ONE = "ONE",
  SEVERAL = "SEVERAL",
}
registerEnumType(CallerOutcomeCode, {
  name: "CallerOutcome",
  description: "How many parties a look-up found.",
  valuesConfig: {
    NONE: { description: "Nobody known matches: an answer, not an error." },
    ONE: { description: "Exactly one, found by more than a name." },
    SEVERAL: { description: "More than one, or one by name alone: `candidates` says which; nobody's file is opened." },
  },
});

/** Somebody who may be the caller. */
@ObjectType({ description: "Somebody who may be the caller: only what tells candidates apart.", simpleResolvers: true })
export class CallerCandidate {
  @Field(() => ID, { description: "The person; null for an enterprise without a known person." })
  @Category("LOOK_UP")
  entrepreneurId!: string | null;

  @Field(() => ID, { description: "The enterprise that led here, else one for which the person acts." })
  @Category("LOOK_UP")
  enterpriseNumber!: string | null;

  @Field(() => String, { description: "Name of the person or enterprise." })
  @Category("IDENTITY")
  displayName!: string;

  @Field(() => String, { description: "Municipality of the person's home, else of the enterprise." })
  @Category("CONTACT")
  municipality!: string | null;

  @Field(() => [String], {
    description:
      "Why: `PHONE`, `EMAIL`, `NAME`, `ENTERPRISE_PHONE`, `ENTERPRISE_EMAIL`, `ENTERPRISE_NUMBER`, `ENTERPRISE_NAME`.",
  })
  @Category("LOOK_UP")
  reasons!: string[];
}

/** The answer to "who is calling?". */
@ObjectType("Caller", { description: "The answer to the question who is calling.", simpleResolvers: true })
export class CallerType {
  @Field(() => CallerOutcomeCode, { description: "How many parties match every clue given." })
  @Category("LOOK_UP")
  outcome!: CallerOutcomeCode;

  @Field(() => Entrepreneur, { description: "The person, with ONE." })
  @Category("LOOK_UP")
  entrepreneur!: Entrepreneur | null;

  @Field(() => EnterpriseReference, {
    description:
      "The enterprise whose valid number was given, whatever the outcome; or, with ONE, a known enterprise without a known person.",
  })
  @Category("LOOK_UP")
  enterprise!: EnterpriseReference | null;

  @Field(() => [CallerCandidate], { description: "Who it may be, at most 20; empty unless SEVERAL." })
  @Category("LOOK_UP")
  candidates!: CallerCandidate[];

  @Field(() => Boolean, { description: "Whether there are more candidates than are shown: give another clue." })
  @Category("LOOK_UP")
  more!: boolean;
}

/** Who is calling, in the graph. */
@Resolver(() => CallerType)
export class CallerResolver {
  @Query(() => CallerType, {
    description:
      "Who is calling? Give what is known; each clue narrows. An unknown, withheld or short number finds nobody, which is no error. Errors: CALLER_ARGUMENT_REQUIRED, PHONE_INVALID, ENTERPRISE_NUMBER_INVALID, CALLER_NAME_TOO_SHORT.",
  })
  @Category("LOOK_UP")
  caller(
    @Ctx() { services }: FrontDoorContext,
    @Arg("phone", () => String, {
      nullable: true,
      description: "The number shown, in any notation; empty or `anonymous` where it is withheld.",
    })
    phone?: string | null,
    @Arg("enterpriseNumber", () => String, { nullable: true, description: "Enterprise number in any notation." })
    enterpriseNumber?: string | null,
    @Arg("email", () => String, { nullable: true, description: "E-mail address." }) email?: string | null,
    @Arg("name", () => String, {
      nullable: true,
      description: "Name, or its beginning; accents and order do not matter.",
    })
    name?: string | null,
  ): Promise<Caller> {
    return services.caller.find({
      phone: phone ?? null,
      enterpriseNumber: enterpriseNumber ?? null,
      email: email ?? null,
      name: name ?? null,
    });
  }
}
