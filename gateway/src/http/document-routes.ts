/** `/documents/uploads/<owner>/<id>` and `/documents/files/<owner>/<token>`: bytes go through here as they come, to and from their owner. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { DomainError } from "@parcours/shared/errors";
import { GraphQLError } from "graphql";
import type { Dispatcher } from "undici";
import type { DocumentLink, StreamedQuestion } from "../documents/document-link.js";
import { gatewayErrors, refusal } from "../errors.js";
import type { Callers } from "../identity/callers.js";
import { refusedIdentity } from "../identity/refused-identity.js";
import { arrivalOf, contextOf } from "../request-context.js";
import type { Arrival } from "../request-context.js";
import { securityHeaders, sendRefusal } from "./exchange.js";
import { isFromAnotherSite } from "./graphql-endpoint.js";

/** Addresses below this are answered here. */
export const documentFolder = "/documents/";

/** What the routes work with. */
export interface DocumentTargets {
  readonly links: ReadonlyMap<string, DocumentLink>;
  readonly callers: Callers;
  readonly hasSignIn: boolean;
}

/** What of an owner's answer a client is told. */
const told = [
  "content-disposition",
  "content-length",
  "content-type",
  "parcours-document",
  "repr-digest",
  "tus-resumable",
  "upload-length",
  "upload-offset",
];
/** Streams have their own end; the deadline of answers is not theirs. */
const longestStream = 16 * 60_000;

/** Answers one request. Errors: those that nobody foresaw. */
export async function answerDocument(
  targets: DocumentTargets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const arrival = arrivalOf(request.headers);
  try {
    await pass(targets, request, response, arrival, gone.signal);
  } catch (error) {
    if (gone.signal.aborted) return;
    const refused = error instanceof DomainError ? refusedIdentity(error, arrival.language) : error;
    if (!(refused instanceof GraphQLError)) throw error;
    sendRefusal(response, refused);
  }
}

async function pass(
  { links, callers, hasSignIn }: DocumentTargets,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
  signal: AbortSignal,
): Promise<void> {
  const { language } = arrival;
  const [, kind = "", owner = "", key = ""] =
    /^\/documents\/(uploads|files)\/([a-z][a-z0-9-]{0,62})\/([\w-]{16,64})$/.exec(request.url ?? "") ?? [];
  const link = links.get(owner);
  const method = methodOf(kind, request.method);
  if (!link || !method) throw refusal(gatewayErrors.NOT_FOUND, language, 404);
  if (isFromAnotherSite(request)) throw refusal(gatewayErrors.CROSS_SITE_REFUSED, language, 403);
  const caller = await callers.of(request);
  // A subgraph asks on a reader's behalf; it neither gives nor takes documents in anybody's name.
  if (caller.ticket) throw refusal(gatewayErrors.TICKET_ASKS_ONLY, language, 403);
  if (link.isBusy) throw refusal(gatewayErrors.TOO_MANY_STREAMS, language, 503);
  const limits = { signal, milliseconds: longestStream, trustsHops: !hasSignIn };
  const context = contextOf(request.headers, arrival, caller, limits);
  const question: StreamedQuestion = { method, path: `/documents/${kind}/${key}`, headers: request.headers };
  const answer = await link.pass(method === "PATCH" ? { ...question, body: request } : question, context);
  if (!answer) throw refusal(gatewayErrors.SUBGRAPH_UNAVAILABLE, language, 503);
  await give(answer, response);
}

function methodOf(kind: string, method: string | undefined): StreamedQuestion["method"] | undefined {
  if (kind === "uploads") return method === "HEAD" || method === "PATCH" ? method : undefined;
  return kind === "files" && method === "GET" ? method : undefined;
}

async function give({ statusCode, headers, body }: Dispatcher.ResponseData, response: ServerResponse): Promise<void> {
  const kept = told.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const]));
  const isRefusal = statusCode >= 400;
  response.writeHead(statusCode, {
    ...securityHeaders,
    ...Object.fromEntries(kept),
    ...(isRefusal && { "content-type": "application/json; charset=utf-8" }),
  });
  await pipeline(body, response);
}
