import type { LookAction } from "../access-log/looks.js";
/**
 * `POST /facts`: an owner's part in corrections, asked by the single desk in the name of the reader. Disputes of facts that it keeps, its
 * answers to them, and what each fact was before, by whom and since when (design 7; decision 0022; J29, R02, R08).
 */
import { actLog, logLooks } from "../access-log/request-log.js";
import { DomainError } from "../errors.js";
import { staffRoles } from "../identity/roles.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { UserFault } from "../mutations/user-error.js";
import type { RequestScope } from "../server/context.js";
import { mayRead, notShared } from "../visibility/may-read.js";
import { ownAgencies } from "../visibility/reader.js";
import { answerDispute } from "./answer-dispute.js";
import { disputesOf, openDisputesOf, type DisputeRow } from "./dispute-store.js";
import { changesOf, firstChangeOf, newestChangesOf, type FactChangeRow } from "./fact-change.js";
import { factsRequestIn } from "./facts-request.js";
import type {
  FactHistoryAsked,
  FactProvenanceAsked,
  FactsRequest,
  ListDisputes,
  OpenDisputes,
  ToldHistory,
  ToldProvenance,
} from "./facts-request.js";
import { readableFacts, subjectOf, toldFactOf, type FactsScope, type FoundSubject } from "./facts-scope.js";
import { raiseDispute } from "./raise-dispute.js";

type Told = { readonly status: number; readonly body: object };

/** Who may know that facts are disputed, each row by its own fact's category; the same for their history. */
const category = "DISPUTE";

/** Answers one request. Who may not read the fact: 403 and a code. Faults of what was said: 409 and a code. Errors: BadRequest. */
export async function answerFacts(scope: FactsScope, body: unknown): Promise<Told> {
  const asked = factsRequestIn(body);
  const { request, target, policy } = scope;
  if (request.accessFault) return refusal(403, request.accessFault, request);
  try {
    const answer = await answered(scope, asked);
    const action: LookAction = asked.action === "RAISE" || asked.action === "ANSWER" ? "WRITE" : "READ";
    await logLooks(target, request, { action, failed: false, policy });
    return answer ? { status: 200, body: answer } : refusal(403, notShared(category), request);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    if (asked.action === "RAISE") {
      const { type, id } = asked.holder;
      const subject = { Entrepreneur: { entrepreneurId: id }, Enterprise: { enterpriseNumber: id }, Project: {} }[type];
      await actLog(target, request, policy)({ subject, category, records: null });
    }
    const [fault] = error.faults;
    const definition = fault?.definition ?? mutationErrors.ACT_NOT_ALLOWED;
    return refusal(409, new DomainError(definition, fault?.parameters), request);
  }
}

/** Null where the reader may not. */
async function answered(scope: FactsScope, asked: FactsRequest): Promise<object | null> {
  switch (asked.action) {
    case "RAISE":
      return { dispute: await raiseDispute(scope, asked) };
    case "ANSWER":
      return { dispute: await answerDispute(scope, asked) };
    case "DISPUTES":
      return listed(scope, asked);
    case "OPEN":
      return open(scope, asked);
    case "HISTORY":
      return history(scope, asked);
    case "PROVENANCE":
      return provenance(scope, asked);
  }
}

async function listed(scope: FactsScope, { holder, first, place }: ListDisputes): Promise<object | null> {
  const { request, policy, database } = scope;
  const found = await subjectOf(scope, holder);
  // An entity that this owner does not have answers like one without disputes, to whom the list is open at all.
  const subject = found?.subject ?? { entrepreneurId: holder.type === "Entrepreneur" ? holder.id : null };
  if (!(await mayRead(request.reader, category, subject, policy))) {
    request.looks.note(subject, category, false, null);
    return null;
  }
  const keys = await keysOf(scope, holder);
  const coordinates = await readableFacts(scope, subject);
  const rows = await disputesOf(database, { type: holder.type, keys }, { coordinates, first, place });
  noteAll(scope, rows);
  if (rows.length === 0) request.looks.note(subject, category, true, null);
  return { disputes: rows };
}

