/** For what the token of a streamed request stands: its bytes are not known when it begins. */
import type { IncomingHttpHeaders } from "node:http";

/** The request line with what says which bytes will come, as gateway and subgraph both put it. */
export function streamedRequest(
  method: string | undefined,
  path: string | undefined,
  headers: Readonly<IncomingHttpHeaders>,
): string {
  const { "upload-offset": offset = "", "content-length": length = "" } = headers;
  return JSON.stringify([method, path, offset, length]);
}
