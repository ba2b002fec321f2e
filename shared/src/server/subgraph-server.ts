/** Serves one subgraph over HTTP: `/graphql`, what the single desk asks beside it, `/feed`, `/health/live`, `/health/ready`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerFlaggedLookups } from "../access-log/flagged-lookups-endpoint.js";
import { answerLookups } from "../access-log/lookups-endpoint.js";
import { answerRefusals } from "../access-log/refusals-endpoint.js";
import type { LogTarget } from "../access-log/request-log.js";
import { Database } from "../database.js";
import { answerStanding } from "../documents/asked-documents.js";
import { answerBeginning } from "../documents/begin-upload.js";
import { answerClaim, answerHeld, answerLink } from "../documents/documents-endpoints.js";
import type { DocumentKeeping, DocumentsScope } from "../documents/documents-scope.js";
import { answerDownload, downloadFolder } from "../documents/download-endpoint.js";
import { uploadFolder } from "../documents/upload-endpoint.js";
import { answerFacts } from "../facts/facts-endpoint.js";
import { mayReadFeed } from "../feed/feed-access.js";
import { isEpoch } from "../feed/feed-page.js";
import { answerEndedSessions } from "../identity/ended-sessions.js";
import { internalTokenHeader } from "../identity/internal-token.js";
import { answerIntake } from "../intake/intake-endpoint.js";
import { feedsOf } from "../manifest.js";
import { answerErasure } from "../rights/erase-endpoint.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { answerFault, answerJoined, answerOperation } from "./answer-operation.js";
import type { ServiceScope } from "./context.js";
import { arriveWithin, BadRequest, header, readJson, sendJson } from "./http.js";
import { joinedFolder } from "./joined-questions.js";
import { askingIn, claimsOf, refusedAround, scopeOf, type Served } from "./served.js";
import { streamedRequest } from "./streamed-request.js";

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

/** Makes the HTTP server; it does not listen yet. */
export function subgraphServer<Services extends object>(served: Served<Services>): Server {
  const routes: Readonly<Record<string, Route>> = {
    "POST /graphql": (request, response) => answerOperation(served, request, response),
    [`POST /graphql${joinedFolder}`]: (request, response) => answerJoined(served, request, response),
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
    const claims = claimsOf(served, header(request, internalTokenHeader), text);
    if (!claims) return sendJson(response, 401, refusedAround);
    const { definition, looksGoTo: target, feedReaders, documents } = served;
    const scope = scopeOf(
      served,
      askingIn(served, claims, (name) => header(request, name)),
    );
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
    const line = streamedRequest(request.method, request.url, request.headers);
    const claims = claimsOf(served, header(request, internalTokenHeader), line);
    if (!claims) return sendJson(response, 401, refusedAround);
    const { definition, looksGoTo: target, documents } = served;
    const scope = scopeOf(
      served,
      askingIn(served, claims, (name) => header(request, name)),
    );
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

function wholeNumber(text: string | null, most: number): number {
  const value = Number(text ?? "0");
  if (!/^\d{1,16}$/.test(text ?? "0") || !Number.isSafeInteger(value))
    throw new BadRequest(400, "`after` and `wait` are whole numbers from 0.");
  return Math.min(value, most);
}
