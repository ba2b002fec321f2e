import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AgencyType } from "../agency/agency.type.js";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";

/** Whether a review still has to be done. */
export enum BreakGlassReviewState {
  OPEN = "OPEN",
  CLOSED = "CLOSED",
}
registerEnumType(BreakGlassReviewState, {
  name: "BreakGlassReviewState",
  description: "Whether a review still has to be done.",
  valuesConfig: {
    OPEN: { description: "Nobody has reviewed it yet." },
    CLOSED: { description: "It was reviewed, with an outcome." },
  },
});

/** What a review found. */
export enum BreakGlassOutcome {
  JUSTIFIED = "JUSTIFIED",
  NOT_JUSTIFIED = "NOT_JUSTIFIED",
}
registerEnumType(BreakGlassOutcome, {
  name: "BreakGlassOutcome",
  description: "What the review of an emergency access found.",
  valuesConfig: {
    JUSTIFIED: { description: "There was an emergency, and no other way." },
    NOT_JUSTIFIED: { description: "There was none, or there was another way." },
  },
});

/**
 * That an official broke the glass of one category of a person's data for a day, and the review that the owner agency has to do of it. One
 * row for both: the task exists from the moment the data are open (design 6; reference 2 F).
 */
@Entity({ name: "break_glass" })
@ObjectType({
  description:
    "That an official opened one category of a person's data in an emergency, for a day; and the review of it, which is a task of the owner agency from that moment.",
  simpleResolvers: true,
})
export class BreakGlassReview {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the emergency access and of its review." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  /** Whose the review is: the agency that owns what was opened. */
  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "text", name: "category" })
  categoryCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Why, in the official's words." })
  @Category("BREAK_GLASS_REVIEW")
  motive!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { description: "When the data were opened." })
  @Category("BREAK_GLASS_REVIEW")
  brokenAt!: Date;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "The last day on which they are open: that same day." })
  @Category("BREAK_GLASS_REVIEW")
  openUntil!: string;

  @Column({ type: "text" })
  byAgencyCode!: string;

  /** The official, by the id at the agency: for the agency's own inquiry, never shown. */
  @Column({ type: "text" })
  byStaffId!: string;

  @Column({ type: "text" })
  byRoleCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "The case or call that it served." })
  @Category("BREAK_GLASS_REVIEW")
  caseReference!: string;

  @Column({ type: "text" })
  @Field(() => BreakGlassReviewState, { description: "Whether the review still has to be done." })
  @Category("BREAK_GLASS_REVIEW")
  state!: BreakGlassReviewState;

  @Column({ type: "text", nullable: true })
  @Field(() => BreakGlassOutcome, { description: "What the review found; null while it is open." })
  @Category("BREAK_GLASS_REVIEW")
  outcome!: BreakGlassOutcome | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "What the reviewer wrote." })
  @Category("BREAK_GLASS_REVIEW")
  note!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When the review was closed." })
  @Category("BREAK_GLASS_REVIEW")
  closedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  closedByAgencyCode!: string | null;

  @Column({ type: "text", nullable: true })
  closedByStaffId!: string | null;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Counts changes: name it in `closeBreakGlassReview`." })
  @Category("BREAK_GLASS_REVIEW")
  version!: number;

  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyType, { description: "The owner agency, whose task the review is." })
  @Category("BREAK_GLASS_REVIEW")
  agency!: AgencyType;

  @Field(() => AgencyType, { description: "The agency whose official opened the data." })
  @Category("BREAK_GLASS_REVIEW")
  byAgency!: AgencyType;

  @Field(() => Code, { description: "In which role the official acted." })
  @Category("BREAK_GLASS_REVIEW")
  byRole!: Code;

  @Field(() => Code, { description: "The category of data that was opened." })
  @Category("BREAK_GLASS_REVIEW")
  category!: Code;

  @Field(() => Entrepreneur, { description: "Whose data they are." })
  @Category("BREAK_GLASS_REVIEW")
  entrepreneur!: Entrepreneur | null;
}

/** A page of emergency accesses with their reviews. */
export const BreakGlassReviewConnection = connectionOf(BreakGlassReview);
