/**
 * `HEAD` and `PATCH /documents/uploads/<id>`: the bytes of a document, resumable by the protocol tus 1.0. There is no way to create an upload
 * here: `provideDocument` does, and gives the ticket without which nothing here answers.
 */
import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { Upload } from "@tus/utils";
import type { Queries } from "../database.js";
import { DomainError } from "../errors.js";
import { purposeOf } from "../identity/purposes.js";
import { isUuid } from "../ids.js";
import type { Language } from "../languages.js";
import { actorOf } from "../mutations/once.js";
import type { RequestScope } from "../server/context.js";
import { header, sendJson } from "../server/http.js";
import type { Reader } from "../visibility/reader.js";
import { openUpload, type UploadRow } from "./document-upload.repository.js";
import { documentErrors } from "./document.errors.js";
import { documentById, type DocumentRow } from "./document.repository.js";
import type { DocumentsScope } from "./documents-scope.js";
import { finishUpload } from "./finish-upload.js";
import { UploadLocker } from "./upload-locker.js";
import { uploadTicketHeader, type UploadTickets } from "./upload-ticket.js";

/** Addresses below this take bytes. */
export const uploadFolder = "/documents/uploads/";

/** The header that tells which document the bytes became. */
export const documentIdHeader = "parcours-document";

/** A connection that brings no byte for so long, in milliseconds, is cut: its sender comes back and goes on. */
const longestSilence = 20_000;

/** What every answer here says: no other site's page may send. */
const ownPagesOnly = { allowedOrigins: [] };

const statusOf: Readonly<Record<string, number>> = {
  [documentErrors.DOCUMENT_UPLOAD_GONE.code]: 404,
  [documentErrors.DOCUMENT_UPLOAD_BUSY.code]: 423,
  [documentErrors.DOCUMENT_HASH_DIFFERS.code]: 422,
  [documentErrors.DOCUMENT_CONTENT_DIFFERS.code]: 422,
};

/** What is under way of one request. */
interface Turn {
  readonly scope: DocumentsScope;
  readonly upload: UploadRow;
}

/** Takes the bytes of uploads, for one process. */
export class UploadEndpoint {
  readonly #waiting: FileStore;
  readonly #tus: Server;
  readonly #turns = new WeakMap<IncomingMessage, Turn>();

  constructor(
    queries: Queries,
    uploads: string,
    private readonly tickets: UploadTickets,
  ) {
    mkdirSync(uploads, { recursive: true, mode: 0o700 });
    this.#waiting = new FileStore({ directory: uploads });
    this.#tus = new Server({
      path: uploadFolder.slice(0, -1),
      datastore: this.#waiting,
      locker: new UploadLocker(queries),
      onUploadFinish: async (request) => this.#finished(this.#turnOf(request)),
      onResponseError: async (request, error) => {
        const { request: about } = this.#turnOf(request).scope;
        const { status, body } = refusal(error, about.language);
        return { status_code: status, body: JSON.stringify(body) };
      },
      ...ownPagesOnly,
    });
  }

  /** Answers one request, whose token was verified. Errors: those of database and disk. */
  async answer(scope: DocumentsScope, request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const { reader, language } = scope.request;
    const upload = isUuid(id) ? await openUpload(scope.database, id) : null;
    const isTheirs =
      upload?.actor === actorOf(reader) && this.tickets.isOf(header(request, uploadTicketHeader) ?? "", upload);
    if (!upload || !isTheirs) return this.#answerGone(scope, request, response, id);
    const turn = { scope: forThePurposeOf(scope, upload), upload };
    await this.#isAwaited(upload);
    if (request.method !== "HEAD") {
      request.setTimeout(longestSilence, () => request.destroy());
      this.#turns.set(request, turn);
      return this.#tus.handle(request, response);
    }
    try {
      const { offset } = await this.#waiting.getUpload(id);
      // Whole, and not finished: a process ended between the two.
      const { headers = {} } = offset === upload.size ? await this.#finished(turn) : {};
      response.writeHead(200, { ...tusHeaders(offset, upload.size), ...headers }).end();
    } catch (error) {
      const { status, body } = refusal(error, language);
      sendJson(response, status, body);
    }
  }

  /** An upload that became this actor's document is told as whole: the answer to its last byte may have been lost. */
  async #answerGone(
    { database, request: { reader, language } }: DocumentsScope,
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<void> {
    const document = isUuid(id) && request.method === "HEAD" ? await documentById(database, id) : null;
    if (document?.actor === actorOf(reader)) {
      response.writeHead(200, { ...tusHeaders(document.size, document.size), [documentIdHeader]: document.id }).end();
      return;
    }
    const { status, body } = refusal(new DomainError(documentErrors.DOCUMENT_UPLOAD_GONE), language);
    sendJson(response, status, body);
  }

  /** Makes the file that the bytes go to; the row of the upload is what counts, and may be older than the folder. */
  async #isAwaited({ id, size }: UploadRow): Promise<void> {
    try {
      await this.#waiting.getUpload(id);
    } catch {
      await this.#waiting.create(new Upload({ id, size, offset: 0 }));
    }
  }

  async #finished({ scope, upload }: Turn): Promise<{ readonly headers?: Record<string, string> }> {
    const document: DocumentRow = await finishUpload(scope, upload);
    return { headers: { [documentIdHeader]: document.id } };
  }

  #turnOf(request: Request): Turn {
    const { node } = request as Request & { readonly node?: { readonly req: IncomingMessage } };
    const turn = node && this.#turns.get(node.req);
    if (!turn) throw new Error("bytes came without a turn");
    return turn;
  }
}

/** The scope with the purpose for which the ticket was given: who sends bytes says it no second time. */
function forThePurposeOf(
  scope: DocumentsScope,
  { purpose, caseReference }: Pick<UploadRow, "purpose" | "caseReference">,
): DocumentsScope {
  return { ...scope, request: withPurpose(scope.request, purpose, caseReference) };
}

/** A request with the purpose and case of what was asked before. */
export function withPurpose(request: RequestScope, code: string | null, caseReference: string | null): RequestScope {
  const { purpose: _, caseReference: __, ...who } = request.reader;
  const purpose = code === null ? undefined : purposeOf(code);
  const reader: Reader = { ...who, ...(purpose && { purpose }), ...(caseReference !== null && { caseReference }) };
  return { ...request, reader };
}

function tusHeaders(offset: number, size: number): Record<string, string> {
  return {
    "tus-resumable": "1.0.0",
    "cache-control": "no-store",
    "upload-offset": String(offset),
    "upload-length": String(size),
  };
}

/** How an error is answered: in words of the reader, with the code of our catalogue; the library's own as one code. */
function refusal(error: unknown, language: Language): { readonly status: number; readonly body: object } {
  const status = (error as { readonly status_code?: unknown } | null)?.status_code;
  const isProtocols = typeof status === "number" && status >= 400 && status < 500;
  const known = isProtocols ? new DomainError(documentErrors.DOCUMENT_UPLOAD_REFUSED) : error;
  if (!(known instanceof DomainError)) throw error;
  const { code } = known.definition;
  return {
    status: isProtocols ? status : (statusOf[code] ?? 400),
    body: { errors: [{ message: known.messageIn(language), extensions: { code } }] },
  };
}
