import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";

/** A document, as its holder itself tells it to who may read it: a restricted one too (R01, J03). */
@ObjectType({
  description:
    "A document, as the agency that keeps it tells it to you, at this very moment; each was decided by that agency alone.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class HeldDocument {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the document: of this very version." })
  id!: string;

  @Field(() => Code, { nullable: false, description: "What it is: a code of `documentTypes`." })
  type!: Code;

  @Field(() => AgencyReference, { nullable: false, description: "The agency that keeps it." })
  heldBy!: AgencyReference;

  @Field(() => [AgencyReference], { nullable: false, description: "Every agency it was given to, once." })
  providedTo!: readonly AgencyReference[];

  @Field(() => String, { description: "The enterprise that holds it, ten digits; null where the person does." })
  enterpriseNumber!: string | null;

  @Field(() => ID, { description: "The project it is about, if about one." })
  projectId!: string | null;

  @Field(() => String, {
    description: "The enterprise that the project became, ten digits, where that counts: it then stands for its own.",
  })
  projectEnterpriseNumber!: string | null;

  @Field(() => GraphQLDateTime, { nullable: false, description: "When it was whole and verified." })
  receivedAt!: Date;

  @Field(() => GraphQLDate, { nullable: false, description: "First day on which it holds." })
  validFrom!: string;

  @Field(() => GraphQLDate, { description: "Last day on which it holds; null where it holds until another comes." })
  validUntil!: string | null;

  @Field(() => Boolean, { nullable: false, description: "Whether it holds today." })
  isValid!: boolean;

  @Field(() => ID, { description: "The version that replaced it; null while none did." })
  supersededBy!: string | null;

  @Field(() => Int, { nullable: false, description: "1 for the first of its type at that agency, then counting." })
  version!: number;

  @Field(() => String, { nullable: false, description: "Media type, verified by content: `application/pdf`." })
  mediaType!: string;

  @Field(() => Int, { nullable: false, description: "In bytes." })
  size!: number;

  @Field(() => String, { nullable: false, description: "SHA-256 of its bytes, hexadecimal." })
  sha256!: string;

  @Field(() => Boolean, { nullable: false, description: "Whether it is of a restricted dossier." })
  isRestricted!: boolean;

  @Field(() => String, { description: "Code of the form with which it came, if with one." })
  form!: string | null;

  @Field(() => ID, { description: "The dossier with which it came, if with one." })
  dossierId!: string | null;
}

/** A page of documents at one agency's subgraph. */
export const HeldDocumentConnection = connectionOf(HeldDocument);

/** A type of document. */
@ObjectType({ description: "A type of document that agencies take.", simpleResolvers: true })
@Category("STRUCTURE")
export class DocumentTypeEntry {
  @Field(() => Code, { nullable: false, description: "Its code, with its label." })
  type!: Code;

  @Field(() => [String], { nullable: false, description: "The media types in which it is taken." })
  mediaTypes!: readonly string[];

  @Field(() => Int, { nullable: false, description: "The largest that is taken, in bytes." })
  mostBytes!: number;

  @Field(() => Int, {
    description: "For how many months it holds where nothing is said; null where it holds until another comes.",
  })
  validMonths!: number | null;
}
