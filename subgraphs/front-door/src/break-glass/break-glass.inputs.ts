import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { BreakGlassOutcome, BreakGlassReview, BreakGlassReviewState } from "./break-glass.entity.js";

/** The arguments of `breakGlassReviews`. */
@ArgsType()
export class BreakGlassReviewArguments extends ConnectionArguments {
  @Field(() => BreakGlassReviewState, {
    description: "Only open ones, or only closed ones; both where it is not given.",
  })
  state?: BreakGlassReviewState | null;
}

/** What `breakGlass` needs. */
@InputType({ description: "What is opened in an emergency, and why." })
export class BreakGlassInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person whose data they are." })
  entrepreneurId!: string;

  @Field(() => ID, { nullable: false, description: "Code of the agency that owns what is opened, and reviews: `COM`." })
  ownerAgency!: string;

  @Field(() => String, { nullable: false, description: "`COACHING_CONTENT` or `DIFFICULTY_CASE`." })
  category!: string;

  @Field(() => String, {
    nullable: false,
    description: "Why there is no other way: 20 to 500 characters. The owner agency and the person read it.",
  })
  motive!: string;
}

/** What `breakGlass` answers. */
@ObjectType({ description: "What was opened, and who obeys already.", simpleResolvers: true })
@Category("STRUCTURE")
export class BreakGlassPayload {
  @Field(() => GraphQLDate, {
    description: "The last day on which the category is open to you, for this person; null where nothing was done.",
  })
  openUntil!: string | null;

  @Field(() => [String], { nullable: false, description: "Subgraphs that have applied it: you may read there now." })
  reached!: readonly string[];

  @Field(() => [String], { nullable: false, description: "Subgraphs that have not said so within half a second." })
  pending!: readonly string[];

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}

/** What `closeBreakGlassReview` needs. */
@InputType({ description: "What a review found." })
export class CloseBreakGlassReviewInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the review." })
  reviewId!: string;

  @Field(() => Int, { nullable: false, description: "The `version` of the review that was read." })
  version!: number;

  @Field(() => BreakGlassOutcome, { nullable: false, description: "What was found." })
  outcome!: BreakGlassOutcome;

  @Field(() => String, {
    nullable: false,
    description:
      "On what grounds: 3 to 1000 characters. The person reads it; where the person was erased meanwhile, it is not kept.",
  })
  note!: string;
}

/** What `closeBreakGlassReview` answers. */
@ObjectType({ description: "The review as it was closed.", simpleResolvers: true })
@Category("STRUCTURE")
export class CloseBreakGlassReviewPayload {
  @Field(() => BreakGlassReview, { description: "The review as it is now; null where nothing was done." })
  breakGlassReview!: BreakGlassReview | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
