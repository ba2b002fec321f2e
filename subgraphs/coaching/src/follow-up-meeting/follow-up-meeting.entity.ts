import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A quarterly follow-up that a package brings (S46; D4:803, 867). One that was missed stays visible (J06). */
@Entity()
@ObjectType({ description: "A quarterly follow-up within a package.", simpleResolvers: true })
export class FollowUpMeeting {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the follow-up." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  enrolmentId!: string;

  /** Of the enrolment: whom a row is about decides who reads it. */
  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text", nullable: true })
  enterpriseNumber!: string | null;

  @Column({ type: "text" })
  meetingCode!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { description: "By when it had to be held." })
  @Category("DOSSIER_HEADER")
  dueAt!: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it was held; null as long as it was not." })
  @Category("DOSSIER_HEADER")
  heldAt!: Date | null;

  /** The session at which it was held; null where it was held apart from any dossier. */
  @Column({ type: "uuid", nullable: true })
  sessionId!: string | null;

  @Column({ type: "text" })
  source!: string;

  @Field(() => Code, { description: "Whether it is for one or for several entrepreneurs." })
  @Category("DOSSIER_HEADER")
  meeting!: Code;

  @Field(() => Code, { description: "Whether it was held, is to come, or is late." })
  @Category("DOSSIER_HEADER")
  state!: Code;
}

/** A page of follow-ups. */
export const FollowUpMeetingConnection = connectionOf(FollowUpMeeting);
