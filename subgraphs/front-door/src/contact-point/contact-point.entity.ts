import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How a person can be reached. */
export enum ContactPointKind {
  PHONE = "PHONE",
  SHORT_NUMBER = "SHORT_NUMBER",
  EMAIL = "EMAIL",
  WITHHELD = "WITHHELD",
}
registerEnumType(ContactPointKind, {
  name: "ContactPointKind",
  description: "How a person can be reached.",
  valuesConfig: {
    PHONE: { description: "A telephone number in E.164: +3222268888." },
    SHORT_NUMBER: { description: "A short number such as 1819. It belongs to many, so nobody is found by it." },
    EMAIL: { description: "An e-mail address in lower case." },
    WITHHELD: { description: "The person calls without showing a number." },
  },
});

/** A number or address by which a person can be reached and found. Several people may have the same one. */
@Entity()
@ObjectType({
  description: "A number or address by which a person can be reached. Several people may share one.",
  simpleResolvers: true,
})
export class ContactPoint {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the contact point." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text" })
  @Field(() => ContactPointKind, { description: "How the person is reached by it." })
  @Category("CONTACT")
  kind!: ContactPointKind;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description: "The number in E.164, the short number, or the address; null where it is withheld.",
  })
  @Category("CONTACT")
  value!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "As it was first written down." })
  @Category("CONTACT")
  raw!: string;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "Whether others are known to have the same one: an accountant's office, a household.",
  })
  @Category("CONTACT_BEARERS")
  shared!: boolean;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day it was known to work." })
  @Category("CONTACT")
  since!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day; null while it works." })
  @Category("CONTACT")
  until!: string | null;

  @Column({ type: "text" })
  source!: string;
}

/** A page of contact points. */
export const ContactPointConnection = connectionOf(ContactPoint);
