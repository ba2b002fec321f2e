/** Taking back on the feeds what was told of rows that go, or that no longer name somebody. */
import { statement, type Queries } from "../database.js";

/** Rows that went or changed, by their keys, which are the keys of what was told of them. */
export interface RetractedEntries {
  /** Keys of rows that are gone. */
  readonly erased: readonly string[];
  /** Keys of all rows that were looked at, those that stay among them. */
  readonly touched: readonly string[];
  /** All ids of the person. */
  readonly ids: readonly string[];
}

/**
 * A row that is gone leaves a tombstone. So does the pointer to what the person holds and the law keeps: it is kept for the law alone, and
 * is on no timeline. A pointer to what an enterprise holds stays and no longer names the person.
 */
const retract = statement(
  `insert into outbox (topic, key, body, source)
   select topic, key,
          case when key = any($1) or body->'holder'->>'entrepreneurId' = any($3) or body->>'entrepreneurId' = any($3)
               then null else body - 'other' end, source
     from (select distinct on (topic, key) topic, key, body, source from outbox
            where topic in ('POINTER', 'POLICY') and key = any($2) order by topic, key, id desc) told
    where body is not null
      and (key = any($1) or $3 && array[body->'holder'->>'entrepreneurId', body->'other'->>'entrepreneurId', body->>'entrepreneurId'])`,
);
const tombstones = statement(
  `insert into outbox (topic, key, body, source)
   select topic, key, null, source
     from (select distinct on (topic, key) topic, key, body, source from outbox
            where topic in ('POINTER', 'POLICY') and key = any($1) order by topic, key, id desc) told
    where body is not null`,
);

/** Takes back what was told of a person's rows. In the transaction that changes them, after it. */
export async function retractEntries(queries: Queries, { erased, touched, ids }: RetractedEntries): Promise<void> {
  if (touched.length > 0) await queries.query(retract, [erased, touched, ids]);
}

/** Takes back what was told of rows that are gone. In the transaction in which they go. */
export async function retractGone(queries: Queries, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await queries.query(tombstones, [keys]);
}
