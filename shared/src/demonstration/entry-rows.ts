/** What the demonstration rows of all entries have in common: their own columns, and the pointer that tells the directory of them. */
import type { OutboxRow } from "../feed/outbox.js";
import { pointerRow, sharedReaders, type Holder, type Pointer } from "../feed/pointer.js";
import { demonstrationSource, type DemonstrationTable, type Row } from "./loader.js";

/** The columns of every table of entries, for `DemonstrationTable.columns`. */
export const entryColumnNames = [
  "id",
  "agency_code",
  "entrepreneur_id",
  "enterprise_number",
  "occurred_at",
  "since",
  "until",
] as const;

/** What the demonstration tells on feeds; the last of a subgraph's tables. */
export const outboxTable: DemonstrationTable = { name: "outbox", columns: ["topic", "key", "body"] };

/** An entry as told: whose it is, its agency, its dates. */
export interface ToldEntry {
  readonly id: string;
  readonly agency: string;
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly occurredAt: Date;
  readonly since: string | null;
  readonly until: string | null;
}

/** What a pointer says besides: of which type and kind its entry is, and who may see it. */
export interface ToldPointer extends Pick<Pointer, "type" | "kind" | "category" | "other"> {
  /** Who may see it and learn of it; where it is not given, the staff of every pole. */
  readonly readers?: readonly string[];
}

/** The columns that every table of entries has. */
export function entryRow({ id, agency, entrepreneurId, enterpriseNumber, occurredAt, since, until }: ToldEntry): Row {
  return {
    id,
    agency_code: agency,
    entrepreneur_id: entrepreneurId,
    enterprise_number: enterpriseNumber,
    occurred_at: occurredAt,
    since,
    until,
  };
}

/** Where an entry is, as a row of `outbox`. */
export function pointerTo(entry: ToldEntry, { readers = sharedReaders, ...as }: ToldPointer): Row {
  const { id, agency, occurredAt, since, until } = entry;
  const parties = { ...holderOf(entry), ...as };
  const pointer = { entryId: id, agencyCode: agency, occurredAt, since, until, readers, knownTo: readers, ...parties };
  return outboxRow(pointerRow(pointer, demonstrationSource));
}

/** What goes to a feed, as a row of `outbox`. */
export function outboxRow({ topic, key, body }: OutboxRow): Row {
  return { topic, key, body: body && { json: body } };
}

/**
 * The holder and, where an entry names both, the other party: what an enterprise holds names the person, all else is the person's (design
 * section 4). Throws where an entry names nobody, which no story tells.
 */
function holderOf({ id, entrepreneurId, enterpriseNumber }: ToldEntry): Pick<Pointer, "holder" | "other"> {
  const person: Holder | null = entrepreneurId === null ? null : { entrepreneurId };
  if (enterpriseNumber !== null) return { holder: { enterpriseNumber }, ...(person && { other: person }) };
  if (person === null) throw new Error(`entry ${id} names neither person nor enterprise`);
  return { holder: person };
}
