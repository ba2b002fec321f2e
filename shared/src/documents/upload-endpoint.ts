/**
 * `HEAD` and `PATCH /documents/uploads/<id>`: the bytes of a document, resumable by the protocol tus 1.0. There is no way to create an upload
 * here: `provideDocument` does, and gives the ticket without which nothing here answers.
 */
import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "@tus/server";
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
import { documentById } from "./document.repository.js";
import type { DocumentsScope } from "./documents-scope.js";
import { finishUpload } from "./finish-upload.js";
import { UploadLocker } from "./upload-locker.js";
import { uploadTicketHeader, type UploadTickets } from "./upload-ticket.js";
import { WaitingBytes } from "./waiting-bytes.js";

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
  [documentErrors.DOCUMENT_INFECTED.code]: 422,
  [documentErrors.DOCUMENT_SCANNER_SILENT.code]: 503,
};

/** What is under way of one request. */
interface Turn {
  readonly scope: DocumentsScope;
  readonly upload: UploadRow;
}

/** Takes the bytes of uploads, for one process. */
export class UploadEndpoint {
  readonly #waiting: WaitingBytes;
  readonly #locker: UploadLocker;
  readonly #tus: Server;
  readonly #turns = new WeakMap<IncomingMessage, Turn>();

  constructor(
    queries: Queries,
    uploads: string,
    private readonly tickets: UploadTickets,
  ) {
    mkdirSync(uploads, { recursive: true, mode: 0o700 });
    this.#waiting = new WaitingBytes(queries, uploads);
    this.#locker = new UploadLocker(queries);
    this.#tus = new Server({
      path: uploadFolder.slice(0, -1),
      datastore: this.#waiting,
      locker: this.#locker,
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
    const { reader } = scope.request;
    const upload = isUuid(id) ? await openUpload(scope.database, id) : null;
    const isTheirs =
      upload?.actor === actorOf(reader) && this.tickets.isOf(header(request, uploadTicketHeader) ?? "", upload);
    if (!upload || !isTheirs) return this.#answerGone(scope, request, response, id);
    const turn = { scope: forThePurposeOf(scope, upload), upload };
    if (request.method === "HEAD") return this.#answerStand(turn, request, response);
    request.setTimeout(longestSilence, () => request.destroy());
    this.#turns.set(request, turn);
    return this.#tus.handle(request, response);
  }

  /**
   * Says where an upload stands. Under its lease: a connection that hangs is asked to let go, so that nothing comes any more behind what is
   * said. What is whole and not finished is finished: a process ended between the two.
   */
  async #answerStand(turn: Turn, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { scope, upload } = turn;
    const lease = this.#locker.newLock(upload.id);
    try {
      const headers = await this.#locker.holding(lease, async () => {
        const offset = await this.#waiting.lengthOf(upload.id);
        const document = offset === upload.size ? await finishUpload(scope, upload, lease) : null;
        return { ...tusHeaders(offset, upload.size), ...(document && { [documentIdHeader]: document.id }) };
      });
      response.writeHead(200, headers).end();
    } catch (error) {
      // Another has finished it meanwhile, or nobody will.
      if (isGone(error)) return this.#answerGone(scope, request, response, upload.id);
      const { status, body } = refusal(error, scope.request.language);
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

  /** Under the upload's lease, which whoever sent the last byte has given back: several may come to finish it, here and in other copies. */
  async #finished({ scope, upload }: Turn): Promise<{ readonly headers?: Record<string, string> }> {
    const lease = this.#locker.newLock(upload.id, true);
    const document = await this.#locker
      .holding(lease, () => finishUpload(scope, upload, lease))
      .catch(async (error: unknown) => {
        const made = isGone(error) ? await documentById(scope.database, upload.id) : null;
        if (!made) throw error;
        return made;
      });
    return { headers: { [documentIdHeader]: document.id } };
  }

  #turnOf(request: Request): Turn {
    const { node } = request as Request & { readonly node?: { readonly req: IncomingMessage } };
    const turn = node && this.#turns.get(node.req);
    if (!turn) throw new Error("bytes came without a turn");
    return turn;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof DomainError && error.definition === documentErrors.DOCUMENT_UPLOAD_GONE;
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
  const of = status === 404 ? documentErrors.DOCUMENT_UPLOAD_GONE : documentErrors.DOCUMENT_UPLOAD_REFUSED;
  const known = isProtocols ? new DomainError(of) : error;
  if (!(known instanceof DomainError)) throw error;
  const { code } = known.definition;
  return {
    status: isProtocols ? status : (statusOf[code] ?? 400),
    body: { errors: [{ message: known.messageIn(language), extensions: { code } }] },
  };
}
