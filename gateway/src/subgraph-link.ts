/**
 * How the gateway calls a subgraph: one connection pool each, a deadline, the request's headers, and an answer that never throws.
 * What fails is noted in the request's report; the answer's empty places get their errors once the answer is whole
 * (`plugins/partial-failure.ts`).
 */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Logger } from "pino";
import { Pool } from "undici";
import type { AskedShapes } from "./answer/asked-shape.js";
import { readAnswer } from "./answer/subgraph-answer.js";
import type { SubgraphAnswer, SubgraphError, SubgraphQuestion } from "./answer/subgraph-answer.js";
import { JoinedCallFailed } from "./calls/joined-call.js";
import { Patience } from "./calls/patience.js";
import { SubgraphCalls } from "./calls/subgraph-calls.js";
import { gatewayErrors, systemCodeOf } from "./errors.js";
import type { HopPass } from "./identity/hop-pass.js";
import type { FetchFailure, GatewayContext } from "./request-context.js";
import { headerNames } from "./request-context.js";

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>["process"]>[0];
type ProcessResult = Awaited<ReturnType<GraphQLDataSource["process"]>>;
type Operation = ProcessOptions["request"];

/** Where a subgraph is and how long it may take. */
export interface SubgraphLinkOptions {
  readonly name: string;
  readonly url: string;
  /** Longest wait for one call, ms. The time left for the whole answer may be shorter. */
  readonly milliseconds: number;
  /** What each fetch carries so that the subgraph knows who asks; undefined where nobody signs in: then nothing is ever minted. */
  readonly pass: HopPass | undefined;
  /** What answers may hold. */
  readonly shapes: AskedShapes;
  readonly logger: Logger;
}

/** What an endpoint beside GraphQL said. */
export interface EndpointAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What a call brought: an answer, or the code of why there is none. */
type Outcome = { readonly answer: SubgraphAnswer } | { readonly code: string };

/** Codes by which a subgraph says that something broke, not that it refuses. */
const faultCodes: ReadonlySet<string> = new Set([
  "INTERNAL_SERVER_ERROR",
  "INTERNAL",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
]);

const connections = 32;
/** A subgraph that answers more than this is broken, bytes. */
const mostBytes = 32 * 1024 * 1024;

/** The data source of one subgraph. */
export class SubgraphLink implements GraphQLDataSource<GatewayContext> {
  readonly #options: SubgraphLinkOptions;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #calls: SubgraphCalls;

  constructor(options: SubgraphLinkOptions) {
    const url = new URL(options.url);
    this.#options = options;
    this.#path = url.pathname + url.search;
    this.#pool = new Pool(url.origin, { connections, pipelining: 1, maxResponseSize: mostBytes });
    this.#calls = new SubgraphCalls(this.#pool, url);
  }

