import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AgencyType } from "../agency/agency.type.js";

/** Who gave a grant. */
export enum GrantGiver {
  OWN_PERSON = "OWN_PERSON",
  ADVISOR = "ADVISOR",
}
registerEnumType(GrantGiver, {
  name: "GrantGiver",
  description: "Who put down that something was opened.",
  valuesConfig: {
    OWN_PERSON: { description: "The person, signed in." },
    ADVISOR: { description: "An advisor of 1819, for the person, who says how it was given." },
  },
});

/** That a person opened a category of the own data to an agency for a time (design 3). */
@Entity()
@ObjectType({
  description: "That a person opened a category of the own data to an agency for a time.",
  simpleResolvers: true,
})
export class SharingGrant {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the grant." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text" })
  toAgencyCode!: string;

  /** The category of the access matrix that it opens. */
  @Column({ type: "text", name: "category" })
  categoryCode!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day." })
  @Category("SHARING_GRANT")
  since!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day, unless it is withdrawn before." })
  @Category("SHARING_GRANT")
  until!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it was withdrawn; null where it was not." })
  @Category("SHARING_GRANT")
  withdrawnAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { description: "When it was put down." })
  @Category("SHARING_GRANT")
  givenAt!: Date;

  @Column({ type: "text" })
  @Field(() => GrantGiver, { description: "Who put it down." })
  @Category("SHARING_GRANT")
  givenBy!: GrantGiver;

  @Column({ type: "text" })
  howGivenCode!: string;

  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyType, { description: "The agency whose staff may see it." })
  @Category("SHARING_GRANT")
  agency!: AgencyType;

  @Field(() => Code, { description: "The category of the access matrix that is opened." })
  @Category("SHARING_GRANT")
  category!: Code;

  @Field(() => Code, { description: "How it was given: signed in, on the telephone, in writing, at the desk." })
  @Category("SHARING_GRANT")
  howGiven!: Code;

  @Field(() => Boolean, { description: "Whether it opens anything today." })
  @Category("SHARING_GRANT")
  active!: boolean;
}

/** A page of grants. */
export const SharingGrantConnection = connectionOf(SharingGrant);
