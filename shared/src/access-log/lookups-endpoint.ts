import type { Database } from "../database.js";
/** `POST /lookups`: an owner's part in the list of who looked at a person's data. Asked by the single desk in the name of the reader. */
import type { DomainError } from "../errors.js";
import type { PolicyCopy } from "../feed/policy-copy.js";
import { isUuid } from "../ids.js";
import { mostPerPage } from "../paging.js";
import type { RequestScope } from "../server/context.js";
import { BadRequest } from "../server/http.js";
import { mayRead, notShared } from "../visibility/may-read.js";
import { lookupsOf, type Lookup, type LookupPlace, type LookupsPage } from "./lookups.js";
import { logLooks, type LogTarget } from "./request-log.js";
import { asThroughEnterprise, restrictionOf } from "./restricted-looks.rules.js";

/** With what the endpoint works for one request. */
export interface LookupsScope {
  readonly database: Database;
  readonly policy: PolicyCopy;
  readonly request: RequestScope;
  readonly target: LogTarget;
  /** The subgraph that tells mandates. */
  readonly spine: string;
}

interface Asked {
  readonly entrepreneurId: string;
  readonly first: number;
  readonly before: LookupPlace | null;
}

const category = "LOOKUPS";

/**
 * Answers one page to who may read it: the person, and the officer for a case of data protection. Anybody else gets 403 and a code, whoever
 * the person is and whether or not there are looks. The reading is a look itself, in the log before the answer leaves. Errors: BadRequest.
 */
export async function answerLookups(scope: LookupsScope, body: unknown): Promise<{ status: number; body: object }> {
  const { entrepreneurId, first, before } = orderIn(body);
  const { database, policy, request, target, spine } = scope;
  if (request.accessFault) return refusal(request.accessFault, request);
  const subject = { entrepreneurId };
  const allowed = await mayRead(request.reader, category, subject, policy);
  const ids = await policy.certainIds(entrepreneurId);
  const page = allowed ? await lookupsOf(database, { ids, first, before, spine }) : null;
  for (const row of page?.rows.length ? page.rows : [null]) request.looks.note(subject, category, allowed, row);
  await logLooks(target, request, { action: "READ", failed: false, policy });
  if (!page) return refusal(notShared(category), request);
  return { status: 200, body: told(page, request) };
}

function told({ rows, total, since, mandatesKnown }: LookupsPage, { reader }: RequestScope): object {
  const now = new Date();
  const isOfficer = reader.role === "DATA_PROTECTION_OFFICER";
  return {
    rows: rows.map((row) => (isOfficer ? asOfficer(row) : asPerson(row))),
    total,
    period: { since, until: now },
    heartbeat: now,
    mandatesKnown,
  };
}

/** The officer is told all, and what of it the person is not. */
function asOfficer(look: Lookup): Lookup {
  return { ...look, restriction: look.ofYourself ? null : restrictionOf(look) };
}

/** Whether an official looked at a colleague is a question for the officer to ask. */
function asPerson(look: Lookup): Lookup {
  return { ...(look.ofYourself ? look : asThroughEnterprise(look)), flag: null };
}

/** What who may not read is told: 403, the code and its sentence. */
export function refusal(error: DomainError, { language }: RequestScope): { status: number; body: object } {
  return { status: 403, body: { error: error.messageIn(language), code: error.definition.code } };
}

function orderIn(body: unknown): Asked {
  const { entrepreneurId } = (body ?? {}) as Partial<Record<keyof Asked, unknown>>;
  if (typeof entrepreneurId !== "string" || !isUuid(entrepreneurId)) throw invalid("`entrepreneurId` is a UUID");
  return { entrepreneurId, ...pageIn(body) };
}

/** The page that a body asks for: one row more than a page may be asked, so that who asks knows whether there is another. @throws BadRequest */
export function pageIn(body: unknown): Omit<Asked, "entrepreneurId"> {
  const { first, before } = (body ?? {}) as Partial<Record<keyof Asked, unknown>>;
  if (typeof first !== "number" || !Number.isInteger(first) || first < 1 || first > mostPerPage + 1)
    throw invalid(`\`first\` is a whole number from 1 to ${mostPerPage + 1}`);
  return { first, before: before === null || before === undefined ? null : placeIn(before) };
}

function placeIn(value: unknown): LookupPlace {
  const { at, id } = value as Partial<Record<keyof LookupPlace, unknown>>;
  const isPlace =
    typeof at === "string" &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === "string" &&
    isUuid(id.slice(0, 36)) &&
    /^:\d{1,15}$/.test(id.slice(36));
  if (!isPlace) throw invalid("`before` is null or the `at` and `id` of a row");
  return { at: new Date(at), id };
}

/** What is wrong with a body. */
export function invalid(sentence: string): BadRequest {
  return new BadRequest(400, `${sentence}.`);
}
