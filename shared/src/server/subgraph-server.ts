/** Serves one subgraph over HTTP: `/graphql`, what the single desk asks beside it, `/feed`, `/health/live`, `/health/ready`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import { answerFlaggedLookups } from "../access-log/flagged-lookups-endpoint.js";
import type { Named } from "../access-log/looks.js";
import { answerLookups } from "../access-log/lookups-endpoint.js";
import { answerRefusals } from "../access-log/refusals-endpoint.js";
import { actLog, logLooks, type LogTarget } from "../access-log/request-log.js";
import { Database } from "../database.js";
import { answerStanding } from "../documents/asked-documents.js";
import { answerBeginning } from "../documents/begin-upload.js";
import type { KeptDocuments } from "../documents/document-settings.js";
import { answerClaim, answerHeld, answerLink } from "../documents/documents-endpoints.js";
import type { DocumentKeeping, DocumentsScope } from "../documents/documents-scope.js";
import { answerDownload, downloadFolder } from "../documents/download-endpoint.js";
import { uploadFolder } from "../documents/upload-endpoint.js";
import { answerFacts } from "../facts/facts-endpoint.js";
import { mayReadFeed, type FeedReaders } from "../feed/feed-access.js";
import { isEpoch } from "../feed/feed-page.js";
import type { FeedProducer } from "../feed/feed-producer.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { answerEndedSessions } from "../identity/ended-sessions.js";
import { internalTokenHeader, type InternalClaims, type InternalTokenVerifier } from "../identity/internal-token.js";
import { newId } from "../ids.js";
import { answerIntake } from "../intake/intake-endpoint.js";
import { languageOf, type Language } from "../languages.js";
import { feedsOf } from "../manifest.js";
import { answerErasure } from "../rights/erase-endpoint.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { requestScope, type Context, type ServiceScope } from "./context.js";
import type { Answer, Executor, Operation } from "./executor.js";
import { faultOf } from "./fault.js";
import { deadlineHeader, silentGraph, ticketHeader, type AskedGraph, type Gateway } from "./graph-on-behalf.js";
import { arriveWithin, BadRequest, ClientGone, header, readJson, sendJson } from "./http.js";
import { streamedRequest } from "./streamed-request.js";

/** What the server serves. */
export interface Served<Services extends object> {
  readonly definition: SubgraphDefinition<Services>;
  readonly database: Database;
  readonly executor: Executor;
  readonly producer: FeedProducer;
  readonly feedReaders: FeedReaders;
  readonly tokens: InternalTokenVerifier;
  /** Where looks are written to. */
  readonly looksGoTo: LogTarget;
  readonly documents: Pick<KeptDocuments, "keeping" | "uploads">;
  /** Who is asked for facts of other owners; absent where nobody is. */
  readonly gateway?: Gateway;
  readonly logger: Logger;
}

/** Addresses come without a host; the URL class wants one. */
const base = "http://subgraph";

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** The longest a feed reader may be kept waiting, in milliseconds. */
const longestWait = 5000;

/** The longest a request may take to arrive, in milliseconds; the bytes of a document have as long as their ticket. */
const longestArrival = 10_000;
const longestUpload = 15 * 60_000;
/** How long a connection stays open between two questions, in milliseconds; the gateway leaves it earlier, so none is closed under a question. */
const idleConnection = 65_000;

/** What a request without a good token is told. */
const refusedAround = { error: "Only the gateway is answered here, once per token." };

