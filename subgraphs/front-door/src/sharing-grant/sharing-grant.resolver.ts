import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { codeOf } from "@parcours/shared/graphql/code";
import { Code } from "@parcours/shared/graphql/values";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { grantableCategories } from "../acts/opened-categories.js";
import { categoryContents } from "../labels/category-contents.js";
import type { FrontDoorContext } from "../services.js";
import { SharingGrant } from "./sharing-grant.entity.js";
import {
  GrantSharingInput,
  GrantSharingPayload,
  WithdrawSharingInput,
  WithdrawSharingPayload,
} from "./sharing-grant.inputs.js";

/** Grants in the graph. */
@Resolver(() => SharingGrant)
export class SharingGrantResolver {
  @Query(() => [Code], {
    description: "What a person may open to an agency: the categories that `grantSharing` takes.",
  })
  @Category("PUBLIC")
  grantableCategories(): Code[] {
    return grantableCategories.map((category) => codeOf(categoryLabels, category));
  }

  @FieldResolver(() => String, { description: "What it opens, in words." })
  @Category("SHARING_GRANT")
  holds(
    @Root() { categoryCode }: SharingGrant,
    @Ctx() { request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(categoryContents[categoryCode], language, request);
  }

  @Mutation(() => GrantSharingPayload, {
    description:
      "Opens categories of a person's data to an agency for a time. By the person; or by an advisor of 1819 with the purpose CALL, who says how the person gave it. User errors: INPUT_ID_INVALID, ACT_AGENCY_UNKNOWN, SHARING_CATEGORIES_REQUIRED, INPUT_CODE_UNKNOWN, INPUT_DATE_INVALID, SHARING_HOW_GIVEN_REQUIRED, SHARING_HOW_GIVEN_NOT_YOURS, ACT_NOT_ALLOWED, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  grantSharing(
    @Arg("input", () => GrantSharingInput, {
      nullable: false,
      description: "What is opened, to whom and for how long.",
    })
    input: GrantSharingInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<GrantSharingPayload> {
    return services.sharingGrants.grant(input);
  }

  @Mutation(() => WithdrawSharingPayload, {
    description:
      "Withdraws a grant, and returns when every reachable subgraph obeys. By the person; or by an advisor of 1819 with the purpose CALL. Withdrawing again changes nothing. User errors: INPUT_ID_INVALID, ACT_NOT_ALLOWED (an unknown grant included), IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  withdrawSharing(
    @Arg("input", () => WithdrawSharingInput, { nullable: false, description: "Which grant is withdrawn." })
    input: WithdrawSharingInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<WithdrawSharingPayload> {
    return services.sharingGrants.withdraw(input);
  }
}