/** A person's rows stand under every id, also at an owner that keeps only the person's projects. */
async function keysOf({ policy }: FactsScope, { type, id }: ListDisputes["holder"]): Promise<readonly string[]> {
  return type === "Entrepreneur" ? (await policy.identity(id)).ids : [id];
}

/** The tasks of the reader's own agency, or of one that went up in it. */
async function open(scope: FactsScope, { agency, first, place }: OpenDisputes): Promise<object | null> {
  const { reader } = scope.request;
  const own = ownAgencies(reader);
  if (!staffRoles.includes(reader.role) || !own.includes(agency)) return null;
  const coordinates = await readableFacts(scope, { agencyCode: agency });
  const agencies = agency === reader.agency ? own : [agency];
  const rows = await openDisputesOf(scope.database, agencies, { coordinates, first, place });
  noteAll(scope, rows);
  return { disputes: rows };
}

async function history(scope: FactsScope, asked: FactHistoryAsked): Promise<ToldHistory | null> {
  const { database, request } = scope;
  const { holder, coordinate, first, place } = asked;
  const found = await readable(scope, holder, coordinate);
  if (!found) return null;
  const rows = await changesOf(database, found, coordinate, { first, before: place });
  const oldest = await firstChangeOf(database, found, coordinate);
  for (const row of rows.length > 0 ? rows : [null])
    request.looks.note(found.subject, found.category, true, row?.id ?? null);
  const { agencyCode, source, since } = found.subject;
  return {
    changes: rows.map(toldChange),
    origin: {
      at: since.toISOString(),
      agencyCode,
      source,
      isChanged: oldest !== null,
      value: oldest?.former ?? null,
    },
  };
}

/** A fact whose category the reader reads today; null else, and then a look that was withheld is noted. */
async function readable(
  scope: FactsScope,
  holder: FactHistoryAsked["holder"],
  coordinate: string,
): Promise<(FoundSubject & { readonly category: string }) | null> {
  const { request, policy } = scope;
  const fact = toldFactOf(scope, coordinate);
  const found = fact ? await subjectOf(scope, holder) : null;
  if (!fact || !found) return null;
  const allowed = await mayRead(request.reader, fact.category, found.subject, policy);
  if (!allowed) request.looks.note(found.subject, fact.category, false, null);
  return allowed ? { ...found, category: fact.category } : null;
}

/** What the reader may not read is left out, as the value is. */
async function provenance(
  scope: FactsScope,
  { holder, coordinates }: FactProvenanceAsked,
): Promise<{ provenance: ToldProvenance[] }> {
  const found = await subjectOf(scope, holder);
  if (!found) return { provenance: [] };
  const open = await readableFacts(scope, found.subject);
  const asked = coordinates.filter((coordinate) => open.includes(coordinate));
  const changes = new Map((await newestChangesOf(scope.database, found, asked)).map((row) => [row.coordinate, row]));
  for (const coordinate of asked)
    scope.request.looks.note(found.subject, scope.categoryOf(coordinate) ?? category, true, found.subject.id);
  return { provenance: asked.map((coordinate) => toldProvenance(found, coordinate, changes.get(coordinate))) };
}

function toldProvenance(
  { subject }: FoundSubject,
  coordinate: string,
  change: FactChangeRow | undefined,
): ToldProvenance {
  if (change) {
    const { author, agencyCode, formCode, source, at } = change;
    return { coordinate, author, agencyCode, formCode, source, at: at.toISOString() };
  }
  const { agencyCode, source, since } = subject;
  return { coordinate, author: "AGENCY", agencyCode, formCode: null, source, at: since.toISOString() };
}

function toldChange({ at, ...row }: FactChangeRow): ToldHistory["changes"][number] {
  return { ...row, at: at.toISOString() };
}

function noteAll({ request, categoryOf }: FactsScope, rows: readonly DisputeRow[]): void {
  for (const row of rows) request.looks.note(row, categoryOf(row.coordinate) ?? category, true, row.id);
}

function refusal(status: number, error: DomainError, { language }: RequestScope): Told {
  return { status, body: { error: error.messageIn(language), code: error.definition.code } };
}
