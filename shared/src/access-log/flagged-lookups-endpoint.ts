/** `POST /flagged-lookups`: an owner's part in the list of flagged looks. Asked by the single desk in the name of the officer. */
import { mayRead, notShared } from "../visibility/may-read.js";
import { flaggedLookupsOf } from "./flagged-lookups.js";
import { logFlags, type LogFlag } from "./log-row.js";
import { invalid, pageIn, refusal, type LookupsScope } from "./lookups-endpoint.js";
import { logLooks } from "./request-log.js";

const category = "FLAGGED_LOOKUPS";

/**
 * Answers one page to the data protection officer for a case; anybody else gets 403 and a code. Reading it is a look at everybody it names, in
 * the log before the answer leaves. Errors: BadRequest.
 */
export async function answerFlaggedLookups(
  { database, policy, request, target }: LookupsScope,
  body: unknown,
): Promise<{ status: number; body: object }> {
  const order = { ...pageIn(body), flag: flagIn(body) };
  if (request.accessFault) return refusal(request.accessFault, request);
  if (!(await mayRead(request.reader, category, {}, policy))) return refusal(notShared(category), request);
  const { rows, total, since } = await flaggedLookupsOf(database, order);
  for (const row of rows) request.looks.note({ entrepreneurId: row.entrepreneurId }, category, true, row);
  await logLooks(target, request, { action: "READ", failed: false, policy });
  const now = new Date();
  return { status: 200, body: { rows, total, period: { since, until: now }, heartbeat: now } };
}

function flagIn(body: unknown): LogFlag | null {
  const { flag = null } = (body ?? {}) as { readonly flag?: unknown };
  const known = logFlags.find((one) => one === flag);
  if (flag !== null && known === undefined) throw invalid(`\`flag\` is null or one of ${logFlags.join(", ")}`);
  return known ?? null;
}
