/** Which feeds a subgraph follows, as its database knows it. */
import { statement, type Database } from "../database.js";
import type { FeedTarget } from "./feed-consumer.js";

const lockStrangers = statement(
  "select producer from feed_cursor where topic = $1 and producer <> all($2::text[]) for update",
);
const removeCursor = statement("delete from feed_cursor where producer = $1 and topic = $2");
const createCursors = statement(
  "insert into feed_cursor (producer, topic) select unnest($2::text[]), $1 on conflict do nothing",
);

/** Later than any generation: the column's largest number. */
const afterAll = 2_147_483_647;

/**
 * Makes the cursors of a topic those of its present producers. What a producer told that has left is removed with its cursor: its
 * mandates and coaching relations end with it, and a copy that nobody brings up to date any more would count all others as expired. One
 * that was never read is known at once, so that nothing is trusted before it was.
 */
export async function followOnly(database: Database, target: FeedTarget, producers: readonly string[]): Promise<void> {
  const { topic } = target;
  await database.transaction(async (queries) => {
    for (const { producer } of await queries.query<{ producer: string }>(lockStrangers, [topic, producers])) {
      await target.sweep(queries, { producer, generation: afterAll });
      await queries.query(removeCursor, [producer, topic]);
    }
    await queries.query(createCursors, [topic, producers]);
  });
}
