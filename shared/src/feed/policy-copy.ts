/** A subgraph's copy of the policy: applied from the feeds, asked by the owner when it decides who sees what. */
import { loader, type Loader } from "../batching.js";
import { statement, type Database, type Queries } from "../database.js";
import { brusselsDate } from "../periods.js";
import type { Relation } from "../visibility/access-matrix.js";
import type { Relations, Subject } from "../visibility/may-read.js";
import type { Reader } from "../visibility/reader.js";
import type { FeedTarget } from "./feed-consumer.js";

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
  `insert into policy_relation (producer, generation, key, kind, entrepreneur_id, enterprise_number, agency_code, staff_id, category, since, until)
   select $1, $2, r.key, r.body->>'kind', (r.body->>'entrepreneurId')::uuid, r.body->>'enterpriseNumber', r.body->>'agencyCode',
          r.body->>'staffId', r.body->>'category', (r.body->>'since')::date, (r.body->>'until')::date
     from jsonb_to_recordset($3::jsonb) as r(key text, body jsonb) where r.body->>'kind' <> 'IDENTITY'`,
);
const sweepRows = statement(
  `with gone as (delete from policy_identity where producer = $1 and generation < $2)
   delete from policy_relation where producer = $1 and generation < $2`,
);

/** Stores policy rows. */
export const policyTarget: FeedTarget = {
  topic: "POLICY",
  async apply(queries: Queries, rows, { producer, generation }) {
    await queries.query(removeRows, [producer, rows.map(({ key }) => key)]);
    const live = JSON.stringify(rows.filter(({ body }) => body !== null));
    await queries.query(insertIdentities, [producer, generation, live]);
    await queries.query(insertRelations, [producer, generation, live]);
  },
  async sweep(queries, { producer, generation }) {
    await queries.query(sweepRows, [producer, generation]);
  },
};

/** All ids of one person: the one in use and those it replaced. */
export interface Identity {
  readonly canonicalId: string;
  /** The canonical id first. */
  readonly ids: readonly string[];
}

const readIdentities = statement(
  `select asked.id as "askedId", coalesce(known.canonical_id, asked.id) as "canonicalId",
          array(select former.former_id from policy_identity former where former.canonical_id = coalesce(known.canonical_id, asked.id)) as "formerIds"
     from unnest($1::uuid[]) as asked(id) left join policy_identity known on known.former_id = asked.id`,
);
const holdsRelation = statement(
  `select 1 from policy_relation
    where entrepreneur_id = any($1) and kind = $2 and since <= $3 and (until is null or until >= $3)
      and ($4::text is null or enterprise_number = $4) and ($5::text[] is null or agency_code = any($5)) and ($6::text is null or staff_id = $6)
    limit 1`,
);
const readOldest = statement(`select min(as_of) as "asOf", bool_or(as_of is null) as "never" from feed_cursor where topic = 'POLICY'`);

/** A copy older than this counts its mandates, grants and coaching relations as expired: it fails closed. */
const trustedForMilliseconds = 30_000;

/** Answers questions on the policy for one request. */
export class PolicyCopy implements Relations {
  readonly #identities: Loader<string, Identity>;

  constructor(private readonly database: Database) {
    this.#identities = loader((ids) => this.#readIdentities(ids));
  }

  /** Under which ids rows about a person may stand. An id that nobody merged stands for itself. */
  async identity(entrepreneurId: string): Promise<Identity> {
    return this.#identities.load(entrepreneurId);
  }

  /** The same for several persons, in order. */
  async identities(entrepreneurIds: readonly string[]): Promise<Identity[]> {
    return Promise.all(entrepreneurIds.map((id) => this.#identities.load(id)));
  }

  async holds(relation: Relation, reader: Reader, subject: Subject): Promise<boolean> {
    switch (relation) {
      case "ASSIGNED":
        return reader.staffId !== undefined && reader.staffId === subject.staffId;
      case "OWN":
        return this.#isSamePerson(reader.entrepreneurId, subject.entrepreneurId);
      case "MANDATARY":
        return this.#relates(reader.entrepreneurId, "MANDATE", { enterpriseNumber: subject.enterpriseNumber });
      case "COACH_OF":
        return this.#relates(subject.entrepreneurId, "COACHING", { agencyCode: reader.agency, staffId: reader.staffId });
    }
  }

  async #isSamePerson(one: string | null | undefined, other: string | null | undefined): Promise<boolean> {
    if (!one || !other) return false;
    const [a, b] = await this.identities([one, other]);
    return a?.canonicalId === b?.canonicalId;
  }

  async #relates(
    entrepreneurId: string | null | undefined,
    kind: "MANDATE" | "COACHING",
    by: { enterpriseNumber?: string | null | undefined; agencyCode?: string | undefined; staffId?: string | undefined },
  ): Promise<boolean> {
    if (!entrepreneurId || (kind === "MANDATE" ? !by.enterpriseNumber : !by.agencyCode)) return false;
    if (!(await this.#isFresh())) return false;
    const { ids } = await this.identity(entrepreneurId);
    const agencies = by.agencyCode ? [by.agencyCode] : null;
    const values = [ids, kind, brusselsDate(new Date()), by.enterpriseNumber ?? null, agencies, by.staffId ?? null];
    return (await this.database.query(holdsRelation, values)).length > 0;
  }

  async #isFresh(): Promise<boolean> {
    const [oldest] = await this.database.query<{ asOf: Date | null; never: boolean | null }>(readOldest);
    return oldest?.asOf != null && oldest.never !== true && Date.now() - oldest.asOf.getTime() <= trustedForMilliseconds;
  }

  async #readIdentities(askedIds: readonly string[]): Promise<Identity[]> {
    const rows = await this.database.query<{ askedId: string; canonicalId: string; formerIds: string[] }>(readIdentities, [askedIds]);
    const byId = new Map(rows.map((row) => [row.askedId, { canonicalId: row.canonicalId, ids: [row.canonicalId, ...row.formerIds] }]));
    return askedIds.map((id) => byId.get(id) ?? { canonicalId: id, ids: [id] });
  }
}
