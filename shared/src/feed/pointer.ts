/**
 * Pointers: where something is, never what it says (the model of the Crossroads Bank). Restricted things, such as difficulty cases,
 * refusals and coaching notes, never leave their owner, not even as pointers.
 */
import type { OutboxRow } from "./outbox.js";

/** Whom an entry belongs to. */
export type Holder = { readonly entrepreneurId: string } | { readonly enterpriseNumber: string };

/** One entry of an agency, as the directory knows it. */
export interface Pointer {
  readonly entryId: string;
  /** The GraphQL type that its owner resolves: `CoachingDossier`. */
  readonly type: string;
  /** The kind that readers see and filter on; a kind that would tell too much is told as a wider one. */
  readonly kind: string;
  /** The category in the access matrix: a stricter table works at once. */
  readonly category: string;
  readonly agencyCode: string;
  readonly holder: Holder;
  /** The other party that the entry names, if any. */
  readonly other?: Holder;
  readonly occurredAt: Date;
  /** First and last day of the help, `YYYY-MM-DD`; null where it has none. */
  readonly since: string | null;
  readonly until: string | null;
  /** Reader codes that may see the entry: `ROLE`, `ROLE@AGENCY`, `OWN`, `MANDATARY`, `COACH_OF`. */
  readonly readers: readonly string[];
  /** Reader codes that may learn only that this agency knows the party. */
  readonly knownTo: readonly string[];
}

/** The pointer as an outbox row, to be written after the entry itself in the same transaction. */
export function pointerRow(pointer: Pointer, source: string): OutboxRow {
  const { entryId, ...body } = pointer;
  return { topic: "POINTER", key: entryId, body: { ...body, occurredAt: pointer.occurredAt.toISOString() }, source };
}

/** The tombstone of a removed entry. */
export function removedPointer(entryId: string, source: string): OutboxRow {
  return { topic: "POINTER", key: entryId, body: null, source };
}

/** Readers of an entry that is neither restricted nor about a decision: the person, a mandatary, and staff of every pole. */
export const sharedReaders: readonly string[] = [
  "OWN",
  "MANDATARY",
  "ADVISOR_1819",
  "COACH",
  "FINANCING_OFFICER",
  "HOUSING_HOST",
  "RECOGNISED_HELPER",
];