/** Makes the HTTP server; it does not listen yet. */
export function subgraphServer<Services extends object>(served: Served<Services>): Server {
  const routes: Readonly<Record<string, Route>> = {
    "POST /graphql": (request, response) => answerOperation(served, request, response),
    "POST /lookups": answeredBeside(served, answerLookups),
    "POST /flagged-lookups": answeredBeside(served, answerFlaggedLookups),
    "POST /refusals": answeredBeside(served, answerRefusals),
    "POST /erase": answeredBeside(served, answerErasure),
    "POST /ended-sessions": answeredBeside(served, ({ database }, body) =>
      answerEndedSessions(besides(database), body),
    ),
    "POST /intake": answeredBeside(served, answerIntake),
    "POST /documents/begin": answeredBeside(served, answerBeginning),
    "POST /documents/claim": answeredBeside(served, answerClaim),
    "POST /documents/held": answeredBeside(served, answerHeld),
    "POST /documents/link": answeredBeside(served, answerLink),
    "POST /documents/standing": answeredBeside(served, answerStanding),
    "POST /facts": answeredBeside(served, answerFacts),
    "GET /feed": (request, response, url) => answerFeed(served, request, response, url),
    "GET /health/live": async (_, response) =>
      sendJson(response, 200, { live: true, statements: served.database.statements }),
    "GET /health/ready": (_, response) => answerReady(served, response),
  };
  const server = createServer((request, response) => {
    const address = request.url ?? "/";
    const url = URL.canParse(address, base) ? new URL(address, base) : null;
    const name = `${request.method} ${url?.pathname}`;
    const streams = streamRoute(served, request.method ?? "", url?.pathname ?? "");
    const route = streams ?? (Object.hasOwn(routes, name) ? routes[name] : undefined);
    // A request is small and comes from nearby: one that takes longer to arrive only holds a connection.
    if (!streams) arriveWithin(request, longestArrival);
    if (!url || !route) return sendJson(response, 404, { error: "There is nothing at this address." });
    route(request, response, url).catch((error: unknown) => answerFault(served.logger, response, error));
  });
  server.requestTimeout = longestUpload;
  server.headersTimeout = longestArrival;
  server.keepAliveTimeout = idleConnection;
  return server;
}

async function answerOperation<Services extends object>(
  served: Served<Services>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { text, value: operation } = await readJson(request);
  const claims = claimsOf(served, request, text);
  if (!claims) return sendJson(response, 401, refusedAround);
  if (!isOperation(operation))
    throw new BadRequest(400, "Expected an object with a text `query`, and optional `variables` and `operationName`.");
  const answer = await answerAs(served, { claims, ...askedBy(served, request) }, operation);
  sendJson(response, 200, answer);
}

/** What the request's token says; null where there is none that is good for this very request, here, once. */
function claimsOf<Services extends object>(
  { tokens, logger }: Served<Services>,
  request: IncomingMessage,
  body: string,
): InternalClaims | null {
  const verified = tokens.verify(header(request, internalTokenHeader) ?? "", body);
  if (typeof verified !== "string") return verified.claims;
  logger.warn({ fault: verified }, "a request around the gateway was refused");
  return null;
}

/** In which language somebody asks, and the graph that may be asked on that reader's behalf. */
interface AskedBy {
  readonly language: Language;
  readonly graph: AskedGraph;
}

function askedBy<Services extends object>({ gateway }: Served<Services>, request: IncomingMessage): AskedBy {
  const language = languageOf(header(request, "accept-language"));
  const ticket = header(request, ticketHeader);
  const left = Number(header(request, deadlineHeader) ?? "0");
  const passed = ticket !== undefined && left > 0 ? { ticket, language, left } : null;
  return { language, graph: gateway?.graphFor(passed) ?? silentGraph };
}

/** Answers an operation as a reader. The answer leaves when what it shows of anybody is in the log. */
async function answerAs<Services extends object>(
  served: Served<Services>,
  asking: AskedBy & { readonly claims: InternalClaims },
  operation: Operation,
): Promise<Answer> {
  const { definition, executor, looksGoTo } = served;
  // Asked while the answer is made; the log waits for it.
  const scope = scopeOf(served, asking, (named) => looksGoTo.pseudonyms.prepare(named));
  const context: Context<Services> = { ...scope, services: definition.services(scope) };
  const answer = await executor.execute(operation, context);
  const failed = answer.errors?.some(({ extensions }) => extensions?.["code"] === "INTERNAL") ?? false;
  // Acts are in the log since before they were final: what is left is what the answer shows beside them.
  await logLooks(looksGoTo, scope.request, { action: "READ", failed, policy: scope.policy });
  return answer;
}

