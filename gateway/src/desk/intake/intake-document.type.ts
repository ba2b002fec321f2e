import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { IntakeState } from "./fact-state.rules.js";
import { IntakeGrantOffer } from "./grant-offer.type.js";

/** A version of a document that stands for what a form asks (R01, J03). */
@ObjectType({ description: "A version of a document that is held, by reference.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeDocumentReference {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the document: of this very version." })
  documentId!: string;

  @Field(() => AgencyReference, {
    nullable: false,
    description: "The agency that keeps it: as `heldBy` of `requestDocumentLink`.",
  })
  heldBy!: AgencyReference;

  @Field(() => [AgencyReference], { nullable: false, description: "Every agency that reads it as its own." })
  providedTo!: readonly AgencyReference[];

  @Field(() => Int, { nullable: false, description: "1 for the first of its type at that agency, then counting." })
  version!: number;

  @Field(() => GraphQLDate, { nullable: false, description: "First day on which it holds." })
  validFrom!: string;

  @Field(() => GraphQLDate, { description: "Last day on which it holds; null where it holds until another comes." })
  validUntil!: string | null;

  @Field(() => GraphQLDateTime, { nullable: false, description: "When it was given." })
  givenAt!: Date;

  @Field(() => String, {
    description: "Code of the form with which it was given; null where with none, or its holder did not say.",
  })
  givenOn!: string | null;
}

/** A document that a form asks for. */
@ObjectType({ description: "A document that a form asks for, and what is held of it.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeDocument {
  @Field(() => Code, { nullable: false, description: "What it is: a code of `documentTypes`." })
  type!: Code;

  @Field(() => IntakeState, {
    nullable: false,
    description:
      "KNOWN: it is taken by reference when the form is submitted. NOT_SHARED: the version that you read was replaced by one that is not shared with you. PENDING: who holds it, or may, did not answer. TO_ASK: none is held of which you may know, or it is taken no longer.",
  })
  state!: IntakeState;

  @Field(() => IntakeDocumentReference, { description: "Where it is KNOWN: the version that is taken." })
  reference!: IntakeDocumentReference | null;

  @Field(() => IntakeDocumentReference, {
    description:
      "Where it is TO_ASK: the newest version that you read, which is taken no longer; null where there is none.",
  })
  former!: IntakeDocumentReference | null;

  @Field(() => GraphQLDate, { description: "The last day on which `former` was taken." })
  takenUntil!: string | null;

  @Field(() => Boolean, { nullable: false, description: "Whether a submission is incomplete without it." })
  isRequired!: boolean;

  @Field(() => Int, {
    description: "How many months after its first day it is still taken; null where it is as long as it holds.",
  })
  mostMonths!: number | null;

  @Field(() => String, { description: "The enterprise whose it is, ten digits; null where it is the person's." })
  enterpriseNumber!: string | null;

  @Field(() => ID, { description: "UUIDv4 of the project it is about, if about one." })
  projectId!: string | null;

  @Field(() => String, { nullable: false, description: "By what right it is asked, in the request's language." })
  legalBasis!: string;

  @Field(() => [String], {
    nullable: false,
    description:
      "By what right you read it: lines of the access matrix that can be yours; empty where it is not KNOWN.",
  })
  rights!: readonly string[];

  @Field(() => IntakeGrantOffer, { description: "What would open it; only where it is NOT_SHARED." })
  grant!: IntakeGrantOffer | null;

  @Field(() => GraphQLDateTime, {
    description: "Where it is PENDING: when who is silent was last heard of; null where nobody can say.",
  })
  lastKnownAt!: Date | null;
}
