/** Fills a subgraph's copy of the policy from the feeds. Who may tell what is decided here: a fact is believed from its owner only. */
import { statement, type Queries } from "../database.js";
import type { FeedTarget } from "./feed-consumer.js";
import type { FeedRow } from "./feed-page.js";
import type { IdentityPolicy, RelationPolicy } from "./policy.js";

const removeRows = statement(
  `with gone as (delete from policy_identity where producer = $1 and key = any($2))
   delete from policy_relation where producer = $1 and key = any($2)`,
);
const insertIdentities = statement(
  `insert into policy_identity (producer, generation, key, former_id, canonical_id)
   select $1, $2, r.key, (r.body->>'formerId')::uuid, (r.body->>'canonicalId')::uuid
     from jsonb_to_recordset($3::jsonb) as r(key text, body jsonb) where r.body->>'kind' = 'IDENTITY'
   on conflict (former_id) do update set producer = excluded.producer, generation = excluded.generation, key = excluded.key,
     canonical_id = excluded.canonical_id`,
);
const insertRelations = statement(
  `insert into policy_relation (producer, generation, key, kind, entrepreneur_id, enterprise_number, agency_code, staff_id, category, owner_agencies, since, until, project_id)
   select $1, $2, r.key, r.body->>'kind', (r.body->>'entrepreneurId')::uuid, r.body->>'enterpriseNumber', r.body->>'agencyCode',
          r.body->>'staffId', r.body->>'category',
          case when jsonb_typeof(r.body->'ownerAgencyCodes') = 'array'
               then array(select jsonb_array_elements_text(r.body->'ownerAgencyCodes')) end, (r.body->>'since')::date, (r.body->>'until')::date,
          case when r.body->>'kind' = 'PROJECT' then (r.body->>'projectId')::uuid end
     from jsonb_to_recordset($3::jsonb) as r(key text, body jsonb) where r.body->>'kind' <> 'IDENTITY'`,
);
const sweepRows = statement(
  `with gone as (delete from policy_identity where producer = $1 and generation < $2)
   delete from policy_relation where producer = $1 and generation < $2`,
);

/** What each owner may tell (design 3): the spine who is who, mandates and grants; anyone who coaches, whom; who keeps projects, what they became. */
const toldBySpine: readonly string[] = ["IDENTITY", "MANDATE", "GRANT", "COACHING", "STAFF", "BREAK_GLASS"] satisfies (
  | IdentityPolicy
  | RelationPolicy
)["kind"][];
const toldByOthers: readonly string[] = ["COACHING"];
const toldByProjectOwner: readonly string[] = ["PROJECT"];

/** The subgraph that keeps projects, where no setting names another. */
export const usualProjectOwner = "coaching";

/** Who a subgraph may say coaches: the agencies of its own manifest, by their codes. By the subgraph's name. */
export type AgenciesOfProducers = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Stores policy rows. A row that its producer may not tell, or of a kind this version does not know, is not believed; it neither stops
 * the feed, which would close everything to everyone, nor opens anything.
 * @param spine name of the subgraph that keeps persons and the directory
 * @param agencies who coaches is told by the subgraph of the coach's agency, and by no other: else any of them could open a person's refusals
 *   to any agency's coaches
 * @param projectOwner name of the subgraph that keeps projects
 */
export function policyTargetFor(
  spine: string,
  agencies: AgenciesOfProducers,
  projectOwner = usualProjectOwner,
): FeedTarget {
  return {
    topic: "POLICY",
    async apply(queries: Queries, rows, { producer, generation }) {
      await queries.query(removeRows, [producer, rows.map(({ key }) => key)]);
      const kinds = [
        ...(producer === spine ? toldBySpine : toldByOthers),
        ...(producer === projectOwner ? toldByProjectOwner : []),
      ];
      const own = agencies.get(producer);
      const believed = rows.filter(
        (row) => kinds.includes(kindOf(row)) && (kindOf(row) !== "COACHING" || (own?.has(agencyOf(row)) ?? false)),
      );
      const live = JSON.stringify(believed);
      await queries.query(insertIdentities, [producer, generation, live]);
      await queries.query(insertRelations, [producer, generation, live]);
    },
    async sweep(queries, { producer, generation }) {
      await queries.query(sweepRows, [producer, generation]);
    },
  };
}

function kindOf({ body }: FeedRow): string {
  return body !== null && "kind" in body ? String(body.kind) : "";
}

function agencyOf({ body }: FeedRow): string {
  return body !== null && "agencyCode" in body ? String(body.agencyCode) : "";
}
