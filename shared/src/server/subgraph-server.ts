/** Serves one subgraph over HTTP: `/graphql`, `/feed`, `/health/live`, `/health/ready`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Database } from "../database.js";
import { mayReadFeed, type FeedReaders } from "../feed/feed-access.js";
import type { FeedProducer } from "../feed/feed-producer.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { newId } from "../ids.js";
import { languageOf } from "../languages.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { currentReader } from "../visibility/reader.js";
import type { Context, RequestScope } from "./context.js";
import type { Executor, Operation } from "./executor.js";
import { faultOf } from "./fault.js";
import { BadRequest, ClientGone, header, readJson, sendJson } from "./http.js";

/** What the server serves. */
export interface Served<Services extends object> {
  readonly definition: SubgraphDefinition<Services>;
  readonly database: Database;
  readonly executor: Executor;
  readonly producer: FeedProducer;
  readonly feedReaders: FeedReaders;
  readonly logger: Logger;
}

/** Addresses come without a host; the URL class wants one. */
const base = "http://subgraph";

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** The longest a feed reader may be kept waiting, in milliseconds. */
const longestWait = 5000;

/** The longest a request may take to arrive, in milliseconds. */
const longestArrival = 10_000;
/** How long a connection stays open between two questions, in milliseconds; the gateway leaves it earlier, so none is closed under a question. */
const idleConnection = 65_000;

/** Makes the HTTP server; it does not listen yet. */
export function subgraphServer<Services extends object>(served: Served<Services>): Server {
  const routes: Readonly<Record<string, Route>> = {
    "POST /graphql": (request, response) => answerOperation(served, request, response),
    "GET /feed": (request, response, url) => answerFeed(served, request, response, url),
    "GET /health/live": async (_, response) =>
      sendJson(response, 200, { live: true, statements: served.database.statements }),
    "GET /health/ready": (_, response) => answerReady(served, response),
  };
  const server = createServer((request, response) => {
    const address = request.url ?? "/";
    const url = URL.canParse(address, base) ? new URL(address, base) : null;
    const name = `${request.method} ${url?.pathname}`;
    const route = url && Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!url || !route) return sendJson(response, 404, { error: "There is nothing at this address." });
    route(request, response, url).catch((error: unknown) => answerFault(served.logger, response, error));
  });
  // A request is small and comes from nearby: one that takes longer to arrive only holds a connection.
  server.requestTimeout = longestArrival;
  server.headersTimeout = longestArrival;
  server.keepAliveTimeout = idleConnection;
  return server;
}

async function answerOperation<Services extends object>(
  { definition, database, executor }: Served<Services>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request);
  if (!isOperation(body))
    throw new BadRequest(400, "Expected an object with a text `query`, and optional `variables` and `operationName`.");
  const scope: RequestScope = {
    reader: currentReader(),
    language: languageOf(header(request, "accept-language")),
    requestId: header(request, "x-request-id") ?? newId(),
    fallbacks: new Map(),
  };
  const serviceScope = { database, policy: new PolicyCopy(database), request: scope };
  const context: Context<Services> = { ...serviceScope, services: definition.services(serviceScope) };
  sendJson(response, 200, await executor.execute(body, context));
}

async function answerFeed<Services extends object>(
  { definition, producer, feedReaders }: Served<Services>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const topic = definition.manifest.feeds.find((candidate) => candidate === url.searchParams.get("topic"));
  const name = header(request, "x-parcours-subgraph");
  if (!topic || !mayReadFeed(feedReaders, topic, name, header(request, "authorization"))) {
    return sendJson(response, 403, { error: "This feed is not open to you." });
  }
  const after = wholeNumber(url.searchParams.get("after"), Number.MAX_SAFE_INTEGER);
  const wait = wholeNumber(url.searchParams.get("wait"), longestWait);
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  sendJson(response, 200, await producer.page(topic, after, wait, gone.signal));
}

async function answerReady<Services extends object>(
  { database }: Served<Services>,
  response: ServerResponse,
): Promise<void> {
  const ready = await database.dataSource.query("select 1").then(
    () => true,
    () => false,
  );
  sendJson(response, ready ? 200 : 503, { ready });
}

function answerFault(logger: Logger, response: ServerResponse, error: unknown): void {
  if (error instanceof ClientGone || response.destroyed) return;
  if (error instanceof BadRequest) return sendJson(response, error.status, { error: error.message });
  const id = newId();
  logger.error({ id, fault: faultOf(error) }, "a request failed");
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { error: `Something went wrong (reference ${id}).` });
}

function isOperation(body: unknown): body is Operation {
  if (typeof body !== "object" || body === null) return false;
  const { query, variables, operationName } = body as Partial<Record<keyof Operation, unknown>>;
  const namesOne = operationName === undefined || operationName === null || typeof operationName === "string";
  return typeof query === "string" && namesOne && typeof (variables ?? {}) === "object" && !Array.isArray(variables);
}

function wholeNumber(text: string | null, most: number): number {
  const value = Number(text ?? "0");
  if (!/^\d{1,16}$/.test(text ?? "0") || !Number.isSafeInteger(value))
    throw new BadRequest(400, "`after` and `wait` are whole numbers from 0.");
  return Math.min(value, most);
}
