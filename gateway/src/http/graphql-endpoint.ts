/** The graph over HTTP: operations by POST as JSON, from this site's own pages or from servers. */
import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HeaderMap } from "@apollo/server";
import type { ApolloServer } from "@apollo/server";
import { GraphQLError } from "graphql";
import { gatewayErrors, refusal } from "../errors.js";
import { contextOf, headerNames } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";
import { readJson, send, sendRefusal } from "./exchange.js";

/** Answers one operation; `answerMilliseconds` is the time for the whole answer. */
export async function answerOperation(
  server: ApolloServer<GatewayContext>,
  answerMilliseconds: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  // Every fetch of a plan listens to it; a large plan is no leak.
  setMaxListeners(0, gone.signal);
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const context = contextOf(request.headers, gone.signal, answerMilliseconds);
  const requestIdHeader = { [headerNames.requestId]: context.requestId };
  try {
    if (request.method !== "POST") throw refusal(gatewayErrors.METHOD_NOT_ALLOWED, context.language, 405);
    if (isFromAnotherSite(request)) throw refusal(gatewayErrors.CROSS_SITE_REFUSED, context.language, 403);
    const body = await readJson(request, context.language);
    const httpGraphQLRequest = { method: "POST", headers: headerMap(request), search: "", body };
    const {
      status = 200,
      headers,
      body: answer,
    } = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
    if (answer.kind !== "complete") throw new Error("incremental delivery is not offered by the gateway");
    send(response, status, { ...Object.fromEntries(headers), ...requestIdHeader }, answer.string);
  } catch (error) {
    if (gone.signal.aborted) return;
    if (!(error instanceof GraphQLError)) throw error;
    sendRefusal(response, error, { ...requestIdHeader, ...(request.method !== "POST" && { allow: "POST" }) });
  }
}

/** A page of another site must not ask in its visitor's name (CSRF); JSON alone stops old browsers, this the new ones. */
function isFromAnotherSite({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return site === "cross-site" || site === "same-site";
}

function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  return map;
}
