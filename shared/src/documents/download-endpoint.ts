/** `GET /documents/files/<token>`: a document, once, for who asked for the link; the holder decides again, and logs the look before a byte leaves. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { logLooks } from "../access-log/request-log.js";
import { DomainError } from "../errors.js";
import { actorOf } from "../mutations/once.js";
import { sendJson } from "../server/http.js";
import { mayReadDocument, subjectOf } from "./document-access.js";
import { extensionOf } from "./document-types.js";
import { takeDocumentLink } from "./document-upload.repository.js";
import { documentErrors } from "./document.errors.js";
import { documentById, type DocumentRow } from "./document.repository.js";
import { documentCategory, fileName } from "./document.rules.js";
import { linkHash } from "./documents-endpoints.js";
import type { DocumentsScope } from "./documents-scope.js";
import { withPurpose } from "./upload-endpoint.js";

/** Addresses below this give bytes. */
export const downloadFolder = "/documents/files/";

/** Answers one request. Errors: those of database and store. */
export async function answerDownload(
  scope: DocumentsScope,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): Promise<void> {
  const { database, target, policy } = scope;
  const link = await takeDocumentLink(database, linkHash(token), actorOf(scope.request.reader));
  const document = link && (await documentById(database, link.documentId));
  const about = withPurpose(scope.request, link?.purpose ?? null, link?.caseReference ?? null);
  const allowed = document !== null && (await mayReadDocument({ policy, request: about }, document));
  if (document) about.looks.note(subjectOf(document), documentCategory(document.isRestricted), allowed, document);
  await logLooks(target, about, { action: "READ", failed: false, policy });
  if (!document || !allowed) return refuse(scope, response);
  const bytes = await scope.store.read(document.id);
  response.writeHead(200, headersOf(document));
  await pipeline(bytes, response);
}

function refuse({ request: { language } }: DocumentsScope, response: ServerResponse): void {
  const error = new DomainError(documentErrors.DOCUMENT_LINK_GONE);
  const { code } = error.definition;
  sendJson(response, 404, { errors: [{ message: error.messageIn(language), extensions: { code } }] });
}

/** Saved, never shown: nothing in a document runs in anybody's browser, and nothing of it stays on the way. */
function headersOf({ type, version, mediaType, size, sha256 }: DocumentRow): Record<string, string> {
  return {
    "content-type": mediaType,
    "content-length": String(size),
    "content-disposition": `attachment; filename="${fileName(type, version, extensionOf(mediaType))}"`,
    "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
  };
}
