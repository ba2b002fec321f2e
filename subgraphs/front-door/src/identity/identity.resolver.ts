import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import type { FrontDoorContext } from "../services.js";
import { PossibleDuplicate } from "./identity-event.entity.js";
import {
  MergeEntrepreneursInput,
  MergeEntrepreneursPayload,
  NotSamePersonInput,
  NotSamePersonPayload,
  UnmergeEntrepreneursInput,
  UnmergeEntrepreneursPayload,
} from "./identity.inputs.js";

/** Who is one person with whom, in the graph. */
@Resolver(() => PossibleDuplicate)
export class IdentityResolver {
  @Query(() => [PossibleDuplicate], {
    description:
      "Who may be the same as a known person, the likeliest first, each with the reasons; whoever was told apart is not among them. For reviewers of duplicates and the data protection officer; NOT_SHARED for everybody else.",
  })
  @Category("MATCH_REVIEW")
  possibleDuplicates(
    @Arg("entrepreneurId", () => ID, { nullable: false, description: "UUIDv4 of the known person." })
    entrepreneurId: string,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<PossibleDuplicate[]> {
    return services.identities.possibleDuplicates(entrepreneurId);
  }

  @FieldResolver(() => Entrepreneur, { description: "Who it may be." })
  @Category("MATCH_REVIEW")
  entrepreneur(
    @Root() { entrepreneurId }: PossibleDuplicate,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Entrepreneur | null> {
    return services.entrepreneurs.byId(entrepreneurId);
  }

  @Mutation(() => MergeEntrepreneursPayload, {
    description:
      "Makes two files one person's, and returns when every reachable subgraph knows. Nothing is rewritten: both ids keep resolving, and it can be taken back. By reviewers of duplicates with the purpose MATCHING. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown id included), ALREADY_ONE_PERSON, MERGE_TOLD_APART, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  mergeEntrepreneurs(
    @Arg("input", () => MergeEntrepreneursInput, { nullable: false, description: "Which files, and why." })
    input: MergeEntrepreneursInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<MergeEntrepreneursPayload> {
    return services.identities.merge(input);
  }

  @Mutation(() => UnmergeEntrepreneursPayload, {
    description:
      "Takes a merge back, and returns when every reachable subgraph knows. Both sides are as they were, told apart where they had been; what was written since stands under the id it was written under. By reviewers of duplicates with the purpose MATCHING. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown merge included), ALREADY_UNMERGED, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  unmergeEntrepreneurs(
    @Arg("input", () => UnmergeEntrepreneursInput, { nullable: false, description: "Which merge, and why." })
    input: UnmergeEntrepreneursInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<UnmergeEntrepreneursPayload> {
    return services.identities.unmerge(input);
  }

  @Mutation(() => NotSamePersonPayload, {
    description:
      "Remembers that two files are two people's: no registration takes the one for the other, and no merge joins them unless it says that this was wrong. By reviewers of duplicates with the purpose MATCHING. User errors: INPUT_ID_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown id included), ALREADY_ONE_PERSON, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  notSamePerson(
    @Arg("input", () => NotSamePersonInput, { nullable: false, description: "Which files, and why." })
    input: NotSamePersonInput,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<NotSamePersonPayload> {
    return services.identities.tellApart(input);
  }
}
