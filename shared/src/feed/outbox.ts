/** Telling others what changed, in the transaction that changes it. */
import { statement, type Queries } from "../database.js";
import type { FeedTopic } from "../manifest.js";

/** The newest state of one entry; no body is a tombstone. */
export interface OutboxRow {
  readonly topic: FeedTopic;
  /** The entry's id within its topic. */
  readonly key: string;
  readonly body: object | null;
  /** Where the row behind it came from: the office itself, an import, the demonstration. */
  readonly source: string;
}

const insertRows = statement(
  `insert into outbox (topic, key, body, source)
   select r.topic, r.key, r.body, r.source
     from rows from (jsonb_to_recordset($1::jsonb) as (topic text, key text, body jsonb, source text))
          with ordinality as r(topic, key, body, source, place)
    order by r.place`,
);

const retractRows = statement(
  `insert into outbox (topic, key, body, source)
   select distinct topic, key, null::jsonb, source from outbox where source = $1 and topic = $2 and body is not null`,
);

/**
 * Writes outbox rows. Call it after the change itself, in the same transaction: the lock on the changed row then makes the order of
 * two changes of one entry the order of their outbox rows.
 */
export async function publish(queries: Queries, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length > 0) await queries.query(insertRows, [JSON.stringify(rows)]);
}

/** Writes a tombstone for everything a source has told on a topic: what stays is then published again. For imports that replace. */
export async function retract(queries: Queries, source: string, topic: FeedTopic): Promise<void> {
  await queries.query(retractRows, [source, topic]);
}
