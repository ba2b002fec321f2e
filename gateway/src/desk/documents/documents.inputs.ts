import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { HeldDocument } from "./held-document.type.js";

/** What came of an offer. */
export enum ProvidedState {
  ALREADY_HELD = "ALREADY_HELD",
  SEND_BYTES = "SEND_BYTES",
  RECEIVED = "RECEIVED",
}
registerEnumType(ProvidedState, {
  name: "ProvidedState",
  description: "What came of offering a document.",
  valuesConfig: {
    ALREADY_HELD: {
      description: "A version that you may read holds already: here is its reference, and there is nothing to send.",
    },
    SEND_BYTES: { description: "Send the bytes with the ticket." },
    RECEIVED: { description: "The bytes of this very offer are there." },
  },
});

/** What `provideDocument` needs. */
@InputType({ description: "A document that is offered to an agency." })
export class ProvideDocumentInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person whose document it is." })
  entrepreneurId!: string;

  @Field(() => String, {
    description: "The enterprise that holds it, in any notation: one for which the person acts today.",
  })
  enterpriseNumber?: string | null;

  @Field(() => ID, {
    description:
      "UUIDv4 of the project it is about, one of the person's: a project needs no enterprise (R53), and its documents count for the one that it becomes.",
  })
  projectId?: string | null;

  @Field(() => ID, { nullable: false, description: "Code of the agency that asks for it: `INNOVIRIS`." })
  agency!: string;

  @Field(() => String, { nullable: false, description: "Code of `documentTypes`." })
  documentType!: string;

  @Field(() => String, { nullable: false, description: "Media type; verified by content: `application/pdf`." })
  mediaType!: string;

  @Field(() => Int, { nullable: false, description: "In bytes." })
  size!: number;

  @Field(() => String, { nullable: false, description: "SHA-256 of the bytes, hexadecimal." })
  sha256!: string;

  @Field(() => String, { description: "First day on which it holds, `YYYY-MM-DD`; today where it is not given." })
  validFrom?: string | null;

  @Field(() => String, {
    description: "Last day on which it holds, `YYYY-MM-DD`; the usual time of its type where it is not given.",
  })
  validUntil?: string | null;

  @Field(() => Boolean, {
    description: "True where it belongs to a restricted dossier: then it is found at its agency only.",
  })
  isRestricted?: boolean | null;

  @Field(() => Boolean, {
    description: "True to replace the version that is held: then only the very same bytes are held already.",
  })
  isNewVersion?: boolean | null;

  @Field(() => String, { description: "Code of the form with which it comes, if with one." })
  form?: string | null;

  @Field(() => ID, { description: "UUIDv4 of the dossier with which it comes, if with one." })
  dossierId?: string | null;
}

/** How to send the bytes. */
@ObjectType({
  description:
    "How to send the bytes: by the protocol of resumable uploads (tus 1.0, HEAD and PATCH), with the ticket in the header `Upload-Ticket` and your own sign-in. The answer to the last byte names the document, or says what is wrong with it.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class UploadTicket {
  @Field(() => String, { nullable: false, description: "Where to send them: a path of this gateway." })
  path!: string;

  @Field(() => String, { nullable: false, description: "For the header `Upload-Ticket`; it opens this upload once." })
  ticket!: string;

  @Field(() => GraphQLDateTime, { nullable: false, description: "Until when: 15 minutes." })
  expiresAt!: Date;

  @Field(() => ID, { nullable: false, description: "UUIDv4 that the document will have." })
  documentId!: string;
}

/** What `provideDocument` answers. */
@ObjectType({ description: "What came of offering a document.", simpleResolvers: true })
@Category("STRUCTURE")
export class ProvideDocumentPayload {
  @Field(() => ProvidedState, { description: "What came of it; null where nothing was done." })
  state!: ProvidedState | null;

  @Field(() => HeldDocument, { description: "The document, where it is held already or was received." })
  document!: HeldDocument | null;

  @Field(() => UploadTicket, { description: "How to send the bytes, where they are awaited." })
  ticket!: UploadTicket | null;

  @Field(() => Boolean, {
    nullable: false,
    description: "Whether the directory answered: where not, another agency may hold the document already.",
  })
  isDirectoryAsked!: boolean;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}

/** What `requestDocumentLink` needs. */
@InputType({ description: "A document to fetch." })
export class RequestDocumentLinkInput {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the document." })
  documentId!: string;

  @Field(() => ID, { nullable: false, description: "Code of the agency that keeps it: `Document.holder`." })
  heldBy!: string;
}

/** What `requestDocumentLink` answers. */
@ObjectType({ description: "A link by which you may fetch a document once.", simpleResolvers: true })
@Category("STRUCTURE")
export class RequestDocumentLinkPayload {
  @Field(() => String, { description: "A path of this gateway, for your own sign-in; null where nothing was done." })
  path!: string | null;

  @Field(() => GraphQLDateTime, { description: "Until when: two minutes." })
  expiresAt!: Date | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
