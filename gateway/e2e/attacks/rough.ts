/** Requests that no well-behaved client sends: headers twice, odd methods and types, bodies that are not JSON. And answers as bytes. */
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { Asking, EndToEnd } from "../harness.js";

/** What comes back, unread. */
export interface RoughAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as it goes over the line: names and values of headers in turn, so that one may stand twice. */
export interface RoughRequest {
  readonly method?: string;
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

/** Sends a request as it is, on a connection of its own. Errors: those of the socket. */
export async function rough(
  url: string,
  { method = "POST", headers = [], body = "" }: RoughRequest,
): Promise<RoughAnswer> {
  const { hostname, port, pathname, search } = new URL(url);
  const length = body.length > 0 && !headers.some((name) => name.toLowerCase() === "transfer-encoding");
  const all = [
    "host",
    `${hostname}:${port}`,
    ...headers,
    ...(length ? ["content-length", `${Buffer.byteLength(body)}`] : []),
  ];
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: pathname + search, method, headers: all, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Headers as `rough` wants them. */
export function inTurn(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat();
}

/** Sends a question with these headers in turn, and a JSON body. */
export async function askRoughly(url: string, headers: readonly string[], body: unknown): Promise<RoughAnswer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return rough(url, { headers: ["content-type", "application/json", "accept-language", "en", ...headers], body: text });
}

/**
 * The very bytes of an answer, with the id that was asked about taken out: what is left must not tell whether it exists. Errors stand in one
 * order: owners that are asked at once are told of as they answer.
 */
export async function bytesOf(
  all: EndToEnd,
  query: string,
  { id, ...variables }: Readonly<Record<string, string>> & { readonly id: string },
  asking: Asking,
): Promise<string> {
  const headers = inTurn(await all.headers(asking));
  const { status, text } = await askRoughly(all.system.gatewayUrl, headers, { query, variables: { id, ...variables } });
  const { errors, ...rest } = JSON.parse(text) as { errors?: readonly object[] };
  const ordered = errors
    ?.map((error) => JSON.stringify(error))
    .sort()
    .join("\n");
  return `${status} ${ordered} ${JSON.stringify(rest)}`.replaceAll(id, "<the id>");
}

/** The codes of the errors of an answer, once each. */
export function codesIn(text: string): string[] {
  const { errors = [] } = JSON.parse(text) as { errors?: readonly { extensions?: { code?: string } }[] };
  return [...new Set(errors.map(({ extensions }) => extensions?.code ?? "?"))].sort();
}
