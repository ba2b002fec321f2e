/** What the demonstration rows of all entry types have in common. */
import { demonstrationSource, type Emit, type Row } from "@parcours/shared/demonstration/loader";
import { pointerRow, type Pointer } from "@parcours/shared/feed/pointer";
import { holderOf, type Parties } from "./holder.rules.js";

/** An entry as told: its parties, its agency, its dates. */
export interface ToldEntry extends Parties {
  readonly id: string;
  readonly agency: string;
  readonly occurredAt: Date;
  readonly since: string | null;
  readonly until: string | null;
}

/** The columns of every entry table. */
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

/** Tells the directory where the entry is. */
export function emitPointer(
  entry: ToldEntry,
  as: Pick<Pointer, "type" | "kind" | "category" | "readers">,
  emit: Emit,
): void {
  const { id, agency, occurredAt, since, until } = entry;
  const { topic, key, body } = pointerRow(
    { entryId: id, agencyCode: agency, occurredAt, since, until, knownTo: as.readers, ...as, ...holderOf(entry) },
    demonstrationSource,
  );
  emit("outbox", { topic, key, body: { json: body } });
}

/** A day without an hour is told as its noon, so that it is the same day in Brussels and in UTC. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
