/** `POST /erase`: an owner's part in the erasure of a person. Asked by the single desk in the name of the data protection officer. */
import { AccessLog } from "../access-log/access-log.js";
import { Pseudonyms } from "../access-log/pseudonyms.js";
import { logLooks, type LogTarget } from "../access-log/request-log.js";
import type { Database, Queries } from "../database.js";
import { DomainError } from "../errors.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { UserFault } from "../mutations/user-error.js";
import { brusselsDate } from "../periods.js";
import type { RequestScope } from "../server/context.js";
import { BadRequest } from "../server/http.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { mayRead, notShared } from "../visibility/may-read.js";
import type { ErasedLine } from "./erasure-report.js";
import { erase } from "./erasure.js";
import { retentionOf } from "./retention.js";

/** With what the endpoint works for one request. */
export interface ErasureScope {
  readonly definition: Pick<SubgraphDefinition, "retention">;
  readonly database: Database;
  readonly policy: PolicyCopy;
  readonly request: RequestScope;
  readonly target: LogTarget;
}

interface Asked {
  readonly entrepreneurId: string;
  readonly idempotencyKey: string;
  readonly ownEnterprises: readonly string[];
}

const category = "ERASURE";

/**
 * Erases for the officer who treats the request, and for nobody else: anybody else gets 403 and a code, whoever the person is. The act is in
 * the log before anything of it is final. A key that was used for another person: 409. Errors: BadRequest; those of the database, and then
 * nothing went.
 */
export async function answerErasure(scope: ErasureScope, body: unknown): Promise<{ status: number; body: object }> {
  const { entrepreneurId, idempotencyKey, ownEnterprises } = orderIn(body);
  const { definition, database, policy, request, target } = scope;
  if (request.accessFault) return refusal(403, request.accessFault, request);
  const subject = { entrepreneurId };
  if (!(await mayRead(request.reader, category, subject, policy))) {
    request.looks.note(subject, category, false, null);
    await logLooks(target, request, { action: "WRITE", failed: false, policy });
    return refusal(403, notShared(category), request);
  }
  // A merge that is not read yet would leave the rows under another id: the desk says that this owner did not answer, and asks again.
  if (!(await policy.isFresh())) throw new BadRequest(503, "The copy of who is who is too old to erase by; ask again.");
  const { ids } = await policy.identity(entrepreneurId);
  const { agency: agencyCode = null, staffId = null, caseReference = null } = request.reader;
  const by = { agencyCode, staffId, caseReference };
  const order = { idempotencyKey, ids, ownEnterprises, today: brusselsDate(new Date()), by };
  try {
    const report = await erase(database, definition.retention ?? [], order, async (lines, queries) => {
      for (const touched of categoriesOf(lines)) request.looks.note(subject, touched, true, null);
      for (const row of rowsOf(lines)) request.looks.note(subject, category, true, row);
      await logWithin(queries, request);
    });
    return { status: 200, body: report };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    request.looks.note(subject, category, false, null);
    await logLooks(target, request, { action: "WRITE", failed: false, policy });
    return refusal(409, new DomainError(mutationErrors.IDEMPOTENCY_KEY_REUSED), request);
  }
}

/**
 * Logs the act in its own transaction, as a chain of its own: it is in the log exactly when it was done, and takes no second connection while
 * it holds one. Who else looks at the person meanwhile waits for it by the row of the pseudonym.
 */
async function logWithin(queries: Queries, request: RequestScope): Promise<void> {
  const target = { log: new AccessLog(queries), pseudonyms: new Pseudonyms(queries) };
  await logLooks(target, request, { action: "WRITE", failed: false, policy: new PolicyCopy(queries) });
}

/** What went, for the log: the categories that the lines hold. */
function categoriesOf(lines: readonly ErasedLine[]): string[] {
  return lines.flatMap(({ line, erased, unnamed }) => (erased + unnamed > 0 ? retentionOf(line).categories : []));
}

/** The log counts rows; one of them stands for that nothing was there. */
function rowsOf(lines: readonly ErasedLine[]): readonly (object | null)[] {
  const rows = lines.reduce((sum, { erased, unnamed }) => sum + erased + unnamed, 0);
  return rows === 0 ? [null] : Array.from({ length: rows }, () => ({}));
}

function refusal(status: number, error: DomainError, { language }: RequestScope): { status: number; body: object } {
  return { status, body: { error: error.messageIn(language), code: error.definition.code } };
}

function orderIn(body: unknown): Asked {
  const { entrepreneurId, idempotencyKey, ownEnterprises = [] } = (body ?? {}) as Partial<Record<keyof Asked, unknown>>;
  if (typeof entrepreneurId !== "string" || !isUuid(entrepreneurId)) throw invalid("`entrepreneurId` is a UUID");
  if (typeof idempotencyKey !== "string" || !isUuid(idempotencyKey)) throw invalid("`idempotencyKey` is a UUID");
  const numbers = Array.isArray(ownEnterprises) ? (ownEnterprises as unknown[]) : [null];
  if (!numbers.every((number) => typeof number === "string" && parseEnterpriseNumber(number) === number))
    throw invalid("`ownEnterprises` are enterprise numbers of ten digits");
  return { entrepreneurId, idempotencyKey, ownEnterprises: numbers as string[] };
}

function invalid(sentence: string): BadRequest {
  return new BadRequest(400, `${sentence}.`);
}
