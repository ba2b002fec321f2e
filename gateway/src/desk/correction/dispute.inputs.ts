import { GraphQLJSON } from "graphql-scalars";
import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";

/** What an owner decides. */
export enum FactDisputeDecision {
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
}
registerEnumType(FactDisputeDecision, {
  name: "FactDisputeDecision",
  description: "What the owner of a fact decides on a dispute.",
  valuesConfig: {
    ACCEPTED: { description: "The fact is put right." },
    REJECTED: { description: "The fact stays as it is." },
  },
});

/** What `disputeFact` needs. */
@InputType({ description: "A fact that is wrong." })
export class DisputeFactInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "The fact, by coordinate: `Entrepreneur.familyName`." })
  coordinate!: string;

  @Field(() => ID, { description: "UUIDv4 of the person whose fact it is." })
  entrepreneurId?: string | null;

  @Field(() => String, { description: "Number, in any notation, of the enterprise whose fact it is." })
  enterpriseNumber?: string | null;

  @Field(() => ID, { description: "UUIDv4 of the project whose fact it is." })
  projectId?: string | null;

  @Field(() => GraphQLJSON, {
    description: "What it should be, as the graph gives it; leave it out where that is not known.",
  })
  value?: unknown;

  @Field(() => String, { nullable: false, description: "Why it is wrong: 3 to 1,000 characters." })
  statement!: string;
}

/** What `answerDispute` needs. */
@InputType({ description: "The owner's answer to a dispute." })
export class AnswerDisputeInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the dispute." })
  disputeId!: string;

  @Field(() => ID, { nullable: false, description: "The fact of the dispute, by coordinate: it tells whose it is." })
  coordinate!: string;

  @Field(() => Int, { nullable: false, description: "The `version` of the dispute that was read." })
  version!: number;

  @Field(() => FactDisputeDecision, { nullable: false, description: "What is decided." })
  decision!: FactDisputeDecision;

  @Field(() => String, {
    nullable: false,
    description: "Why, or how it was put right; whoever reads the fact reads it: 3 to 1,000 characters.",
  })
  reason!: string;

  @Field(() => GraphQLJSON, { description: "What the fact becomes, where that is not what the dispute says." })
  value?: unknown;
}
