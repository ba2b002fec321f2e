import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { RowOfHolder } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { ReferralStub } from "./referral.stub.js";

/** What a member of a site was found to need (S103), by the agency of the site. It ends in a referral or in a stated reason for none (R62). */
@Entity()
@ObjectType({
  description: "What a member of a site was found to need. It ends in a referral or in a stated reason for none.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Need extends RowOfHolder {
  @Column({ type: "uuid" })
  siteId!: string;

  @Column({ type: "text" })
  kindCode!: string;

  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "text", nullable: true })
  noFollowUpCode!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was found." })
  @Category("NEED")
  identifiedAt!: Date;

  @Field(() => AgencyReference, { description: "The agency whose coordinator found it." })
  @Category("NEED")
  identifiedBy!: AgencyReference;

  @Field(() => Code, { description: "What is needed. Difficulties are told as another question (R30)." })
  @Category("NEED")
  kind!: Code;

  @Field(() => ReferralStub, { description: "The referral it led to; null while there is none." })
  @Category("NEED")
  referral!: ReferralStub | null;

  @Field(() => Code, { description: "Why it is not passed on; null where it is, or where that is not decided yet." })
  @Category("NEED")
  noFollowUpReason!: Code | null;

  @Field(() => Boolean, { description: "Whether it still waits for a referral, or for a stated reason for none." })
  @Category("NEED")
  open!: boolean;
}

/** A page of needs. */
export const NeedConnection = connectionOf(Need);