function scopeOf<Services extends object>(
  { database, looksGoTo }: Pick<Served<Services>, "database" | "looksGoTo">,
  { claims: { reader, requestId, hop }, language, graph }: AskedBy & { readonly claims: InternalClaims },
  onNamed?: (named: Named) => void,
): ServiceScope {
  const request = requestScope({ reader, language, requestId, hop }, onNamed);
  const policy = new PolicyCopy(database);
  return { database, policy, request, logAct: actLog(looksGoTo, request, policy), graph };
}

/** What an endpoint beside GraphQL works with: a request's scope, and what of the process it may need. */
type BesideScope<Services extends object> = ServiceScope & {
  readonly definition: SubgraphDefinition<Services>;
  readonly target: LogTarget;
  readonly spine: string;
  readonly categoryOf: (coordinate: string) => string | null;
} & DocumentKeeping;

/** Asked again and again whatever is requested, so counted beside: `statements` tells what requests cost. */
function besides({ dataSource }: Database): { readonly database: Database } {
  return { database: new Database(dataSource) };
}

/** The route of an endpoint that the single desk asks in the name of a reader. */
function answeredBeside<Services extends object>(
  served: Served<Services>,
  answer: (scope: BesideScope<Services>, body: unknown) => Promise<{ status: number; body: object }>,
): Route {
  return async (request, response) => {
    const { text, value } = await readJson(request);
    const claims = claimsOf(served, request, text);
    if (!claims) return sendJson(response, 401, refusedAround);
    const { definition, looksGoTo: target, feedReaders, documents } = served;
    const scope = scopeOf(served, { claims, ...askedBy(served, request) });
    const categoryOf = (coordinate: string): string | null => served.executor.categoryOf(coordinate);
    const known = { definition, target, spine: feedReaders.spine, categoryOf };
    const { status, body } = await answer({ ...scope, ...documents.keeping, ...known }, value);
    sendJson(response, status, body);
  };
}

/** The route of what takes or gives the bytes of a document; undefined where the address is no such. */
function streamRoute<Services extends object>(
  served: Served<Services>,
  method: string,
  path: string,
): Route | undefined {
  const { uploads } = served.documents;
  if (["HEAD", "PATCH"].includes(method) && path.startsWith(uploadFolder))
    return streamed(served, (scope, request, response) =>
      uploads.answer(scope, request, response, path.slice(uploadFolder.length)),
    );
  if (method === "GET" && path.startsWith(downloadFolder))
    return streamed(served, (scope, request, response) =>
      answerDownload(scope, request, response, path.slice(downloadFolder.length)),
    );
  return undefined;
}

/** A route whose token stands for the request line: its bytes come after it, and are bound by their own SHA-256. */
function streamed<Services extends object>(
  served: Served<Services>,
  answer: (scope: DocumentsScope, request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Route {
  return async (request, response) => {
    const claims = claimsOf(served, request, streamedRequest(request.method, request.url, request.headers));
    if (!claims) return sendJson(response, 401, refusedAround);
    const { definition, looksGoTo: target, documents } = served;
    const scope = scopeOf(served, { claims, ...askedBy(served, request) });
    await answer({ ...scope, ...documents.keeping, definition, target }, request, response);
  };
}

async function answerFeed<Services extends object>(
  { definition, producer, feedReaders }: Served<Services>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const topic = feedsOf(definition.manifest).find((candidate) => candidate === url.searchParams.get("topic"));
  const name = header(request, "x-parcours-subgraph");
  if (!topic || !name || !mayReadFeed(feedReaders, topic, name, header(request, "authorization"))) {
    return sendJson(response, 403, { error: "This feed is not open to you." });
  }
  const after = wholeNumber(url.searchParams.get("after"), Number.MAX_SAFE_INTEGER);
  const wait = wholeNumber(url.searchParams.get("wait"), longestWait);
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const epoch = url.searchParams.get("epoch");
  const reader = { name, epoch: epoch !== null && isEpoch(epoch) ? epoch : null };
  sendJson(response, 200, await producer.page(topic, after, wait, gone.signal, reader));
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
