import { actLog } from "../access-log/request-log.js";
import type { Queries } from "../database.js";
import { staffRoles } from "../identity/roles.js";
import { isStorable, mostCharactersOfFact } from "../intake/answer.rules.js";
/** Somebody says that a fact is wrong: it stands beside the fact until its owner answers; what people change of themselves is changed (J29). */
import { mutationErrors } from "../mutations/mutation.errors.js";
import { actorOf, once } from "../mutations/once.js";
import { refuse } from "../mutations/user-error.js";
import { mayRead } from "../visibility/may-read.js";
import type { Reader } from "../visibility/reader.js";
import { authorOf } from "./author.js";
import { correctionErrors } from "./correction.errors.js";
import { disputesById, insertDispute, type DisputeRow } from "./dispute-store.js";
import { keepChange } from "./fact-change.js";
import type { RaiseDispute } from "./facts-request.js";
import { ownFactOf, subjectOf, whoseRows, type FactsScope, type FoundSubject, type OwnFact } from "./facts-scope.js";

/**
 * Keeps a dispute, once. By the person, a mandatary, or staff, each of what they may read; all else is unknown to them.
 * @throws UserFault ACT_NOT_ALLOWED, FACT_VALUE_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function raiseDispute(scope: FactsScope, asked: RaiseDispute): Promise<DisputeRow | null> {
  const { request, database, policy } = scope;
  const { reader } = request;
  const { holder, coordinate, idempotencyKey, value, statement } = asked;
  const fact = ownFactOf(scope, coordinate);
  const found = fact ? await subjectOf(scope, holder) : null;
  const isEntitled = reader.role === "ENTREPRENEUR" || reader.role === "MANDATARY" || staffRoles.includes(reader.role);
  if (!fact || !found || !isEntitled || !(await mayRead(reader, fact.category, found.subject, policy)))
    return refuse(mutationErrors.ACT_NOT_ALLOWED);
  const isKeepable = JSON.stringify(value).length <= mostCharactersOfFact && isStorable(value) && isStorable(statement);
  if (!isKeepable) return refuse(correctionErrors.FACT_VALUE_INVALID, "value");
  const isOwn = reader.role === "ENTREPRENEUR" && (await policy.holds("OWN", reader, found.subject, fact.category));
  const order = {
    actor: actorOf(reader),
    mutation: "disputeFact",
    idempotencyKey,
    persons: found.subject.entrepreneurId === null ? [] : [found.subject.entrepreneurId],
    input: { coordinate, id: found.subject.id, value, statement },
  };
  const ids = await database.transaction((queries) =>
    once(queries, order, {
      work: async () => [await kept(queries, scope, { fact, found, value, statement, isOwn, formCode: null })],
      logged: () =>
        actLog(scope.target, request, policy)({ subject: found.subject, category: fact.category, records: 1 }),
    }),
  );
  return (await disputesById(database, ids))[0] ?? null;
}

/** What is said against a fact. */
export interface Said {
  readonly fact: Pick<OwnFact, "coordinate" | "concept">;
  readonly found: FoundSubject;
  readonly value: unknown;
  readonly statement: string | null;
  /** Whether the person says it of the own file. */
  readonly isOwn: boolean;
  readonly formCode: string | null;
}

async function kept(queries: Queries, scope: Pick<FactsScope, "definition" | "request">, said: Said): Promise<string> {
  const { fact, found, value, isOwn } = said;
  const { definition, request } = scope;
  const { own = [], changes = {} } = definition.facts ?? {};
  const change = changes[fact.coordinate];
  if (!isOwn || value === null || !own.includes(fact.coordinate) || !change)
    return keepDispute(queries, request.reader, said, "OPEN");
  const changed = await change(queries, found.subject.id, value);
  if (!changed) return refuse(correctionErrors.FACT_VALUE_INVALID, "value");
  const disputeId = await keepDispute(queries, request.reader, said, "ACCEPTED");
  const { coordinate } = fact;
  await keepChange(queries, { ...whoseRows(found), coordinate, changed, reader: request.reader, disputeId });
  return disputeId;
}

/** Writes a dispute in the transaction of the act that says it: of `disputeFact`, or of a form. Answers its id. */
export async function keepDispute(
  queries: Queries,
  reader: Reader,
  { fact, found, value, statement, formCode }: Said,
  state: "OPEN" | "ACCEPTED",
): Promise<string> {
  const { author, agencyCode } = authorOf(reader);
  return insertDispute(queries, {
    ...whoseRows(found),
    coordinate: fact.coordinate,
    concept: fact.concept.code,
    agencyCode: found.subject.agencyCode,
    value,
    statement,
    author,
    authorAgencyCode: agencyCode,
    formCode,
    state,
  });
}
