import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MatchDecision, MatchReview, MatchReviewState } from "./match-review.entity.js";

/** The arguments of `matchReviews`. */
@ArgsType()
export class MatchReviewArguments extends ConnectionArguments {
  @Field(() => MatchReviewState, { description: "Only open ones, or only closed ones; both where it is not given." })
  state?: MatchReviewState | null;
}

/** What `decideMatch` needs. */
@InputType({ description: "What was decided on two files that may be one person's." })
export class DecideMatchInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the review." })
  reviewId!: string;

  @Field(() => Int, { nullable: false, description: "The `version` of the review that was read." })
  version!: number;

  @Field(() => MatchDecision, { nullable: false, description: "One person, or two." })
  decision!: MatchDecision;

  @Field(() => String, { nullable: false, description: "On what grounds: 3 to 500 characters." })
  reason!: string;
}

/** What `decideMatch` answers. */
@ObjectType({ description: "The review as it was decided, and which owners know already.", simpleResolvers: true })
@Category("STRUCTURE")
export class DecideMatchPayload {
  @Field(() => MatchReview, { description: "The review as it is now; null where nothing was done." })
  matchReview!: MatchReview | null;

  @Field(() => [String], { nullable: false, description: "Subgraphs that have applied the merge; none without one." })
  reached!: readonly string[];

  @Field(() => [String], { nullable: false, description: "Subgraphs that have not said so within half a second." })
  pending!: readonly string[];

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
