import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import { MatchReason, type KeptReason } from "../matching/match-reason.type.js";

/** Whether somebody still has to look. */
export enum MatchReviewState {
  OPEN = "OPEN",
  CLOSED = "CLOSED",
}
registerEnumType(MatchReviewState, {
  name: "MatchReviewState",
  description: "Whether somebody still has to look at two files.",
  valuesConfig: {
    OPEN: { description: "Nobody has decided yet." },
    CLOSED: { description: "Somebody decided." },
  },
});

/** What somebody decided. */
export enum MatchDecision {
  SAME = "SAME",
  DIFFERENT = "DIFFERENT",
}
registerEnumType(MatchDecision, {
  name: "MatchDecision",
  description: "What somebody decided on two files that may be one person's.",
  valuesConfig: {
    SAME: { description: "They are one person's: they are merged." },
    DIFFERENT: { description: "They are two people's: that is remembered." },
  },
});

/** That a file may be that of somebody who is known by another: a task for a reviewer, never a silent merge (design 5). */
@Entity()
@ObjectType({
  description:
    "That a file may be that of somebody who is known by another: a task for a reviewer, never a silent merge. Registering raises it, and the search among all persons.",
  simpleResolvers: true,
})
export class MatchReview {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the review." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "uuid" })
  otherId!: string;

  @Column({ type: "double precision" })
  @Field(() => Float, { description: "How alike the files are, in bits: the sum of the reasons' weights." })
  @Category("MATCH_REVIEW")
  score!: number;

  @Column({ type: "jsonb", name: "reasons" })
  keptReasons!: readonly KeptReason[];

  @Column({ type: "text" })
  @Field(() => MatchReviewState, { description: "Whether somebody still has to look." })
  @Category("MATCH_REVIEW")
  state!: MatchReviewState;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, {
    description: "When it was found: at the registration, or by the search among all persons.",
  })
  @Category("MATCH_REVIEW")
  openedAt!: Date;

  @Column({ type: "text", nullable: true })
  @Field(() => MatchDecision, { description: "What was decided; null while it is open." })
  @Category("MATCH_REVIEW")
  decision!: MatchDecision | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "On what grounds it was decided." })
  @Category("MATCH_REVIEW")
  reason!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it was decided." })
  @Category("MATCH_REVIEW")
  decidedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  decidedByAgencyCode!: string | null;

  @Column({ type: "text", nullable: true })
  decidedByStaffId!: string | null;

  @Column({ type: "text", nullable: true })
  fingerprint!: string | null;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Counts changes: name it in `decideMatch`." })
  @Category("MATCH_REVIEW")
  version!: number;

  @Column({ type: "text" })
  source!: string;

  @Field(() => Entrepreneur, { description: "The newer file; after a merge, the one person." })
  @Category("MATCH_REVIEW")
  entrepreneur?: Entrepreneur | null;

  @Field(() => Entrepreneur, { description: "Whose it may be." })
  @Category("MATCH_REVIEW")
  other?: Entrepreneur | null;

  @Field(() => [MatchReason], { description: "All that the doubt rests on." })
  @Category("MATCH_REVIEW")
  reasons!: MatchReason[];
}

/** A page of reviews. */
export const MatchReviewConnection = connectionOf(MatchReview);
