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

/** Reads a JSON body. Errors: BadRequest 413 where it is too large, 400 where it is not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new BadRequest(413, `The body is larger than ${mostBytes} bytes.`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new BadRequest(400, "The body is not JSON.");
  }
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": body.length });
  response.end(body);
}

/** A header that is there once. */
export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
