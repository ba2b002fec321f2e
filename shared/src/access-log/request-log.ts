/** From the looks of one request to rows of the log. */
import type { PolicyCopy } from "../feed/policy-copy.js";
import { staffRoles } from "../identity/roles.js";
import type { RequestScope } from "../server/context.js";
import { ownAgencies, type Reader } from "../visibility/reader.js";
import type { AccessLog } from "./access-log.js";
import type { LogFlag, LogRow } from "./log-row.js";
import { lookOfAct, type LogAct, type Look, type LookAction } from "./looks.js";
import type { LogSubject, Pseudonyms } from "./pseudonyms.js";

/** Where looks go. */
export interface LogTarget {
  readonly log: Pick<AccessLog, "write">;
  readonly pseudonyms: Pick<Pseudonyms, "of" | "ofEnterprise" | "prepare">;
}

/** What a request did, beside its looks. */
export interface RequestDone {
  readonly action: LookAction;
  /** Whether the answer holds an error that is none of visibility's. */
  readonly failed: boolean;
  readonly policy: Pick<PolicyCopy, "identities">;
}

/**
 * Writes one row for each subject that a request looked at, and waits until they are in the database: the answer leaves after that.
 * Rejects where the log cannot be written.
 */
export async function logLooks(
  target: LogTarget,
  request: RequestScope,
  { action, failed, policy }: RequestDone,
): Promise<void> {
  await writeLooks(target, request, request.looks.all(failed), { action, policy });
}

/** The log as an act of this request meets it: before it is final, and also where it is refused. What is about nobody leaves no row. */
export function actLog(target: LogTarget, request: RequestScope, policy: RequestDone["policy"]): LogAct {
  return async (act) => {
    const look = lookOfAct(act);
    if (!look) return;
    await writeLooks(target, request, [look], { action: "WRITE", policy });
    if (look.entrepreneurId !== null) request.looks.told(look.entrepreneurId, look.categories);
  };
}

async function writeLooks(
  { log, pseudonyms }: LogTarget,
  request: RequestScope,
  looks: readonly Look[],
  { action, policy }: Pick<RequestDone, "action" | "policy">,
): Promise<void> {
  if (looks.length === 0) return;
  const { reader } = request;
  const isStaff = staffRoles.includes(reader.role);
  const [enterprises, subjects, own, readerSubject] = await Promise.all([
    Promise.all(looks.map(async ({ enterpriseNumber: n }) => (n === null ? null : pseudonyms.ofEnterprise(n)))),
    Promise.all(looks.map(async ({ entrepreneurId: id }) => (id === null ? null : pseudonyms.of(id)))),
    isStaff && reader.entrepreneurId ? samePerson(reader.entrepreneurId, looks, policy) : looks.map(() => false),
    !isStaff && reader.entrepreneurId ? pseudonyms.of(reader.entrepreneurId) : null,
  ]);
  const at = new Date();
  const rows = looks.map((look, place): LogRow => {
    const subject = subjects[place] ?? null;
    const enterprise = enterprises[place] ?? null;
    return {
      at,
      action,
      ...whoReads(request, readerSubject),
      subject: subject?.pseudonym ?? null,
      enterprise,
      onBehalfOf: reader.role === "MANDATARY" ? enterprise : null,
      categories: look.categories,
      withheld: look.withheld,
      result: look.result,
      records: look.records,
      flag: isStaff ? flagOf(reader, subject, own[place] ?? false) : null,
    };
  });
  await log.write(rows);
}

type WhoReads = Pick<
  LogRow,
  "agencyCode" | "system" | "role" | "staffId" | "readerSubject" | "purpose" | "caseReference" | "requestId" | "hop"
>;

function whoReads({ reader, requestId, hop }: RequestScope, readerSubject: LogSubject | null): WhoReads {
  return {
    agencyCode: reader.agency ?? null,
    system: reader.system ?? null,
    role: reader.role,
    staffId: reader.staffId ?? null,
    readerSubject: readerSubject?.pseudonym ?? null,
    purpose: reader.purpose ?? null,
    caseReference: reader.caseReference ?? null,
    requestId,
    hop,
  };
}

/** Staff who look up themselves or a colleague are flagged: never refused, for a colleague may call like anybody. */
function flagOf(reader: Reader, subject: LogSubject | null, isOwn: boolean): LogFlag | null {
  if (isOwn) return "SELF";
  return subject?.worksAt.some((agency) => ownAgencies(reader).includes(agency)) ? "COLLEAGUE" : null;
}

/** For each look, whether it is at the person who reads, under whatever id. */
async function samePerson(
  entrepreneurId: string,
  looks: readonly Look[],
  policy: Pick<PolicyCopy, "identities">,
): Promise<boolean[]> {
  const ids = looks.map((look) => look.entrepreneurId ?? "");
  const known = ids.filter((id) => id !== "");
  const [reader, ...persons] = await policy.identities([entrepreneurId, ...known]);
  const canonical = new Map(known.map((id, place) => [id, persons[place]?.canonicalId]));
  return ids.map((id) => canonical.get(id) === reader?.canonicalId && reader !== undefined);
}
