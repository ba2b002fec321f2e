import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import { MatchReason } from "../matching/match-reason.type.js";

/** What happened to a person's identity. */
export enum IdentityEventKind {
  MERGED = "MERGED",
  UNMERGED = "UNMERGED",
}
registerEnumType(IdentityEventKind, {
  name: "IdentityEventKind",
  description: "What happened to a person's identity.",
  valuesConfig: {
    MERGED: { description: "Two files were found to be one person's." },
    UNMERGED: { description: "That was taken back: both files are as they were." },
  },
});

/** That two files became one person's, or two people's again: who decided, when and why. Written once, never changed. */
@Entity()
@ObjectType({
  description: "That two files became one person's, or two people's again: who decided, when and why (J17).",
  simpleResolvers: true,
})
export class IdentityEvent {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the event." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "text" })
  @Field(() => IdentityEventKind, { description: "What happened." })
  @Category("MATCH_REVIEW")
  kind!: IdentityEventKind;

  @Column({ type: "uuid" })
  @Field(() => ID, { description: "UUIDv4 of the merge: name it in `unmergeEntrepreneurs`." })
  @Category("MATCH_REVIEW")
  mergeId!: string;

  @Column({ type: "uuid" })
  @Field(() => ID, { description: "The id that gave way." })
  @Category("MATCH_REVIEW")
  entrepreneurId!: string;

  @Column({ type: "uuid" })
  @Field(() => ID, { description: "The id it was merged into." })
  @Category("MATCH_REVIEW")
  otherId!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { description: "When it happened." })
  @Category("MATCH_REVIEW")
  at!: Date;

  @Column({ type: "text" })
  @Field(() => String, { description: "Why, in words or as a code." })
  @Category("MATCH_REVIEW")
  reason!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Who decided: agency and id at the agency, or a rule; never a name." })
  @Category("MATCH_REVIEW")
  author!: string;

  @Column({ type: "text" })
  source!: string;
}

/** Somebody who may be the same as a known person. */
@ObjectType({
  description: "Somebody who may be the same as a known person, and why.",
  simpleResolvers: true,
})
export class PossibleDuplicate {
  /** Whom the row is about. */
  entrepreneurId!: string;

  @Field(() => Entrepreneur, { description: "Who it may be." })
  @Category("MATCH_REVIEW")
  entrepreneur?: Entrepreneur | null;

  @Field(() => Boolean, {
    description: "Whether a registration with these data would have found the person without anybody being asked.",
  })
  @Category("MATCH_REVIEW")
  isCertain!: boolean;

  @Field(() => Float, { description: "How alike the files are, in bits: the sum of the reasons' weights." })
  @Category("MATCH_REVIEW")
  score!: number;

  @Field(() => [MatchReason], { description: "All that it rests on." })
  @Category("MATCH_REVIEW")
  reasons!: MatchReason[];
}
