import { connectionOf } from "@parcours/shared/graphql/connection";
import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { AgencyType } from "../agency/agency.type.js";
import { EnterpriseReference } from "../enterprise/enterprise.entity.js";

/** A document that an agency was given, as the directory points to it: never its content (R01, J03). */
@ObjectType("Document", {
  description:
    "A document that an agency was given, as the directory points to it. Its bytes stay with the agency: `requestDocumentLink` fetches them. Documents of a restricted dossier are in `documentsHeldBy` only.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class DocumentEntry {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the document: of this very version." })
  @Category("PUBLIC")
  id!: string;

  /** For the guard: the reader's own agency where it was given to that, else the one that keeps it. */
  agencyCode!: string;
  entrepreneurId!: string | null;
  /** As whose it counts: the enterprise that holds it, else the one that its project became. */
  enterpriseNumber!: string | null;
  supersededById!: string | null;

  @Field(() => Code, { description: "What it is: a code of `documentTypes`." })
  @Category("DOCUMENT")
  type!: Code;

  @Field(() => AgencyType, { description: "The agency that keeps it: as `heldBy` of `requestDocumentLink`." })
  @Category("DOCUMENT")
  holder!: AgencyType;

  @Field(() => [AgencyType], { description: "Every agency it was given to, once: the one that keeps it first." })
  @Category("DOCUMENT")
  providedTo!: AgencyType[];

  @Field(() => EnterpriseReference, { description: "The enterprise that holds it; null where the person does." })
  @Category("DOCUMENT")
  enterprise!: EnterpriseReference | null;

  @Field(() => ID, { description: "UUIDv4 of the project it is about, if about one." })
  @Category("DOCUMENT")
  projectId!: string | null;

  @Field(() => EnterpriseReference, {
    description:
      "The enterprise that its project became, where that counts: who works on the project acts for the enterprise today. It then stands for that enterprise's own.",
  })
  @Category("DOCUMENT")
  projectEnterprise!: EnterpriseReference | null;

  @Field(() => GraphQLDateTime, { description: "When it was whole and verified." })
  @Category("DOCUMENT")
  receivedAt!: Date;

  @Field(() => GraphQLDate, { description: "First day on which it holds." })
  @Category("DOCUMENT")
  validFrom!: string;

  @Field(() => GraphQLDate, { description: "Last day on which it holds; null where it holds until another comes." })
  @Category("DOCUMENT")
  validUntil!: string | null;

  @Field(() => Boolean, {
    description: "Whether it holds today: no newer version replaced it, and its days are not over.",
  })
  @Category("DOCUMENT")
  isValid!: boolean;

  @Field(() => Int, { description: "1 for the first of its type at that agency, then counting." })
  @Category("DOCUMENT")
  version!: number;

  @Field(() => String, { description: "Media type, verified by content: `application/pdf`." })
  @Category("DOCUMENT")
  mediaType!: string;

  @Field(() => Int, { description: "In bytes." })
  @Category("DOCUMENT")
  size!: number;

  @Field(() => String, { description: "SHA-256 of its bytes, hexadecimal." })
  @Category("DOCUMENT")
  sha256!: string;
}

/** A page of documents. */
export const DocumentConnection = connectionOf(DocumentEntry as never);

/** The arguments of `documents`. */
@ArgsType()
export class DocumentArguments extends ConnectionArguments {
  @Field(() => [String], { description: "Only these types: codes of `documentTypes`." })
  types?: string[] | null;

  @Field(() => Boolean, {
    nullable: false,
    defaultValue: false,
    description: "Only versions that hold today.",
  })
  validOnly!: boolean;
}
