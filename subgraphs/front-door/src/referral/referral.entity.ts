import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { AgencyType } from "../agency/agency.type.js";
import { OwnEntry } from "../directory/own-entry.js";
import { TimelineEntry } from "../directory/timeline-entry.type.js";

/** A person sent from one agency to another (S6, J04; states of the Primero referral model). */
@Entity()
@ObjectType({
  description: "A person sent from one agency to another.",
  simpleResolvers: true,
  implements: TimelineEntry,
})
@Directive('@key(fields: "id")')
export class Referral extends OwnEntry {
  /** The contact with 1819 that it came from; null where it came from elsewhere. */
  @Column({ type: "uuid", nullable: true })
  interactionId!: string | null;

  @Column({ type: "text" })
  toAgencyCode!: string;

  /** The same, as the policy names it: the referral is the receiver's as much as the sender's. */
  receivingAgencyCode!: string;

  @Column({ type: "text" })
  topicCode!: string;

  @Column({ type: "text" })
  statusCode!: string;

  @Column({ type: "text", nullable: true })
  reasonCode!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, {
    description: "When the receiving agency accepted or declined; null while it has not.",
  })
  @Category("REFERRAL")
  respondedAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When the referral was ended; null while it runs." })
  @Category("REFERRAL")
  doneAt!: Date | null;

  @Column({ type: "boolean", nullable: true })
  @Field(() => Boolean, { description: "Whether the person was helped; null until the referral is ended." })
  @Category("REFERRAL")
  successful!: boolean | null;

  @Field(() => AgencyType, { description: "The agency to which the person was sent." })
  @Category("REFERRAL")
  toAgency!: AgencyType;

  @Field(() => Code, { description: "What the person needs." })
  @Category("REFERRAL")
  topic!: Code;

  @Field(() => Code, { description: "How far it is." })
  @Category("REFERRAL")
  status!: Code;

  @Field(() => Code, { description: "Why it was declined, revoked or ended without success." })
  @Category("REFERRAL")
  reason!: Code | null;
}

/** A page of referrals. */
export const ReferralConnection = connectionOf(Referral);
