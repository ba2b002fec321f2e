import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import {
  ProvideDocumentInput,
  ProvideDocumentPayload,
  RequestDocumentLinkInput,
  RequestDocumentLinkPayload,
} from "./documents.inputs.js";
import { DocumentTypeEntry, HeldDocumentConnection, type HeldDocument } from "./held-document.type.js";

/** Documents in the graph. */
@Resolver()
export class DocumentsResolver {
  @Query(() => [DocumentTypeEntry], { description: "Every type of document that agencies take, with its limits." })
  @Category("PUBLIC")
  documentTypes(@Ctx() { services }: DeskContext): DocumentTypeEntry[] {
    return services.documents.types();
  }

  @Query(() => HeldDocumentConnection, {
    description:
      "Documents of a person or of an enterprise that the subgraph of one agency keeps, newest first, as that subgraph tells them to you itself: those of restricted dossiers too, and without the front door. What is not shared with you is left out. Give either the person or the enterprise. Errors: DOCUMENT_AGENCY_UNKNOWN, DOCUMENT_RECEIVER_SILENT, ID_INVALID, ENTERPRISE_NUMBER_INVALID, NOT_SHARED.",
  })
  @Category("LOOK_UP")
  documentsHeldBy(
    @Arg("agency", () => ID, { nullable: false, description: "Code of the agency." }) agency: string,
    @Arg("entrepreneurId", () => ID, { nullable: true, description: "UUIDv4 of the person." })
    entrepreneurId: string | null,
    @Arg("enterpriseNumber", () => String, { nullable: true, description: "The enterprise, in any notation." })
    enterpriseNumber: string | null,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: DeskContext,
  ): Promise<Page<HeldDocument>> {
    const holder = { entrepreneurId: entrepreneurId ?? null, enterpriseNumber: enterpriseNumber ?? null };
    return services.documents.heldBy(agency, holder, pageAskedBy(page));
  }

  @Mutation(() => ProvideDocumentPayload, {
    description:
      "Offers a document to an agency that asks for it (R01): by the person or a mandatary to any agency, by an official to the own. Where a version that you may read holds already, at whatever agency, the answer is its reference, and that agency reads it from now on; else a ticket for the bytes. What you may not read is as if it were not there. User errors: those of the input, ACT_NOT_ALLOWED, DOCUMENT_AGENCY_UNKNOWN, DOCUMENT_MEDIA_TYPE_REFUSED, DOCUMENT_SIZE_REFUSED, DOCUMENT_HASH_INVALID, DOCUMENT_TOO_MANY, DOCUMENT_PROJECT_REFUSED, DOCUMENT_PROJECT_SILENT, DOCUMENT_HOLDER_SILENT, DOCUMENT_RECEIVER_SILENT, DOCUMENT_UPLOAD_GONE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  provideDocument(
    @Arg("input", () => ProvideDocumentInput, { nullable: false, description: "What is offered." })
    input: ProvideDocumentInput,
    @Ctx() { services, request }: DeskContext,
  ): Promise<ProvideDocumentPayload> {
    return services.documents.provide(input, request);
  }

  @Mutation(() => RequestDocumentLinkPayload, {
    description:
      "A link by which you may fetch a document once, within two minutes, signed in as now. The agency that keeps it decides, and logs the look. User errors: ACT_NOT_ALLOWED where it is unknown or not shared, INPUT_ID_INVALID, DOCUMENT_AGENCY_UNKNOWN, DOCUMENT_RECEIVER_SILENT.",
  })
  @Category("ACT")
  requestDocumentLink(
    @Arg("input", () => RequestDocumentLinkInput, { nullable: false, description: "Which document." })
    input: RequestDocumentLinkInput,
    @Ctx() { services, request }: DeskContext,
  ): Promise<RequestDocumentLinkPayload> {
    return services.documents.link(input, request);
  }
}
