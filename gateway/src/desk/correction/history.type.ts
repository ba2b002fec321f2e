import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code, PageInfo } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime, GraphQLJSON } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { FactAuthor } from "./dispute.type.js";

/** One change of a fact. */
@ObjectType({ description: "One change of a fact, as its owner kept it.", simpleResolvers: true })
@Category("STRUCTURE")
export class FactChange {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the change." })
  id!: string;

  @Field(() => GraphQLDateTime, { nullable: false, description: "When it was changed." })
  at!: Date;

  @Field(() => GraphQLJSON, {
    description: "What it was; null where there was no value. Of a register's list, what it holds no more.",
  })
  former!: unknown;

  @Field(() => String, { description: "The same in words of the request's language." })
  formerText!: string | null;

  @Field(() => GraphQLJSON, {
    description: "What it became; null where it was taken away. Of a register's list, what it holds since.",
  })
  value!: unknown;

  @Field(() => String, { description: "The same in words of the request's language." })
  text!: string | null;

  @Field(() => FactAuthor, { nullable: false, description: "Who changed it." })
  author!: FactAuthor;

  @Field(() => AgencyReference, { description: "For which agency; null where the person or a register did it." })
  agency!: AgencyReference | null;

  @Field(() => Code, { nullable: false, description: "From where the value came." })
  source!: Code;

  @Field(() => String, { description: "Code of the form on which it was given; null where it was no form." })
  form!: string | null;

  @Field(() => String, {
    description: "Of a register's change: number and day of the extract that said so; null for all others.",
  })
  extract!: string | null;

  @Field(() => ID, { description: "The dispute by which it was put right; null where there was none." })
  disputeId!: string | null;
}

/** One change in a list. */
@ObjectType({ description: "One change of a fact, with its cursor.", simpleResolvers: true })
@Category("STRUCTURE")
export class FactChangeEdge {
  @Field(() => String, { nullable: false, description: "Give it as `after` to read on behind this one." })
  cursor!: string;

  @Field(() => FactChange, { description: "The change." })
  node!: FactChange;
}

/** How a fact began. */
@ObjectType({ description: "How a fact came to its owner, before it ever changed there.", simpleResolvers: true })
@Category("STRUCTURE")
export class FactOrigin {
  @Field(() => GraphQLDateTime, {
    nullable: false,
    description: "When it was first written down; of a register's fact the day whose state it shows.",
  })
  at!: Date;

  @Field(() => AgencyReference, { description: "The agency that keeps it; null where a register does." })
  agency!: AgencyReference | null;

  @Field(() => Code, { nullable: false, description: "From where it came: an office, an import, a register." })
  source!: Code;

  @Field(() => GraphQLJSON, { description: "With what value it began; null where it began with none." })
  value!: unknown;
}

/** A fact with all it was. */
@ObjectType({
  description: "A fact with its owner, what it is today, where that was given, and all it was before.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class FactHistory {
  @Field(() => String, { nullable: false, description: "The fact, by coordinate: `Entrepreneur.familyName`." })
  coordinate!: string;

  @Field(() => Code, { nullable: false, description: "What it is." })
  concept!: Code;

  @Field(() => String, { nullable: false, description: "The subgraph that owns it." })
  owner!: string;

  @Field(() => Code, { nullable: false, description: "The authentic source." })
  authenticSource!: Code;

  @Field(() => String, { description: "Where a register's fact is put right; null where the owner here does it." })
  corrections!: string | null;

  @Field(() => Code, {
    nullable: false,
    description: "Its category in the access matrix: who reads the fact reads its history.",
  })
  category!: Code;

  @Field(() => [String], {
    nullable: false,
    description: "By what right you read it: lines of the access matrix that can be yours.",
  })
  rights!: readonly string[];

  @Field(() => GraphQLJSON, { description: "What it is today." })
  value!: unknown;

  @Field(() => String, { description: "The same in words of the request's language." })
  text!: string | null;

  @Field(() => FactOrigin, {
    description:
      "How it began; of a register's fact since when it is what it is: the day of the extract that is shown, where none told something else before.",
  })
  origin!: FactOrigin | null;

  @Field(() => [FactChangeEdge], { nullable: false, description: "The changes of this page, newest first." })
  edges!: readonly FactChangeEdge[];

  @Field(() => PageInfo, { nullable: false, description: "Where this page ends." })
  pageInfo!: PageInfo;

  @Field(() => Boolean, {
    nullable: false,
    description:
      "False where the owner did not answer: then nothing is told of the fact, which is not to say that there is nothing.",
  })
  isAnswered!: boolean;
}
