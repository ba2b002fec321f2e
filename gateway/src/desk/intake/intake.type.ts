import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime, GraphQLJSON } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { FactAuthor } from "../correction/dispute.type.js";
import { IntakeState } from "./fact-state.rules.js";
import { IntakeGrantOffer } from "./grant-offer.type.js";
import { IntakeDocument } from "./intake-document.type.js";

registerEnumType(IntakeState, {
  name: "IntakeState",
  description: "Whether a form still has to ask something.",
  valuesConfig: {
    KNOWN: { description: "Its owner told it, with a right of yours: show it, do not ask it." },
    NOT_SHARED: {
      description: "It is held, and not shared with you. Do not ask it: who owns the data may open it to your agency.",
    },
    PENDING: { description: "Its owner did not answer: it may be held. The form may be submitted without it." },
    TO_ASK: { description: "Ask it. Somebody may hold it of whom you may not know so." },
  },
});

/** A form, in short. */
@ObjectType("IntakeForm", { description: "A form of an agency.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeFormType {
  @Field(() => Code, { nullable: false, description: "Its code, with its title." })
  form!: Code;

  @Field(() => AgencyReference, { nullable: false, description: "The agency that reads it." })
  agency!: AgencyReference;

  @Field(() => [String], { nullable: false, description: "The facts it takes, by coordinate: `Enterprise.name`." })
  facts!: readonly string[];

  @Field(() => [Code], { nullable: false, description: "What its own questions ask: concepts." })
  concepts!: readonly Code[];

  @Field(() => [Code], { nullable: false, description: "The documents it asks for: codes of `documentTypes`." })
  documents!: readonly Code[];
}

/** Where and when a value was given. */
@ObjectType({ description: "Where and when the present value of a fact was given.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeGiven {
  @Field(() => GraphQLDateTime, {
    nullable: false,
    description: "When it was given; of a register's fact the day whose state it shows.",
  })
  at!: Date;

  @Field(() => FactAuthor, { description: "Who gave it; null where a register did." })
  author!: FactAuthor | null;

  @Field(() => AgencyReference, {
    description: "The agency that wrote it down; null where the person or a register did.",
  })
  agency!: AgencyReference | null;

  @Field(() => Code, { nullable: false, description: "From where it came: an office, a form, an import, a register." })
  source!: Code;

  @Field(() => String, { description: "Code of the form on which it was given; null where it was no form." })
  form!: string | null;
}

/** A fact that a form takes. */
@ObjectType({ description: "A fact that a form takes, as its owner tells it to you.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeFact {
  @Field(() => String, { nullable: false, description: "Its coordinate in the graph: `Entrepreneur.familyName`." })
  coordinate!: string;

  @Field(() => Code, { nullable: false, description: "What it is." })
  concept!: Code;

  @Field(() => IntakeState, { nullable: false, description: "Whether it is known." })
  state!: IntakeState;

  @Field(() => GraphQLJSON, {
    description: "The value as the graph gives it; null where it is not KNOWN, or a register has none.",
  })
  value!: unknown;

  @Field(() => String, { description: "The value in words of the request's language." })
  text!: string | null;

  @Field(() => String, { nullable: false, description: "The subgraph that owns it, whether or not it holds one." })
  owner!: string;

  @Field(() => Code, { nullable: false, description: "The authentic source." })
  source!: Code;

  @Field(() => Boolean, {
    nullable: false,
    description: "Whether that is a register: it is put right there, never on a form.",
  })
  isRegister!: boolean;

  @Field(() => GraphQLDateTime, { description: "As of when the owner vouches for the value." })
  asOf!: Date | null;

  @Field(() => IntakeGiven, {
    description: "Where and when the value was given; null where it is not KNOWN, or its owner does not say.",
  })
  given!: IntakeGiven | null;

  @Field(() => Code, { nullable: false, description: "Its category in the access matrix." })
  category!: Code;

  @Field(() => [String], {
    nullable: false,
    description:
      "By what right you read it: lines of the access matrix that can be yours; empty where it is not KNOWN.",
  })
  rights!: readonly string[];

  @Field(() => IntakeGrantOffer, { description: "What would open it; only where it is NOT_SHARED and a grant could." })
  grant!: IntakeGrantOffer | null;

  @Field(() => GraphQLDateTime, {
    description: "Where it is PENDING: when its owner was last heard of; null where nobody can say.",
  })
  lastKnownAt!: Date | null;
}

/** How a question is answered. */
@ObjectType({ description: "How a question is answered.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeAnswerType {
  @Field(() => String, {
    nullable: false,
    description: "`TEXT`, `NUMBER`, `MONEY` (decimal text, euro), `DAY`, `YES_NO`, `CHOICE` or `IBAN`.",
  })
  kind!: string;

  @Field(() => Int, { description: "Of a text the fewest characters, of a number or amount the least." })
  least!: number | null;

  @Field(() => Int, { description: "Of a text the most characters, of a number or amount the most." })
  most!: number | null;

  @Field(() => [Code], { nullable: false, description: "Of a choice: the codes; else empty." })
  options!: readonly Code[];

  @Field(() => Boolean, { nullable: false, description: "Of a choice: whether several codes may be given." })
  several!: boolean;
}

/** A form's own question. */
@ObjectType({ description: "A form's own question.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeOwnQuestion {
  @Field(() => Code, { nullable: false, description: "The concept that it asks." })
  concept!: Code;

  @Field(() => IntakeState, { nullable: false, description: "Whether it was answered before." })
  state!: IntakeState;

  @Field(() => GraphQLJSON, { description: "The answer that was given; null where it is not KNOWN." })
  value!: unknown;

  @Field(() => String, { description: "That answer in words of the request's language." })
  text!: string | null;

  @Field(() => AgencyReference, {
    description: "The agency that was told; null where nobody was, or nobody of whom you may know so.",
  })
  heldBy!: AgencyReference | null;

  @Field(() => String, { description: "On which form it was given; null where it is not KNOWN." })
  givenOn!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was given." })
  asOf!: Date | null;

  @Field(() => [String], {
    nullable: false,
    description:
      "By what right you read it: lines of the access matrix that can be yours; empty where it is not KNOWN.",
  })
  rights!: readonly string[];

  @Field(() => IntakeGrantOffer, { description: "What would open it; only where it is NOT_SHARED and a grant could." })
  grant!: IntakeGrantOffer | null;

  @Field(() => GraphQLDateTime, {
    description: "Where it is PENDING: when an owner that may know was last heard of; null where nobody can say.",
  })
  lastKnownAt!: Date | null;

  @Field(() => String, { nullable: false, description: "The question, in the request's language." })
  label!: string;

  @Field(() => String, { nullable: false, description: "What is meant, in the request's language." })
  help!: string;

  @Field(() => IntakeAnswerType, { nullable: false, description: "How it is answered." })
  answer!: IntakeAnswerType;

  @Field(() => Boolean, { nullable: false, description: "Whether the form may not be submitted without it." })
  isRequired!: boolean;

  @Field(() => String, { nullable: false, description: "By what right it is asked, in the request's language." })
  legalBasis!: string;
}

/** A form for somebody. */
@ObjectType({ description: "A form for somebody: what is known, and what is left to ask.", simpleResolvers: true })
@Category("STRUCTURE")
export class Intake {
  @Field(() => IntakeFormType, { nullable: false, description: "The form." })
  form!: IntakeFormType;

  @Field(() => ID, { nullable: false, description: "For whom: the id that was asked." })
  entrepreneurId!: string;

  @Field(() => [IntakeFact], { nullable: false, description: "The facts it takes, in its order." })
  facts!: readonly IntakeFact[];

  @Field(() => [IntakeOwnQuestion], { nullable: false, description: "Its own questions, in its order." })
  questions!: readonly IntakeOwnQuestion[];

  @Field(() => [IntakeDocument], { nullable: false, description: "The documents it asks for, in its order." })
  documents!: readonly IntakeDocument[];

  @Field(() => [String], {
    nullable: false,
    description: "`ENTERPRISE`, `PROJECT`: facts of what was not named are left out, not asked (R53).",
  })
  leftOut!: readonly string[];

  @Field(() => Int, { nullable: false, description: "How many questions are left to ask." })
  asked!: number;

  @Field(() => Int, { nullable: false, description: "How many questions somebody's answer spares." })
  spared!: number;

  @Field(() => Int, { nullable: false, description: "How many documents are left to ask for." })
  documentsAsked!: number;

  @Field(() => Int, { nullable: false, description: "How many documents need not be given, for they are held." })
  documentsSpared!: number;
}
