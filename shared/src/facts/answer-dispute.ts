/** The owner's agency answers a dispute: only the owner changes a fact (R02; J29 (1)). */
import { actLog } from "../access-log/request-log.js";
import type { Queries } from "../database.js";
import type { ReaderRole } from "../identity/roles.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { actorOf, once } from "../mutations/once.js";
import { refuse } from "../mutations/user-error.js";
import { mayRead } from "../visibility/may-read.js";
import { ownAgencies } from "../visibility/reader.js";
import { correctionErrors } from "./correction.errors.js";
import { closeDispute, disputesById, lockedDispute, type DisputeRow } from "./dispute-store.js";
import { keepChange } from "./fact-change.js";
import { entityOf } from "./facts-kept.js";
import type { AnswerDispute } from "./facts-request.js";
import type { FactsScope } from "./facts-scope.js";

/** Staff who treat files: who only watches or counts changes nothing. */
const answeringRoles: readonly ReaderRole[] = [
  "ADVISOR_1819",
  "COACH",
  "FINANCING_OFFICER",
  "HOUSING_HOST",
  "RECOGNISED_HELPER",
];

/**
 * Answers a dispute, once. ACCEPTED changes the fact where this owner has a function for it; else the reason says how it was put right.
 * @throws UserFault ACT_NOT_ALLOWED (an unknown dispute included), CHANGED_MEANWHILE, FACT_VALUE_REQUIRED, FACT_VALUE_INVALID,
 *   IDEMPOTENCY_KEY_REUSED
 */
export async function answerDispute(scope: FactsScope, asked: AnswerDispute): Promise<DisputeRow | null> {
  const { database, request } = scope;
  const [dispute] = await disputesById(database, [asked.disputeId]);
  if (!dispute || !(await mayAnswer(scope, dispute))) return refuse(mutationErrors.ACT_NOT_ALLOWED);
  const { idempotencyKey, action: _, ...input } = asked;
  const persons = dispute.entrepreneurId === null ? [] : [dispute.entrepreneurId];
  const order = { actor: actorOf(request.reader), mutation: "answerDispute", idempotencyKey, persons, input };
  const id = await presentId(scope, dispute);
  const category = scope.categoryOf(dispute.coordinate) ?? "DISPUTE";
  const ids = await database.transaction((queries) =>
    once(queries, order, {
      work: async () => {
        await close(queries, scope, asked, id);
        return [asked.disputeId];
      },
      logged: () => actLog(scope.target, request, scope.policy)({ subject: dispute, category, records: 1 }),
    }),
  );
  return (await disputesById(database, ids))[0] ?? null;
}

async function mayAnswer({ request, policy, categoryOf }: FactsScope, dispute: DisputeRow): Promise<boolean> {
  const { reader } = request;
  const category = categoryOf(dispute.coordinate);
  // Nobody decides on the own file, in whatever quality: what is accepted may open somebody else's data.
  if (await policy.holds("OWN", reader, dispute, "")) return false;
  return (
    category !== null &&
    answeringRoles.includes(reader.role) &&
    ownAgencies(reader).includes(dispute.agencyCode) &&
    (await mayRead(reader, category, dispute, policy))
  );
}

async function close(queries: Queries, scope: FactsScope, asked: AnswerDispute, id: string): Promise<void> {
  const { decision, reason, version, disputeId, value } = asked;
  const { reader } = scope.request;
  const dispute = await lockedDispute(queries, disputeId);
  if (dispute?.state !== "OPEN" || dispute.version !== version)
    return refuse(mutationErrors.CHANGED_MEANWHILE, "version");
  const isChanged = decision === "ACCEPTED" && (await putRight(queries, scope, { dispute, id, given: value }));
  const agencyCode = reader.agency ?? dispute.agencyCode;
  await closeDispute(queries, { id: disputeId, state: decision, isChanged, reason, agencyCode });
}

interface PuttingRight {
  readonly dispute: DisputeRow;
  /** Under which the entity's row stands today. */
  readonly id: string;
  readonly given: unknown;
}

/** Answers whether the fact was changed here. */
async function putRight(queries: Queries, scope: FactsScope, { dispute, id, given }: PuttingRight): Promise<boolean> {
  const { coordinate, entrepreneurId, enterpriseNumber, projectId } = dispute;
  const change = scope.definition.facts?.changes[coordinate];
  if (!change) return false;
  const value = given ?? dispute.value;
  if (value === null || value === undefined) return refuse(correctionErrors.FACT_VALUE_REQUIRED, "value");
  const changed = await change(queries, id, value);
  if (!changed) return refuse(correctionErrors.FACT_VALUE_INVALID, "value");
  const whose = { entrepreneurId, enterpriseNumber, projectId };
  await keepChange(queries, { ...whose, coordinate, changed, reader: scope.request.reader, disputeId: dispute.id });
  return true;
}

/** A file that was merged since is changed under the id in use. Asked before the transaction, which must wait for no other connection. */
async function presentId({ policy }: FactsScope, dispute: DisputeRow): Promise<string> {
  const { coordinate, entrepreneurId, enterpriseNumber, projectId } = dispute;
  switch (entityOf(coordinate)) {
    case "Project":
      return projectId ?? "";
    case "Enterprise":
      return enterpriseNumber ?? "";
    default:
      return (await policy.identity(entrepreneurId ?? "")).canonicalId;
  }
}