  /** Sends one operation of a query plan. Never throws: a failure is data, and stands in the request's report. */
  async process(options: ProcessOptions): Promise<ProcessResult> {
    const context = options.context as GatewayContext;
    const started = performance.now();
    const outcome = await this.#call(options.request, context);
    context.report.called(this.#options.name, performance.now() - started);
    const path = ("pathInIncomingRequest" in options ? options.pathInIncomingRequest : undefined) ?? [];
    if ("code" in outcome) {
      context.report.failures.push({ service: this.#options.name, code: outcome.code, path, isSilence: true });
      return { data: null };
    }
    const { data, errors, refusal, languages } = outcome.answer;
    for (const language of languages) context.report.fellBack(language);
    if (refusal) context.report.failures.push(this.#refused(refusal, path));
    return errors.length > 0 ? { data, errors } : { data };
  }

  /** Posts a body to another endpoint of the subgraph, with the same pass as a fetch. Never throws: silence, in time or for good, is null. */
  async post(path: string, body: string, context: GatewayContext): Promise<EndpointAnswer | null> {
    const left = Math.min(this.#options.milliseconds, context.deadline.left());
    if (left <= 0) return null;
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(left)]);
    try {
      const headers = { ...headersFor(context, left), ...this.#options.pass?.headersFor(context, body, left) };
      const response = await this.#pool.request({ path, method: "POST", headers, body, signal });
      const text = await response.body.text();
      return { status: response.statusCode, body: JSON.parse(text) as unknown };
    } catch (error) {
      if (!context.signal.aborted) this.#log("did not answer at an endpoint", { path, cause: systemCodeOf(error) });
      return null;
    }
  }

  /** Whether the subgraph's process answers at all, whatever it says. */
  async isUp(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(this.#options.milliseconds);
      const headers = { "content-type": "application/json", accept: "application/json" };
      const response = await this.#pool.request({
        path: this.#path,
        method: "POST",
        headers,
        body: '{"query":"{__typename}"}',
        signal,
      });
      await response.body.dump();
      return response.statusCode < 500;
    } catch {
      return false;
    }
  }

  /** Ends the connections; calls under way are cut. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #call(operation: Operation, context: GatewayContext): Promise<Outcome> {
    const left = Math.min(this.#options.milliseconds, context.deadline.left());
    const isMutation = operation.query?.startsWith("mutation") ?? false;
    // Nobody waits for it any more: who has left before tells no listener.
    if (left <= 0 || (!isMutation && context.signal.aborted)) return { code: gatewayErrors.SUBGRAPH_TIMEOUT.code };
    const patience = new Patience();
    const onGone = (): void => patience.end();
    const timer = setTimeout(onGone, left);
    // A client that leaves ends its questions, never its acts: those it may not see, but they are done or not done.
    if (!isMutation) context.signal.addEventListener("abort", onGone, { once: true });
    try {
      if (isMutation) return await this.#send(operation, context, left, patience, { alone: true });
      return await this.#sendTwice(operation, context, left, patience);
    } catch (error) {
      const isLate = patience.isOver;
      // Cut because the client left: nobody's fault, and nobody reads the answer.
      if (!context.signal.aborted)
        this.#log(isLate ? "did not answer in time" : "cannot be reached", { cause: systemCodeOf(error) });
      return { code: isLate ? gatewayErrors.SUBGRAPH_TIMEOUT.code : gatewayErrors.SUBGRAPH_UNAVAILABLE.code };
    } finally {
      clearTimeout(timer);
      context.signal.removeEventListener("abort", onGone);
    }
  }

  /** Sends it again where the connection ended under it, or the call in which it was joined failed; never for an act, which may have been done. */
  async #sendTwice(operation: Operation, context: GatewayContext, left: number, patience: Patience): Promise<Outcome> {
    try {
      return await this.#send(operation, context, left, patience);
    } catch (error) {
      if (patience.isOver || !(wasCut(error) || error instanceof JoinedCallFailed)) throw error;
      return this.#send(operation, context, left, patience, { alone: true });
    }
  }

  async #send(
    operation: Operation,
    context: GatewayContext,
    left: number,
    patience: Patience,
    how: { readonly alone?: boolean } = {},
  ): Promise<Outcome> {
    const { query = "", operationName } = operation;
    const variables = operation.variables as
      | { readonly representations?: readonly { readonly __typename?: string }[] }
      | undefined;
    const body = JSON.stringify({ query, operationName, variables });
    const headers = { ...headersFor(context, left), ...this.#options.pass?.headersFor(context, body, left) };
    const { status, text } = await this.#calls.ask({ headers, body }, patience, how);
    const representations = variables?.representations;
    const question = { query, shape: this.#options.shapes.of(query), ...(representations && { representations }) };
    const answer = status === 200 ? parseAnswer(text, question) : null;
    if (answer) return { answer };
    this.#log("gave no usable answer", { status });
    return { code: gatewayErrors.SUBGRAPH_UNAVAILABLE.code };
  }

  #refused({ message, extensions }: SubgraphError, path: FetchFailure["path"]): FetchFailure {
    const code = extensions?.["code"];
    const service = this.#options.name;
    if (typeof code === "string" && !faultCodes.has(code))
      return { service, code, message, ...(extensions && { extensions }), path, isSilence: false };
    this.#log("refused an operation of a query plan", { code });
    return { service, code: gatewayErrors.SUBGRAPH_UNAVAILABLE.code, path, isSilence: true };
  }

  #log(what: string, facts: Readonly<Record<string, unknown>>): void {
    this.#options.logger.warn({ subgraph: this.#options.name, ...facts }, `subgraph ${this.#options.name} ${what}`);
  }
}

/**
 * Whether a connection ended under a question: the subgraph closes one that has long been idle just when it is used again, or its process
 * is replaced. Asking once more costs nothing; what is down refuses the second connection at once.
 */
function wasCut(error: unknown): boolean {
  return ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"].includes(systemCodeOf(error) ?? "");
}

function headersFor(context: GatewayContext, left: number): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "application/json",
    [headerNames.requestId]: context.requestId,
    [headerNames.deadline]: String(left),
    [headerNames.hop]: String(context.hop + 1),
    ...(context.acceptLanguage ? { "accept-language": context.acceptLanguage } : {}),
  };
}

function parseAnswer(text: string, question: SubgraphQuestion): SubgraphAnswer | null {
  try {
    return readAnswer(JSON.parse(text), question);
  } catch {
    return null;
  }
}
