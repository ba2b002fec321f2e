/** A row of the access log, and its place in a hash chain. Source: reference 5.6 (Data Tracker, Fidus, OOTS, X-Road). */
import { createHash } from "node:crypto";
import type { LookAction, LookResult } from "./looks.js";

/** That somebody looks at the own file, or at a colleague's: no refusal, but a reason to ask. */
export const logFlags = ["SELF", "COLLEAGUE"] as const;

/** One of them. */
export type LogFlag = (typeof logFlags)[number];

/** One row as it is written: who, on whose behalf, whom, what, when, why, with what result. */
export interface LogRow {
  /** UTC. */
  readonly at: Date;
  readonly action: LookAction;
  /** Pseudonym of the person looked at; the link to the person can be destroyed. */
  readonly subject: string | null;
  /** Pseudonym of the enterprise that was named: the number of a sole trader names a person. Ten digits in rows of before there were any. */
  readonly enterprise: string | null;
  readonly agencyCode: string | null;
  readonly system: string | null;
  readonly role: string;
  /** The official, by the id at the agency; for the agency's own inquiry, never shown to the person. */
  readonly staffId: string | null;
  /** Pseudonym of the person who reads, where it is an entrepreneur or mandatary. */
  readonly readerSubject: string | null;
  /** Pseudonym of the enterprise for which a mandatary reads. */
  readonly onBehalfOf: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly categories: readonly string[];
  readonly withheld: readonly string[];
  readonly result: LookResult;
  readonly records: number;
  readonly flag: LogFlag | null;
  readonly requestId: string;
  readonly hop: number;
}

/** SHA-256 of the row before (the chain's own hash for the first) and of this row at its position, hexadecimal. */
export function chainedHash(previous: string, position: number, row: LogRow): string {
  const text = JSON.stringify([
    previous,
    position,
    row.at.toISOString(),
    row.action,
    row.subject,
    row.enterprise,
    row.agencyCode,
    row.system,
    row.role,
    row.staffId,
    row.readerSubject,
    row.onBehalfOf,
    row.purpose,
    row.caseReference,
    row.categories,
    row.withheld,
    row.result,
    row.records,
    row.flag,
    row.requestId,
    row.hop,
  ]);
  return createHash("sha256").update(text).digest("hex");
}

/** The end of a chain at some moment: what a later chain and the daily root vouch for. A chain without a row stands with its own hash. */
export interface ChainHead {
  readonly chain: string;
  /** Rows so far; 0 for a chain without a row. */
  readonly position: number;
  readonly hash: string;
}

/**
 * The hash a chain begins with: of its id, its beginning and the ends of the chains of the database that no other vouched for then, so that
 * no older chain, nor its end, can be taken away unseen.
 */
export function chainHash(chain: string, startedAt: Date, links: readonly ChainHead[]): string {
  const heads = links.map(({ chain: id, position, hash }) => [id, position, hash]);
  return createHash("sha256")
    .update(JSON.stringify([chain, startedAt.toISOString(), heads]))
    .digest("hex");
}
