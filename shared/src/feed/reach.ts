/**
 * Who has applied what a feed tells: for acts that return when every reachable subgraph obeys them (withdrawing a grant, ending a mandate,
 * taking a merge back; design 3). Kept in the database, so it holds for any number of copies of the producer.
 */
import { setTimeout as pause } from "node:timers/promises";
import { statement, type Queries } from "../database.js";
import type { FeedTopic } from "../manifest.js";

const seal = statement("select seal_outbox()");
const readPosition = statement(
  `select max(position) as position, bool_or(position is null) as unsealed from outbox where topic = $1 and key = any($2::text[])`,
);
const readReached = statement("select reader from feed_reader where topic = $1 and position >= $2");

/** Sealing takes a thousand rows a time: behind a large import an entry may have to wait for its place. */
const mostSeals = 10;

/**
 * The last position of some entries. Call it after the transaction that published them.
 * @returns null where they have none yet, because a long backlog lies before them
 */
export async function positionOf(queries: Queries, topic: FeedTopic, keys: readonly string[]): Promise<number | null> {
  for (let round = 0; round < mostSeals; round += 1) {
    await queries.query(seal);
    const [found] = await queries.query<{ position: string | null; unsealed: boolean | null }>(readPosition, [
      topic,
      keys,
    ]);
    if (found?.unsealed === false) return found.position === null ? null : Number(found.position);
  }
  return null;
}

/** For how long to ask whether readers have come so far, in milliseconds. */
const patience = 500;
const askEvery = 20;

/** Which readers have applied something, and which have not yet: these obey within 30 s, when their copy counts as too old (design 3). */
export interface Reach {
  readonly reached: readonly string[];
  readonly pending: readonly string[];
}

/**
 * Waits until all readers have applied a position, half a second at the most.
 * @param position null where it is not known: nobody can be said to have reached it
 * @param readers names of the subgraphs that follow the topic
 */
export async function reachedBy(
  queries: Queries,
  topic: FeedTopic,
  position: number | null,
  readers: readonly string[],
): Promise<Reach> {
  const reached = new Set<string>();
  const until = performance.now() + patience;
  while (position !== null) {
    const rows = await queries.query<{ reader: string }>(readReached, [topic, position]);
    for (const { reader } of rows) reached.add(reader);
    if (readers.every((reader) => reached.has(reader)) || performance.now() >= until) break;
    await pause(askEvery);
  }
  return {
    reached: readers.filter((reader) => reached.has(reader)),
    pending: readers.filter((reader) => !reached.has(reader)),
  };
}
