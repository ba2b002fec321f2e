import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import type { FrontDoorContext } from "../services.js";
import { MatchReview, MatchReviewConnection } from "./match-review.entity.js";
import { DecideMatchInput, DecideMatchPayload, MatchReviewArguments } from "./match-review.inputs.js";

/** Doubts that wait for somebody, in the graph. */
@Resolver(() => MatchReview)
export class MatchReviewResolver {
  @Query(() => MatchReviewConnection, {
    description:
      "Files that may be one person's, newest first, each with the reasons. For reviewers of duplicates and the data protection officer; NOT_SHARED for everybody else.",
  })
  @Category("WORK_LIST")
  matchReviews(
    @Args(() => MatchReviewArguments) asked: MatchReviewArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<MatchReview>> {
    return services.matchReviews.page(asked);
  }

  @FieldResolver(() => Entrepreneur, { description: "The newer file; after a merge, the one person." })
  @Category("MATCH_REVIEW")
  entrepreneur(
    @Root() { entrepreneurId }: MatchReview,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Entrepreneur | null> {
    return services.entrepreneurs.byId(entrepreneurId);
  }

  @FieldResolver(() => Entrepreneur, { description: "Whose it may be." })
  @Category("MATCH_REVIEW")
  other(@Root() { otherId }: MatchReview, @Ctx() { services }: FrontDoorContext): Promise<Entrepreneur | null> {
    return services.entrepreneurs.byId(otherId);
  }

  @Mutation(() => DecideMatchPayload, {
    description:
      "Decides on two files that may be one person's. SAME merges them and returns when every reachable subgraph knows; DIFFERENT is remembered. By reviewers of duplicates with the purpose MATCHING. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown review included), CHANGED_MEANWHILE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  decideMatch(
    @Arg("input", () => DecideMatchInput, { nullable: false, description: "Which review, and what was decided." })
    input: DecideMatchInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<DecideMatchPayload> {
    return services.matchReviews.decide(input);
  }
}
