/** Small helpers over node:http: bodies with a limit, JSON answers. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** The largest body a subgraph reads: what the gateway sends for a page of 100 entries is far smaller. */
const mostBytes = 1024 * 1024;

/** A request that cannot be served as it is; the message is for its sender. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The client left before its request was whole: nobody waits for an answer, and nothing went wrong here. */
export class ClientGone extends Error {
  override readonly name = "ClientGone";
}

/** A body as it came, and what it says. */
export interface JsonBody {
  readonly text: string;
  readonly value: unknown;
}

/**
 * Reads a JSON body. Errors: BadRequest 413 where it is too large, 400 where it is not JSON; ClientGone where the sender left.
 * A body that is too large is read no further: its connection is closed with the answer.
 */
export async function readJson(request: IncomingMessage): Promise<JsonBody> {
  const text = await readText(request);
  return { text, value: parseJson(text) };
}

/** What a body says. Errors: BadRequest 400 where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, "The body is not JSON.");
  }
}

/** Reads a body as text, with the errors of `readJson` but for JSON. */
export function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes <= mostBytes) parts.push(part);
      else {
        parts.length = 0;
        request.pause();
        reject(tooLarge());
      }
    });
    request.once("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    request.once("error", () => reject(new ClientGone()));
  });
}

/** Made where it is needed only: an error notes where it was made, which costs more than the reading of a body. */
function tooLarge(): BadRequest {
  return new BadRequest(413, `The body is larger than ${mostBytes} bytes.`);
}

/** Sends a value as JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string | number>> = {},
): void {
  const body = Buffer.from(JSON.stringify(value));
  // What was not read of the request would be taken for the next one.
  const unread = response.req.complete ? {} : { connection: "close" };
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    ...headers,
    ...unread,
  });
  response.end(body);
}

/** A header that is there once. */
export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Cuts a request that is not whole after so many milliseconds: it only holds a connection. */
export function arriveWithin(request: IncomingMessage, milliseconds: number): void {
  const cut = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, milliseconds);
  request.once("end", () => clearTimeout(cut));
  request.once("close", () => clearTimeout(cut));
}
