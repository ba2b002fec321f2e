/** One HTTP request and its answer: reading the body within its limit, writing an answer with the headers that every answer carries. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "@parcours/shared/languages";
import type { GraphQLError } from "graphql";
import { gatewayErrors, refusal } from "../errors.js";

/** The largest body read, bytes (design section 10: 256 kB). */
export const mostBodyBytes = 256 * 1024;

/** What every answer says to a browser: show it nowhere else, guess nothing, keep nothing, tell nobody. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Writes a whole answer. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: string | Buffer,
): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { ...securityHeaders, ...headers, "content-length": String(Buffer.byteLength(body)) });
  response.end(body);
}

/** Writes a value as JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(
    response,
    status,
    { "content-type": "application/json; charset=utf-8", ...headers },
    `${JSON.stringify(value)}\n`,
  );
}

/** Answers a refusal in the form of a GraphQL answer, so that every client can read it. */
export function sendRefusal(
  response: ServerResponse,
  error: GraphQLError,
  headers: Readonly<Record<string, string>> = {},
): void {
  const { http, ...extensions } = error.extensions;
  const { status = 400, headers: own = {} } = (http ?? {}) as { status?: number; headers?: Record<string, string> };
  sendJson(response, status, { errors: [{ message: error.message, extensions }] }, { ...headers, ...own });
}

/**
 * Reads a request's body as a JSON object.
 * @throws GraphQLError `CONTENT_TYPE_UNSUPPORTED`, `BODY_TOO_LARGE`, `BODY_NOT_JSON`
 */
export async function readJson(
  request: IncomingMessage,
  language: Language,
): Promise<Readonly<Record<string, unknown>>> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw refusal(gatewayErrors.CONTENT_TYPE_UNSUPPORTED, language, 415);
  const body = await readBody(request);
  if (!body) throw refusal(gatewayErrors.BODY_TOO_LARGE, language, 413, { most: mostBodyBytes / 1024 });
  const value = parseJson(body);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refusal(gatewayErrors.BODY_NOT_JSON, language, 400);
  return value as Readonly<Record<string, unknown>>;
}

/** The body, or null where it is too large. What comes after the limit is read and dropped, so that the client can read the refusal. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBodyBytes) chunks.push(chunk);
    // A client that goes on for ever is not listened to for ever.
    if (bytes > 16 * mostBodyBytes) break;
  }
  return bytes > mostBodyBytes ? null : Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
