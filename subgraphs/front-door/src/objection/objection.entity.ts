import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who put an objection down. */
export enum ObjectionRecorder {
  OWN_PERSON = "OWN_PERSON",
  DATA_PROTECTION_OFFICER = "DATA_PROTECTION_OFFICER",
}
registerEnumType(ObjectionRecorder, {
  name: "ObjectionRecorder",
  description: "Who put an objection down.",
  valuesConfig: {
    OWN_PERSON: { description: "The person, signed in." },
    DATA_PROTECTION_OFFICER: { description: "The data protection officer, to whom the person wrote." },
  },
});

/** That a person objects to a use of the own data (GDPR 21). It is kept and shown; what follows is decided by people. */
@Entity()
@ObjectType({
  description:
    "That a person objects to a use of the own data (GDPR 21). What follows from it is decided by people, never silently.",
  simpleResolvers: true,
})
export class Objection {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the objection." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  /** The category of the access matrix that it is about. */
  @Column({ type: "text", name: "category" })
  categoryCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Why, in the person's words." })
  @Category("OBJECTION")
  reason!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { description: "When it was put down." })
  @Category("OBJECTION")
  recordedAt!: Date;

  @Column({ type: "text" })
  @Field(() => ObjectionRecorder, { description: "Who put it down." })
  @Category("OBJECTION")
  recordedBy!: ObjectionRecorder;

  @Column({ type: "text" })
  source!: string;

  @Field(() => Code, { description: "The category of data that it is about." })
  @Category("OBJECTION")
  category!: Code;
}

/** A page of objections. */
export const ObjectionConnection = connectionOf(Objection);

/** What `recordObjection` needs. */
@InputType({ description: "What a person objects to, and why." })
export class RecordObjectionInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person who objects." })
  entrepreneurId!: string;

  @Field(() => String, { nullable: false, description: "Category of the access matrix: `SUPPORT_AMOUNT`." })
  category!: string;

  @Field(() => String, { nullable: false, description: "Why, in the person's words: 3 to 2000 characters." })
  reason!: string;
}

/** What `recordObjection` answers. */
@ObjectType({ description: "What was put down.", simpleResolvers: true })
@Category("STRUCTURE")
export class RecordObjectionPayload {
  @Field(() => Objection, { description: "The objection; null where nothing was done." })
  objection!: Objection | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
