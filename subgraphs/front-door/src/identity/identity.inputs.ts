import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";

const keyDescription = "A new random UUID; the same one when the same act is tried again. Kept for 30 days.";
const reasonDescription = "Why: 3 to 500 characters. Kept with the event.";

/** What `mergeEntrepreneurs` needs. */
@InputType({ description: "Which two files are one person's." })
export class MergeEntrepreneursInput {
  @Field(() => ID, { nullable: false, description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 that gives way; it keeps resolving." })
  fromId!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 that stays in use, or leads to the one that does." })
  intoId!: string;

  @Field(() => String, { nullable: false, description: reasonDescription })
  reason!: string;

  @Field(() => Boolean, {
    description:
      "True merges although somebody noted them as two people, which holds again if the merge is taken back; without it such a merge is refused.",
  })
  overruleNotSamePerson?: boolean | null;
}

/** What `mergeEntrepreneurs` answers. */
@ObjectType({ description: "What was merged, and which owners know already.", simpleResolvers: true })
@Category("STRUCTURE")
export class MergeEntrepreneursPayload {
  @Field(() => ID, {
    description: "UUIDv4 of the merge: name it in `unmergeEntrepreneurs`; null where nothing was done.",
  })
  mergeId!: string | null;

  @Field(() => Entrepreneur, { description: "The one person; null where nothing was done." })
  entrepreneur!: Entrepreneur | null;

  @Field(() => [String], { nullable: false, description: "Subgraphs that have applied it." })
  reached!: readonly string[];

  @Field(() => [String], { nullable: false, description: "Subgraphs that have not said so within half a second." })
  pending!: readonly string[];

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}

/** What `unmergeEntrepreneurs` needs. */
@InputType({ description: "Which merge is taken back." })
export class UnmergeEntrepreneursInput {
  @Field(() => ID, { nullable: false, description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the merge, as `identityEvents` names it." })
  mergeId!: string;

  @Field(() => String, { nullable: false, description: reasonDescription })
  reason!: string;
}

/** What `unmergeEntrepreneurs` answers. */
@ObjectType({ description: "Both sides as they are again, and which owners know already.", simpleResolvers: true })
@Category("STRUCTURE")
export class UnmergeEntrepreneursPayload {
  @Field(() => [Entrepreneur], {
    description: "The side that had given way and the one it was merged into; null where nothing was done.",
  })
  entrepreneurs!: Entrepreneur[] | null;

  @Field(() => [String], { nullable: false, description: "Subgraphs that have applied it." })
  reached!: readonly string[];

  @Field(() => [String], { nullable: false, description: "Subgraphs that have not said so within half a second." })
  pending!: readonly string[];

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}

/** What `notSamePerson` needs. */
@InputType({ description: "Which two files are two people's." })
export class NotSamePersonInput {
  @Field(() => ID, { nullable: false, description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the one." })
  oneId!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the other." })
  otherId!: string;

  @Field(() => String, { nullable: false, description: reasonDescription })
  reason!: string;
}

/** What `notSamePerson` answers. */
@ObjectType({ description: "Whether it is remembered.", simpleResolvers: true })
@Category("STRUCTURE")
export class NotSamePersonPayload {
  @Field(() => Boolean, { nullable: false, description: "Whether it is remembered that these are two people." })
  done!: boolean;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
