import { statement, type Queries } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";
import { newId } from "@parcours/shared/ids";
import { officeSource, removedPolicy } from "../acts/office.js";
import type { IdentityMerge } from "./identity-merge.entity.js";

/** A merge to make. */
export interface MergeOrder {
  readonly formerId: string;
  readonly into: string;
  readonly reason: string;
  /** Who decides: `1819/s3`, or a rule. */
  readonly author: string;
}

/** A merge to take back. */
export interface UnmergeOrder {
  readonly mergeId: string;
  readonly reason: string;
  readonly author: string;
}

/** What a merge or its undoing changed. */
export interface IdentityChange {
  readonly mergeId: string;
  /** The id that gave way, or is free again. */
  readonly formerId: string;
  readonly mergedInto: string;
  /** Policy entries that tell of it: the merge's own, and those of ids that now lead elsewhere. */
  readonly keys: readonly string[];
}

type Line = Pick<IdentityMerge, "id" | "formerId" | "canonicalId" | "source">;
type Edge = Pick<IdentityMerge, "id" | "formerId" | "mergedInto" | "source">;

const line = `m.id, m.former_id as "formerId", m.canonical_id as "canonicalId", m.source`;
/** Merges are rare and must see each other whole: one at a time. */
const lock = statement("select pg_advisory_xact_lock(7002)");
const insert = statement(
  `insert into identity_merge (id, former_id, merged_into, canonical_id, merged_at, reason, author, source)
   values ($1, $2, $3, $3, clock_timestamp(), $4, $5, $6)`,
);
const remove = statement(
  `delete from identity_merge where id = $1 returning id, former_id as "formerId", merged_into as "mergedInto", source`,
);
/** All that led to one id leads to another: read by an index, however many merges there are. */
const lead = statement(`update identity_merge m set canonical_id = $2 where m.canonical_id = $1 returning ${line}`);
/** What was merged into an id, directly or by way of others, leads to it again. */
const leadBack = statement(
  `with recursive behind as (
     select former_id from identity_merge where merged_into = $1
     union select m.former_id from behind join identity_merge m on m.merged_into = behind.former_id
   )
   update identity_merge m set canonical_id = $1 from behind where m.former_id = behind.former_id returning ${line}`,
);
const readEnd = statement(
  "select coalesce((select canonical_id from identity_merge where former_id = $1), $1::uuid) as id",
);
const readMergeOf = statement("select id from identity_merge where former_id = $1");
const note = statement(
  `insert into identity_event (id, kind, merge_id, entrepreneur_id, other_id, at, reason, author, source)
   values ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7, $8)`,
);

/** Waits until nobody else merges, parts or tells apart, until the end of the transaction. */
export async function lockIdentities(queries: Queries): Promise<void> {
  await queries.query(lock);
}

/**
 * Makes two files one person's, in a transaction: whoever either id leads to. Both ids keep resolving, no row of any agency is rewritten.
 * @returns null where they are one person's already
 */
export async function mergeIdentities(
  queries: Queries,
  { formerId, into, reason, author }: MergeOrder,
): Promise<IdentityChange | null> {
  await queries.query(lock);
  // Ends of lines only are merged, so lines never close to a circle.
  const [from, to] = [await endOf(queries, formerId), await endOf(queries, into)];
  if (from === to) return null;
  const mergeId = newId();
  const moved = await queries.query<Line>(lead, [from, to]);
  await queries.query(insert, [mergeId, from, to, reason, author, officeSource]);
  await queries.query(note, [newId(), "MERGED", mergeId, from, to, reason, author, officeSource]);
  const own = { id: mergeId, formerId: from, canonicalId: to, source: officeSource };
  await publishLines(queries, [...moved, own]);
  return { mergeId, formerId: from, mergedInto: to, keys: [mergeId, ...moved.map(({ id }) => id)] };
}

/**
 * Takes a merge back, in a transaction: both sides are as they were, and what was written since stands under the id it was written under. What was
 * merged into the side that is free again goes with it.
 * @returns null where there is no such merge any more
 */
export async function unmergeIdentities(
  queries: Queries,
  { mergeId, reason, author }: UnmergeOrder,
): Promise<IdentityChange | null> {
  await queries.query(lock);
  const [gone] = await queries.query<Edge>(remove, [mergeId]);
  if (!gone) return null;
  const { formerId, mergedInto, source } = gone;
  const moved = await queries.query<Line>(leadBack, [formerId]);
  await queries.query(note, [newId(), "UNMERGED", mergeId, formerId, mergedInto, reason, author, officeSource]);
  await publish(queries, [removedPolicy(mergeId, source)]);
  await publishLines(queries, moved);
  return { mergeId, formerId, mergedInto, keys: [mergeId, ...moved.map(({ id }) => id)] };
}

/** The merge by which an id gave way; null where it did not. */
export async function mergeOf(queries: Queries, formerId: string): Promise<string | null> {
  const [found] = await queries.query<{ id: string }>(readMergeOf, [formerId]);
  return found?.id ?? null;
}

const readIds = statement(
  `select known.id from (select coalesce((select canonical_id from identity_merge where former_id = $1), $1::uuid) as canonical_id) person
    cross join lateral (select person.canonical_id as id union all select m.former_id from identity_merge m where m.canonical_id = person.canonical_id) known`,
);

/** All ids of a person, the one in use first: as they are now, where the policy copy may be a moment behind. */
export async function idsOf(queries: Queries, id: string): Promise<string[]> {
  return (await queries.query<{ id: string }>(readIds, [id])).map((row) => row.id);
}

async function endOf(queries: Queries, id: string): Promise<string> {
  const [end] = await queries.query<{ id: string }>(readEnd, [id]);
  return end?.id ?? id;
}

async function publishLines(queries: Queries, lines: readonly Line[]): Promise<void> {
  await publish(
    queries,
    lines.map(({ id, formerId, canonicalId, source }) =>
      policyRow(id, { kind: "IDENTITY", formerId, canonicalId }, source),
    ),
  );
}
