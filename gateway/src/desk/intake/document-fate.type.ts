import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { UploadTicket } from "../documents/documents.inputs.js";
import { IntakeDocumentReference } from "./intake-document.type.js";

/** What became of a document that a form asks for. */
export enum IntakeDocumentFate {
  ALREADY_HELD = "ALREADY_HELD",
  RECEIVED = "RECEIVED",
  SEND_BYTES = "SEND_BYTES",
  PENDING = "PENDING",
  NOT_SHARED = "NOT_SHARED",
  NOT_HANDED_ON = "NOT_HANDED_ON",
  MISSING = "MISSING",
  LEFT_OUT = "LEFT_OUT",
  REFUSED = "REFUSED",
}
registerEnumType(IntakeDocumentFate, {
  name: "IntakeDocumentFate",
  description: "What became of a document that a form asks for.",
  valuesConfig: {
    ALREADY_HELD: { description: "It is held: the form's agency reads it from now on, by `reference`." },
    RECEIVED: { description: "The bytes of this very submission are there: `reference`." },
    SEND_BYTES: {
      description:
        "Send the bytes with `ticket`; then submit the same again with the same key, which also gives another ticket.",
    },
    PENDING: { description: "Who holds it, or may, did not answer. Submit the same again with the same key." },
    NOT_SHARED: { description: "It is held, and not shared with you: who owns the data may open it to your agency." },
    NOT_HANDED_ON: {
      description: "It is held and you read it, but only the person or a mandatary gives it to the form's agency.",
    },
    MISSING: { description: "It is required, is not held, and was not offered. Offer it, with the same key." },
    LEFT_OUT: { description: "It is not held, was not offered, and the form does without it." },
    REFUSED: { description: "It was offered and not taken: `errors` says why. Offer another file, with the same key." },
  },
});

/** A document of a form and what became of it. */
@ObjectType({ description: "A document that a form asks for, and what became of it.", simpleResolvers: true })
@Category("STRUCTURE")
export class IntakeDocumentOutcome {
  @Field(() => Code, { nullable: false, description: "What it is: a code of `documentTypes`." })
  type!: Code;

  @Field(() => IntakeDocumentFate, { nullable: false, description: "What became of it." })
  fate!: IntakeDocumentFate;

  @Field(() => Boolean, { nullable: false, description: "Whether the submission is incomplete without it." })
  isRequired!: boolean;

  @Field(() => IntakeDocumentReference, { description: "The version that is held, where you may read it." })
  reference!: IntakeDocumentReference | null;

  @Field(() => UploadTicket, { description: "How to send the bytes; only where it is SEND_BYTES." })
  ticket!: UploadTicket | null;
}

/** A document that is offered with a form. */
@InputType({ description: "A document that is offered with a form: as in `provideDocument`, for the form's agency." })
export class IntakeDocumentInput {
  @Field(() => String, { nullable: false, description: "Code of `documentTypes`: one that the form asks for." })
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
}
