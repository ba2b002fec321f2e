import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { IdentityEvent } from "./identity-event.entity.js";

const readMerge = statement(
  `select merge_id as "mergeId", entrepreneur_id as "formerId", other_id as "mergedInto" from identity_event where merge_id = $1 and kind = 'MERGED'`,
);
/** A person's events under any id, newest first; a bound far above what people have. */
const readEvents = statement(
  `select ${columnsOf(IdentityEvent, "v")} from (
     select i.* from identity_event i where i.entrepreneur_id = any($1::uuid[])
     union select i.* from identity_event i where i.other_id = any($1::uuid[])) v order by v.at desc, v.id desc limit 100`,
);

/** A merge as it was made, whether or not it still holds; null where there never was one. */
export async function mergeById(
  queries: Queries,
  mergeId: string,
): Promise<{ readonly formerId: string; readonly mergedInto: string } | null> {
  const [merge] = await queries.query<{ formerId: string; mergedInto: string }>(readMerge, [mergeId]);
  return merge ?? null;
}

/** What happened to who somebody is, newest first. */
export async function identityEventsOf(queries: Queries, ids: readonly string[]): Promise<IdentityEvent[]> {
  return queries.query<IdentityEvent>(readEvents, [ids]);
}
