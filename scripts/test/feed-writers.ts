/** Writers of coaching entries for the feed's end-to-end test: transactions of random length, some long, some taken back. */
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase, statement, type Database, type Queries } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { pointerRow, sharedReaders, type Pointer } from "@parcours/shared/feed/pointer";
import { newId } from "@parcours/shared/ids";

/** An entry that was written and committed. */
export interface WrittenEntry {
  readonly id: string;
  readonly occurredAt: string;
}

/** What the writers are to do. */
export interface WritingOrder {
  readonly entrepreneurId: string;
  /** Committed entries, over all writers. */
  readonly entries: number;
  readonly writers: number;
  /** Told after each commit, with the number committed so far. */
  readonly onProgress?: (committed: number) => void;
}

const insertDossiers = statement(
  `insert into coaching_dossier (id, agency_code, entrepreneur_id, occurred_at, since, source, intensity_code, stage_code, topic_code, staff_id, advisor_name)
   select r.id, 'HUB', $2, r.at, '2024-01-01', 'TEST', 'INTENSIVE', 'GROWTH', 'FINANCING', 's1', 'A. Coach'
     from jsonb_to_recordset($1::jsonb) as r(id uuid, at timestamptz)`,
);
const removeDossier = statement("delete from coaching_dossier where id = $1");

/** The database as the process of the subgraph has it: the role that serves, its pool, its statements. */
export async function openAsServing(name: string, appUrl: string, poolSize = 4): Promise<Database> {
  return openDatabase({ name, entities: [], migrations: [] }, appUrl, poolSize);
}

/** Writes and answers what was committed. */
export async function writeEntries(
  database: Database,
  { entrepreneurId, entries, writers, onProgress }: WritingOrder,
): Promise<WrittenEntry[]> {
  const committed: WrittenEntry[] = [];
  let taken = 0;
  const write = async (): Promise<void> => {
    for (;;) {
      const count = Math.min(1 + Math.floor(Math.random() * 50), entries - taken);
      if (count <= 0) return;
      const isTakenBack = Math.random() < 0.1;
      if (!isTakenBack) taken += count;
      const rows = Array.from({ length: count }, anEntry);
      await inOneTransaction(database, entrepreneurId, rows, isTakenBack);
      if (!isTakenBack) committed.push(...rows);
      onProgress?.(committed.length);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return committed;
}

/** Removes an entry as its owner does: the row and its pointer in one transaction. */
export async function removeEntry(database: Database, id: string): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.query(removeDossier, [id]);
    await publish(queries, [{ topic: "POINTER", key: id, body: null, source: "TEST" }]);
  });
}

/** Newest first, ids breaking ties, as every list is ordered. */
export function inOrder(entries: readonly WrittenEntry[]): string[] {
  const key = ({ occurredAt, id }: WrittenEntry): string => `${occurredAt} ${id}`;
  return entries.toSorted((a, b) => (key(a) < key(b) ? 1 : -1)).map(({ id }) => id);
}

/** Few enough instants that many entries share one. */
function anEntry(): WrittenEntry {
  const second = Math.floor(Math.random() * 2000);
  return { id: newId(), occurredAt: new Date(Date.UTC(2024, 0, 1, 0, 0, second)).toISOString() };
}

/** Half of the rows, a wait while the transaction is open (some up to 400 ms), the other half. */
async function inOneTransaction(
  database: Database,
  entrepreneurId: string,
  rows: readonly WrittenEntry[],
  isTakenBack: boolean,
): Promise<void> {
  const half = Math.ceil(rows.length / 2);
  const work = database.transaction(async (queries) => {
    await insert(queries, entrepreneurId, rows.slice(0, half));
    await pause(Math.random() < 0.1 ? Math.random() * 400 : Math.random() * 5);
    await insert(queries, entrepreneurId, rows.slice(half));
    if (isTakenBack) throw new TakenBack();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
}

class TakenBack extends Error {}

async function insert(queries: Queries, entrepreneurId: string, rows: readonly WrittenEntry[]): Promise<void> {
  await queries.query(insertDossiers, [
    JSON.stringify(rows.map(({ id, occurredAt }) => ({ id, at: occurredAt }))),
    entrepreneurId,
  ]);
  await publish(
    queries,
    rows.map((row) => pointerRow(pointerOf(row, entrepreneurId), "TEST")),
  );
}

function pointerOf({ id, occurredAt }: WrittenEntry, entrepreneurId: string): Pointer {
  return {
    entryId: id,
    type: "CoachingDossier",
    kind: "COACHING_DOSSIER",
    category: "DOSSIER_HEADER",
    agencyCode: "HUB",
    holder: { entrepreneurId },
    occurredAt: new Date(occurredAt),
    since: "2024-01-01",
    until: null,
    readers: sharedReaders,
    knownTo: sharedReaders,
  };
}
