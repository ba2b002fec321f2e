import { statement, type Queries } from "@parcours/shared/database";
import type { FeedTarget } from "@parcours/shared/feed/feed-consumer";
import { removeDocuments, sweepDocuments, upsertDocuments } from "../document/document-pointer.repository.js";

const remove = statement(`delete from pointer where producer = $1 and entry_id = any($2::uuid[])`);
const upsert = statement(
  `insert into pointer (producer, generation, entry_id, type, kind, category, agency_code, holder_person, holder_enterprise,
     other_person, other_enterprise, occurred_at, since, until, readers, known_to)
   select $1, $2, r.key, r.body->>'type', r.body->>'kind', r.body->>'category', r.body->>'agencyCode',
     (r.body->'holder'->>'entrepreneurId')::uuid, r.body->'holder'->>'enterpriseNumber',
     (r.body->'other'->>'entrepreneurId')::uuid, r.body->'other'->>'enterpriseNumber',
     (r.body->>'occurredAt')::timestamptz, (r.body->>'since')::date, (r.body->>'until')::date,
     array(select jsonb_array_elements_text(r.body->'readers')), array(select jsonb_array_elements_text(r.body->'knownTo'))
     from jsonb_to_recordset($3::jsonb) as r(key uuid, body jsonb)
   on conflict (entry_id) do update set producer = excluded.producer, generation = excluded.generation, type = excluded.type,
     kind = excluded.kind, category = excluded.category, agency_code = excluded.agency_code, holder_person = excluded.holder_person,
     holder_enterprise = excluded.holder_enterprise, other_person = excluded.other_person,
     other_enterprise = excluded.other_enterprise, occurred_at = excluded.occurred_at, since = excluded.since,
     until = excluded.until, readers = excluded.readers, known_to = excluded.known_to
   where pointer.producer = excluded.producer`,
);
const sweep = statement("delete from pointer where producer = $1 and generation < $2");

/** Stores the pointers of every subgraph, those to entries and those to documents. An entry is its producer's: another that names the same id changes nothing. */
export const pointerTarget: FeedTarget = {
  topic: "POINTER",
  async apply(queries, rows, { producer, generation }) {
    const live = rows.filter(({ body }) => body !== null);
    const gone = rows.filter(({ body }) => body === null).map(({ key }) => key);
    const documents = live.filter(({ body }) => body !== null && "document" in body);
    const entries = live.filter((row) => !documents.includes(row));
    if (gone.length > 0) await forget(queries, producer, gone);
    if (entries.length > 0) await queries.query(upsert, [producer, generation, JSON.stringify(entries)]);
    if (documents.length > 0) await upsertDocuments(queries, { producer, generation }, documents);
  },
  async sweep(queries, { producer, generation }) {
    await queries.query(sweep, [producer, generation]);
    await sweepDocuments(queries, producer, generation);
  },
};

/** A tombstone does not say of what: the key is in one table or the other. */
async function forget(queries: Queries, producer: string, gone: readonly string[]): Promise<void> {
  await queries.query(remove, [producer, gone]);
  await removeDocuments(queries, producer, gone);
}
