import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { Field, Float, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Entrepreneur, PreferredLanguage } from "../entrepreneur/entrepreneur.entity.js";
import { MatchReview } from "../identity/match-review.entity.js";
import { MatchReason } from "../matching/match-reason.type.js";

/** What a registration came to, in the graph. */
export enum RegistrationOutcomeCode {
  FOUND = "FOUND",
  CREATED = "CREATED",
  CREATED_FOR_REVIEW = "CREATED_FOR_REVIEW",
}
registerEnumType(RegistrationOutcomeCode, {
  name: "RegistrationOutcome",
  description: "What a registration came to.",
  valuesConfig: {
    FOUND: { description: "The person was known: nothing was written." },
    CREATED: { description: "A new file." },
    CREATED_FOR_REVIEW: {
      description: "A new file, and a reviewer looks whether it is that of somebody who is known.",
    },
  },
});

/** What `registerEntrepreneur` needs. */
@InputType({ description: "Who somebody is: a name, and at least a birth date, a telephone or an e-mail address." })
export class RegisterEntrepreneurInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => String, { nullable: false, description: "Given name, at most 100 characters." })
  givenName!: string;

  @Field(() => String, { nullable: false, description: "Family name, with its particles, at most 100 characters." })
  familyName!: string;

  @Field(() => PreferredLanguage, {
    description: "The language to use with the person; UNKNOWN where it is not given.",
  })
  preferredLanguage?: PreferredLanguage | null;

  @Field(() => String, { description: "Date of birth, `YYYY-MM-DD`." })
  birthDate?: string | null;

  @Field(() => [String], { description: "Telephone numbers in any notation, at most 5." })
  phones?: string[] | null;

  @Field(() => [String], { description: "E-mail addresses, at most 5." })
  emails?: string[] | null;

  @Field(() => [ID], {
    description: "Enterprises for which the person acts, at most 20: they help to find, and register no mandate.",
  })
  enterpriseNumbers?: string[] | null;

  @Field(() => ID, { description: "NIS code of the municipality of the home: `21009`." })
  municipality?: string | null;

  @Field(() => String, { description: "Postcode of the home." })
  postcode?: string | null;

  @Field(() => String, {
    description:
      "National register or bis number, where the law lets you know it. Only a keyed hash of it is kept; without the front door's key not even that.",
  })
  nationalNumber?: string | null;
}

/** What `registerEntrepreneur` answers. */
@ObjectType({ description: "Who it is, and why.", simpleResolvers: true })
@Category("STRUCTURE")
export class RegisterEntrepreneurPayload {
  @Field(() => RegistrationOutcomeCode, {
    description:
      "What it came to; null where nothing was done. A person who registers reads CREATED also where a reviewer looks: nobody learns by registering who is known.",
  })
  outcome!: RegistrationOutcomeCode | null;

  @Field(() => Entrepreneur, { description: "The person, known or new; null where nothing was done." })
  entrepreneur!: Entrepreneur | null;

  @Field(() => Float, {
    description: "How alike the likeliest known person is, in bits; null where nobody is alike.",
  })
  @Category("MATCH_EXPLANATION")
  score!: number | null;

  @Field(() => [MatchReason], { description: "All that the score rests on; empty where nobody is alike." })
  @Category("MATCH_EXPLANATION")
  reasons!: MatchReason[] | null;

  @Field(() => [MatchReview], { description: "Where a reviewer looks: one for each person whom it may be." })
  @Category("MATCH_REVIEW")
  matchReviews!: MatchReview[] | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
