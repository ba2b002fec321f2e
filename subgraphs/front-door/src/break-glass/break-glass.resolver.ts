import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import type { FrontDoorContext } from "../services.js";
import { BreakGlassReview, BreakGlassReviewConnection } from "./break-glass.entity.js";
import {
  BreakGlassInput,
  BreakGlassPayload,
  BreakGlassReviewArguments,
  CloseBreakGlassReviewInput,
  CloseBreakGlassReviewPayload,
} from "./break-glass.inputs.js";

/** Emergency accesses and their reviews in the graph. */
@Resolver(() => BreakGlassReview)
export class BreakGlassResolver {
  @Query(() => BreakGlassReviewConnection, {
    description:
      "Emergency accesses to review, newest first: all of them for the data protection officer, those of the own agency's data for its coaches and recognised helpers. NOT_SHARED for everybody else.",
  })
  @Category("WORK_LIST")
  breakGlassReviews(
    @Args(() => BreakGlassReviewArguments) asked: BreakGlassReviewArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<BreakGlassReview>> {
    return services.breakGlass.reviews(asked);
  }

  @FieldResolver(() => Entrepreneur, { description: "Whose data they are." })
  @Category("BREAK_GLASS_REVIEW")
  entrepreneur(
    @Root() { entrepreneurId }: BreakGlassReview,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Entrepreneur | null> {
    return services.entrepreneurs.byId(entrepreneurId);
  }

  @Mutation(() => BreakGlassPayload, {
    description:
      "Opens one category of a person's data to you, until the end of the day, in an emergency. With the purpose EMERGENCY only, which advisors of 1819, coaches and recognised helpers may use. In the same moment the owner agency has the task to review it, and the person can read it. User errors: INPUT_ID_INVALID, INPUT_CODE_UNKNOWN, INPUT_TEXT_LENGTH, ACT_AGENCY_UNKNOWN, EMERGENCY_REQUIRED, ACT_NOT_ALLOWED, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  breakGlass(
    @Arg("input", () => BreakGlassInput, { nullable: false, description: "What is opened, and why." })
    input: BreakGlassInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<BreakGlassPayload> {
    return services.breakGlass.breakGlass(input);
  }

  @Mutation(() => CloseBreakGlassReviewPayload, {
    description:
      "Closes the review of an emergency access. By the data protection officer or the owner agency's staff who see it, never by who broke the glass. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown review included), REVIEW_IS_OF_YOUR_OWN_ACT, CHANGED_MEANWHILE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  closeBreakGlassReview(
    @Arg("input", () => CloseBreakGlassReviewInput, { nullable: false, description: "What the review found." })
    input: CloseBreakGlassReviewInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<CloseBreakGlassReviewPayload> {
    return services.breakGlass.close(input);
  }
}
