import { statement, type Database, type Queries } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";
import { newId } from "@parcours/shared/ids";
import type { IdentityMerge } from "./identity-merge.entity.js";

/** A merge to make. */
export interface MergeOrder {
  readonly formerId: string;
  readonly into: string;
  readonly reason: string;
  readonly author: string;
}

type Line = Pick<IdentityMerge, "id" | "formerId" | "canonicalId" | "source">;

const source = "OFFICE";
/** Merges are rare and must see each other whole: one at a time. */
const lock = statement("select pg_advisory_xact_lock(7002)");
const insert = statement(
  `insert into identity_merge (id, former_id, merged_into, canonical_id, merged_at, reason, author, source)
   values ($1, $2, $3, $3, clock_timestamp(), $4, $5, $6)`,
);
const remove = statement("delete from identity_merge where former_id = $1 returning id, source");
/** Follows every line of merges to its end and rewrites only what changed. */
const flatten = statement(
  `with recursive line as (
     select former_id, merged_into as reached from identity_merge
     union select line.former_id, next.merged_into from line join identity_merge next on next.former_id = line.reached
   ), ends as (
     select former_id, reached from line where not exists (select 1 from identity_merge m where m.former_id = line.reached)
   )
   update identity_merge m set canonical_id = ends.reached from ends
    where ends.former_id = m.former_id and (m.canonical_id <> ends.reached or m.former_id = $1)
   returning m.id, m.former_id as "formerId", m.canonical_id as "canonicalId", m.source`,
);
const readEnd = statement(
  "select coalesce((select canonical_id from identity_merge where former_id = $1), $1::uuid) as id",
);

/**
 * Makes two files one person's. Answers the id in use.
 * Merging a person into itself, or twice, changes nothing.
 */
export async function merge(database: Database, { formerId, into, reason, author }: MergeOrder): Promise<string> {
  return database.transaction(async (queries) => {
    await queries.query(lock);
    const [from, to] = [await endOf(queries, formerId), await endOf(queries, into)];
    if (from === to) return to;
    await queries.query(insert, [newId(), from, to, reason, author, source]);
    await publishLines(queries, await queries.query<Line>(flatten, [from]));
    return to;
  });
}

/** Takes a merge back: both sides are as they were, and all that was written since stands under its own id. Answers whether there was one. */
export async function unmerge(database: Database, formerId: string): Promise<boolean> {
  return database.transaction(async (queries) => {
    await queries.query(lock);
    const [gone] = await queries.query<{ id: string; source: string }>(remove, [formerId]);
    if (!gone) return false;
    const changed = await queries.query<Line>(flatten, [formerId]);
    await publish(queries, [{ topic: "POLICY", key: gone.id, body: null, source: gone.source }]);
    await publishLines(queries, changed);
    return true;
  });
}

async function endOf(queries: Queries, id: string): Promise<string> {
  const [end] = await queries.query<{ id: string }>(readEnd, [id]);
  return end?.id ?? id;
}

async function publishLines(queries: Queries, lines: readonly Line[]): Promise<void> {
  await publish(
    queries,
    lines.map((line) =>
      policyRow(line.id, { kind: "IDENTITY", formerId: line.formerId, canonicalId: line.canonicalId }, line.source),
    ),
  );
}
