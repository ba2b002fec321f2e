/** The graph over HTTP: operations by POST as JSON, from this site's own pages or from servers. */
import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HeaderMap } from "@apollo/server";
import type { ApolloServer } from "@apollo/server";
import { DomainError } from "@parcours/shared/errors";
import { GraphQLError } from "graphql";
import { gatewayErrors, refusal } from "../errors.js";
import type { Callers } from "../identity/callers.js";
import { refusedIdentity } from "../identity/refused-identity.js";
import { arrivalOf, contextOf, headerNames } from "../request-context.js";
import type { Arrival, GatewayContext } from "../request-context.js";
import { readJson, send, sendRefusal } from "./exchange.js";

/** What the endpoint answers with. */
export interface GraphEndpoint {
  readonly server: ApolloServer<GatewayContext>;
  readonly callers: Callers;
  /** Whether anybody can sign in. */
  readonly hasSignIn: boolean;
  /** Time for the whole answer. */
  readonly answerMilliseconds: number;
}

/** Answers one operation. */
export async function answerOperation(
  endpoint: GraphEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  // Every fetch of a plan listens to it; a large plan is no leak.
  setMaxListeners(0, gone.signal);
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const arrival = arrivalOf(request.headers);
  const requestIdHeader = { [headerNames.requestId]: arrival.requestId };
  try {
    await execute(endpoint, request, response, arrival, gone.signal);
  } catch (error) {
    if (gone.signal.aborted) return;
    const refused = error instanceof DomainError ? refusedIdentity(error, arrival.language) : error;
    if (!(refused instanceof GraphQLError)) throw error;
    sendRefusal(response, refused, { ...requestIdHeader, ...(request.method !== "POST" && { allow: "POST" }) });
  }
}

async function execute(
  { server, callers, hasSignIn, answerMilliseconds: milliseconds }: GraphEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
  signal: AbortSignal,
): Promise<void> {
  if (request.method !== "POST") throw refusal(gatewayErrors.METHOD_NOT_ALLOWED, arrival.language, 405);
  if (isFromAnotherSite(request)) throw refusal(gatewayErrors.CROSS_SITE_REFUSED, arrival.language, 403);
  const caller = await callers.of(request);
  const context = contextOf(request.headers, arrival, caller, { signal, milliseconds, trustsHops: !hasSignIn });
  const body = await readJson(request, context.language);
  const httpGraphQLRequest = { method: "POST", headers: headerMap(request), search: "", body };
  const {
    status = 200,
    headers,
    body: answer,
  } = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
  if (answer.kind !== "complete") throw new Error("incremental delivery is not offered by the gateway");
  const requestIdHeader = { [headerNames.requestId]: context.requestId };
  send(response, status, { ...Object.fromEntries(headers), ...requestIdHeader }, answer.string);
}

/** A page of another site must not ask in its visitor's name (CSRF); JSON alone stops old browsers, this the new ones. */
export function isFromAnotherSite({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return site === "cross-site" || site === "same-site";
}

function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  return map;
}
