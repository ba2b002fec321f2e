/** Answers operations of the gateway: one in a call, or several, each as its own reader. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { logLooks } from "../access-log/request-log.js";
import { internalTokenHeader } from "../identity/internal-token.js";
import { newId } from "../ids.js";
import type { Context } from "./context.js";
import type { Answer, Operation } from "./executor.js";
import { faultOf } from "./fault.js";
import { BadRequest, ClientGone, header, parseJson, readText, sendJson } from "./http.js";
import { JoinedAnswers } from "./joined-answers.js";
import { joinsHeader, mostJoined, readQuestions } from "./joined-questions.js";
import { askingIn, claimsOf, refusedAround, scopeOf, type Asking, type HeaderOf, type Served } from "./served.js";

/** What a question is answered with. */
interface Said {
  readonly status: number;
  readonly value: unknown;
}

/** A question as it came, alone or with others. */
interface Question {
  /** Byte for byte what its token was made for. */
  readonly body: string;
  readonly headerOf: HeaderOf;
}

/** `POST /graphql`: one operation. */
export async function answerOperation<Services extends object>(
  served: Served<Services>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readText(request);
  const { status, value } = await answerQuestion(served, { body, headerOf: (name) => header(request, name) });
  sendJson(response, status, value, { [joinsHeader]: mostJoined });
}

/** `POST /graphql/joined`: several operations, each with a token of its own; what befalls one is nothing to the others. */
export async function answerJoined<Services extends object>(
  served: Served<Services>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const questions = readQuestions(await readText(request));
  if (!questions) throw new BadRequest(400, "Expected questions, each as two lines: its headers and its body.");
  const answers = new JoinedAnswers(response, questions.length);
  questions.forEach(({ headers, body }, place) => {
    void answerQuestion(served, { body, headerOf: (name) => headers[name] })
      .catch((error: unknown) => saidOf(error, served.logger))
      .then(({ status, value }) => answers.add({ place, status, body: JSON.stringify(value) }));
  });
}

/** Errors: BadRequest; whatever an operation or the log throws. */
async function answerQuestion<Services extends object>(
  served: Served<Services>,
  { body, headerOf }: Question,
): Promise<Said> {
  const operation = parseJson(body);
  const claims = claimsOf(served, headerOf(internalTokenHeader), body);
  if (!claims) return { status: 401, value: refusedAround };
  if (!isOperation(operation))
    throw new BadRequest(400, "Expected an object with a text `query`, and optional `variables` and `operationName`.");
  return { status: 200, value: await answerAs(served, askingIn(served, claims, headerOf), operation) };
}

/** Answers an operation as a reader. The answer leaves when what it shows of anybody is in the log. */
async function answerAs<Services extends object>(
  served: Served<Services>,
  asking: Asking,
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

/** Answers what went wrong with a request, without its text; who has left is told nothing. */
export function answerFault(logger: Logger, response: ServerResponse, error: unknown): void {
  if (error instanceof ClientGone || response.destroyed) return;
  const { status, value } = saidOf(error, logger);
  if (response.headersSent) response.destroy();
  else sendJson(response, status, value);
}

function saidOf(error: unknown, logger: Logger): Said {
  if (error instanceof BadRequest) return { status: error.status, value: { error: error.message } };
  const id = newId();
  logger.error({ id, fault: faultOf(error) }, "a request failed");
  return { status: 500, value: { error: `Something went wrong (reference ${id}).` } };
}

function isOperation(body: unknown): body is Operation {
  if (typeof body !== "object" || body === null) return false;
  const { query, variables, operationName } = body as Partial<Record<keyof Operation, unknown>>;
  const namesOne = operationName === undefined || operationName === null || typeof operationName === "string";
  return typeof query === "string" && namesOne && typeof (variables ?? {}) === "object" && !Array.isArray(variables);
}
