/**
 * `POST /refusals`: what the single desk refused by itself. It has no database, and who may not even ask reaches no owner: the owner of the
 * person puts the look in its log (reference 5.6).
 */
import type { PolicyCopy } from "../feed/policy-copy.js";
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import type { RequestScope } from "../server/context.js";
import { BadRequest } from "../server/http.js";
import { accessMatrix } from "../visibility/access-matrix.js";
import type { LookAction } from "./looks.js";
import { logLooks, type LogTarget } from "./request-log.js";

/** With what the endpoint works for one request. */
export interface RefusalsScope {
  readonly policy: PolicyCopy;
  readonly request: RequestScope;
  readonly target: LogTarget;
}

/** Of whom something was asked and refused. */
export interface Refusal {
  /** UUID, any the person has had; null where it was an enterprise. */
  readonly entrepreneurId: string | null;
  /** Ten digits; null where it was a person. */
  readonly enterpriseNumber: string | null;
  /** Categories of the access matrix. */
  readonly withheld: readonly string[];
}

/** The most that one answer of the desk can refuse. */
const mostRefusals = 1000;

/** Writes them as looks that were withheld, in the name of who asked. It answers nothing of anybody. Errors: BadRequest; those of the log. */
export async function answerRefusals(
  { policy, request, target }: RefusalsScope,
  body: unknown,
): Promise<{ status: number; body: object }> {
  const { action, refusals } = refusalsIn(body);
  for (const { withheld, ...subject } of refusals)
    for (const category of withheld) request.looks.note(subject, category, false, null);
  await logLooks(target, request, { action, failed: false, policy });
  return { status: 200, body: { logged: true } };
}

function refusalsIn(body: unknown): { readonly action: LookAction; readonly refusals: readonly Refusal[] } {
  const { action, refusals } = (body ?? {}) as { readonly action?: unknown; readonly refusals?: unknown };
  if (action !== "READ" && action !== "WRITE") throw invalid("`action` is READ or WRITE");
  if (!Array.isArray(refusals) || refusals.length > mostRefusals || !refusals.every(isRefusal))
    throw invalid("`refusals` are persons or enterprises, each with the categories that were withheld");
  return { action, refusals };
}

function isRefusal(value: unknown): value is Refusal {
  const { entrepreneurId, enterpriseNumber, withheld } = (value ?? {}) as Partial<Record<keyof Refusal, unknown>>;
  return (
    (entrepreneurId === null || (typeof entrepreneurId === "string" && isUuid(entrepreneurId))) &&
    (enterpriseNumber === null ||
      (typeof enterpriseNumber === "string" && parseEnterpriseNumber(enterpriseNumber) === enterpriseNumber)) &&
    Array.isArray(withheld) &&
    withheld.every((category) => accessMatrix.has(category as string))
  );
}

function invalid(sentence: string): BadRequest {
  return new BadRequest(400, `${sentence}.`);
}
