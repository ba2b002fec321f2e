/**
 * `POST /intake`: an owner's part in forms, asked by the single desk in the name of the reader. What was answered before; a form of its own
 * that is submitted; what another's form says of a fact that this owner keeps; the month's count (design 7; decision 20).
 */
import { logLooks } from "../access-log/request-log.js";
import { DomainError } from "../errors.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { UserFault } from "../mutations/user-error.js";
import { brusselsDate } from "../periods.js";
import type { RequestScope } from "../server/context.js";
import { mayRead, notShared } from "../visibility/may-read.js";
import { intakeRequestIn, type ReadAnswers, type ToldAnswer } from "./intake-request.js";
import type { IntakeScope } from "./intake-scope.js";
import { countOfMonth, goodAnswers, type AnswerRow } from "./intake-store.js";
import { submit } from "./submit.js";

type Told = { readonly status: number; readonly body: object };

/** Answers one request. Who may not fill in forms for the person: 403 and a code. Faults of what was said: 409 and a code. Errors: BadRequest. */
export async function answerIntake(scope: IntakeScope, body: unknown): Promise<Told> {
  const asked = intakeRequestIn(body);
  // Counts are of nobody: they are told to everybody.
  if (asked.action === "COUNT")
    return { status: 200, body: await countOfMonth(scope.database, asked.month, asked.agency) };
  const { request, policy, target } = scope;
  const action = asked.action === "READ" ? "READ" : "WRITE";
  const logRefused = async (): Promise<void> => {
    request.looks.note(asked, "INTAKE", false, null);
    await logLooks(target, request, { action, failed: false, policy });
  };
  if (request.accessFault) return refusal(403, request.accessFault, request);
  if (!(await mayRead(request.reader, "INTAKE", asked, policy))) {
    await logRefused();
    return refusal(403, notShared("INTAKE"), request);
  }
  if (asked.action === "READ") return { status: 200, body: { answers: await answersFor(scope, asked) } };
  try {
    return { status: 200, body: { fates: await submit(scope, asked) } };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    await logRefused();
    const [fault] = error.faults;
    return refusal(
      409,
      new DomainError(fault?.definition ?? mutationErrors.ACT_NOT_ALLOWED, fault?.parameters),
      request,
    );
  }
}

/** Of each concept the newest answer that the reader may read; else that one is held, to whoever may know so. The look is in the log first. */
async function answersFor(
  { database, policy, request, target }: IntakeScope,
  asked: ReadAnswers,
): Promise<ToldAnswer[]> {
  const { ids } = await policy.identity(asked.entrepreneurId);
  const terms = { concepts: asked.concepts, today: brusselsDate(new Date()) };
  const told = new Map<string, ToldAnswer>();
  for (const row of await goodAnswers(database, ids, asked, terms)) {
    if (told.get(row.concept)?.state === "KNOWN") continue;
    const allowed = await mayRead(request.reader, row.category, row, policy);
    if (allowed) told.set(row.concept, known(row));
    else if (await mayRead(request.reader, row.existence, row, policy)) told.set(row.concept, notTold(row));
    request.looks.note(row, row.category, allowed, row);
  }
  await logLooks(target, request, { action: "READ", failed: false, policy });
  return [...told.values()];
}

function known({ concept, category, agencyCode, value, formCode, answeredAt, validUntil, key }: AnswerRow): ToldAnswer {
  return {
    concept,
    state: "KNOWN",
    category,
    agency: agencyCode,
    value,
    form: formCode,
    at: answeredAt.toISOString(),
    ...(validUntil !== null && { validUntil }),
    key,
  };
}

function notTold({ concept, category, agencyCode }: AnswerRow): ToldAnswer {
  return { concept, state: "NOT_SHARED", category, agency: agencyCode };
}

function refusal(status: number, error: DomainError, { language }: RequestScope): Told {
  return { status, body: { error: error.messageIn(language), code: error.definition.code } };
}
