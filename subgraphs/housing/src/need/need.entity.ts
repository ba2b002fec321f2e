import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReferralStub } from "./referral.stub.js";

/** What a member of a site was found to need (S103). It ends in a referral or in a stated reason for none (R62). */
@Entity()
@ObjectType({ description: "What a member of a site was found to need. It ends in a referral or in a stated reason for none." })
@Directive('@key(fields: "id")')
export class Need {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, simple: true, description: "UUIDv4 of the need." })
  @Category("PUBLIC")
  id!: string;

  /** The agency of the site at which it was found. */
  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "uuid", nullable: true })
  entrepreneurId!: string | null;

  @Column({ type: "text", nullable: true })
  enterpriseNumber!: string | null;

  @Column({ type: "uuid" })
  siteId!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { name: "identifiedAt", description: "When it was found." })
  @Category("NEED")
  occurredAt!: Date;

  @Column({ type: "text" })
  kindCode!: string;

  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "text", nullable: true })
  noFollowUpCode!: string | null;

  /** Where the row came from. */
  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyReference, { simple: true, description: "The agency whose coordinator found it." })
  @Category("NEED")
  identifiedBy!: AgencyReference;

  @Field(() => Code, { simple: true, description: "What is needed. Difficulties are told as another question (R30)." })
  @Category("NEED")
  kind!: Code;

  @Field(() => ReferralStub, { simple: true, description: "The referral it led to; null while there is none." })
  @Category("NEED")
  referral!: ReferralStub | null;

  @Field(() => Code, { simple: true, description: "Why it is not passed on; null where it is, or where that is not decided yet." })
  @Category("NEED")
  noFollowUpReason!: Code | null;

  @Field(() => Boolean, { simple: true, description: "Whether it still waits for a referral, or for a stated reason for none." })
  @Category("NEED")
  open!: boolean;
}

/** A page of needs. */
export const NeedConnection = connectionOf(Need);
