/** Which address answers what. The whole HTTP surface of the gateway is this listing. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { languageOf } from "@parcours/shared/languages";
import { arriveWithin } from "@parcours/shared/server/http";
import type { Logger } from "pino";
import { gatewayErrors, refusal } from "../errors.js";
import type { SignIn } from "../identity/sign-in.js";
import { answerDocument, documentFolder } from "./document-routes.js";
import type { DocumentTargets } from "./document-routes.js";
import { send, sendJson, sendRefusal } from "./exchange.js";
import { assetFolder, pagePolicy } from "./graphiql.js";
import type { Asset } from "./graphiql.js";
import { answerOperation } from "./graphql-endpoint.js";
import type { GraphEndpoint } from "./graphql-endpoint.js";
import type { HealthCheck } from "./health.js";
import { answerSignIn, signInFolder } from "./sign-in-routes.js";

/** What the routes hand requests to. */
export interface RouteTargets {
  readonly graph: GraphEndpoint;
  /** Undefined where nobody signs in. */
  readonly signIn: SignIn | undefined;
  readonly documents: DocumentTargets;
  readonly health: HealthCheck;
  readonly page: string;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly logger: Logger;
}

/** The longest a request may take to arrive, in milliseconds; only the bytes of a document may take longer. */
const longestArrival = 10_000;

/** Answers every request. Never throws. */
export function routes(targets: RouteTargets): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    route(targets, request, response).catch((error: unknown) => {
      targets.logger.error({ err: error }, "request failed");
      sendRefusal(
        response,
        refusal(gatewayErrors.INTERNAL, languageOf(request.headers["accept-language"]), 500, { id: "-" }),
      );
    });
  };
}

async function route(targets: RouteTargets, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path.startsWith(documentFolder)) return answerDocument(targets.documents, request, response);
  arriveWithin(request, longestArrival);
  if (path === "/graphql")
    return wantsPage(request) ? sendPage(targets, response) : answerOperation(targets.graph, request, response);
  if (targets.signIn && path.startsWith(signInFolder)) return answerSignIn(targets.signIn, request, response);
  if (isReading(request)) {
    if (path === "/") return send(response, 302, { location: "/graphql" }, "");
    if (path === "/health/live") return sendJson(response, 200, { live: true });
    if (path === "/health/ready") return sendReadiness(targets.health, response);
    const asset = path.startsWith(assetFolder) ? targets.assets.get(path.slice(assetFolder.length)) : undefined;
    if (asset)
      return send(response, 200, { "content-type": asset.type, "cache-control": "public, max-age=3600" }, asset.body);
  }
  sendRefusal(response, refusal(gatewayErrors.NOT_FOUND, languageOf(request.headers["accept-language"]), 404));
}

function isReading({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

/** A browser that opens the address sees GraphiQL; a program that asks by GET is told to ask by POST. */
function wantsPage(request: IncomingMessage): boolean {
  return isReading(request) && (request.headers.accept ?? "").includes("text/html");
}

function sendPage({ page }: RouteTargets, response: ServerResponse): void {
  send(response, 200, { "content-type": "text/html; charset=utf-8", "content-security-policy": pagePolicy }, page);
}

async function sendReadiness(health: HealthCheck, response: ServerResponse): Promise<void> {
  const readiness = await health.readiness();
  sendJson(response, readiness.ready ? 200 : 503, readiness);
}
