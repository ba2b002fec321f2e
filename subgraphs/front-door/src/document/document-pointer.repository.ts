import { byPlace, inOrder, placed, type Keys } from "@parcours/shared/batching";
import { statement, type Queries, type Statement } from "@parcours/shared/database";
import type { PageRequest } from "@parcours/shared/paging";

/** A document as the directory reads it. */
export interface DocumentPointerRow {
  readonly id: string;
  readonly typeCode: string;
  readonly category: string;
  readonly agencyCode: string;
  /** Every agency it was given to, the one that keeps it first. */
  readonly providedToCodes: readonly string[];
  /** The person who holds it, or whom an enterprise's names. */
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  readonly version: number;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly supersededById: string | null;
  readonly receivedAt: Date;
}

/** What a reader may see of documents: what the access matrix and the pointers' own readers both allow. */
export interface DocumentView {
  readonly codes: readonly string[];
  readonly everywhere: readonly string[];
  readonly atOwnAgency: readonly string[];
  readonly ownAgencies: readonly string[];
}

/** Which documents are asked for. */
export interface DocumentFilter {
  readonly types: readonly string[] | null;
  /** Only what holds on this day, `YYYY-MM-DD`. */
  readonly validOn: string | null;
}

const upsert = statement(
  `insert into document_pointer (producer, generation, document_id, type, category, agency_code, provided_to, person, holder_enterprise,
     project_id, sha256, media_type, size, version, valid_from, valid_until, superseded_by, received_at, readers)
   select $1, $2, r.key, d->>'type', r.body->>'category', r.body->>'agencyCode', array(select jsonb_array_elements_text(d->'providedTo')),
     coalesce(r.body->'holder'->>'entrepreneurId', r.body->'other'->>'entrepreneurId')::uuid, r.body->'holder'->>'enterpriseNumber',
     (d->>'projectId')::uuid, d->>'sha256', d->>'mediaType', (d->>'size')::integer, (d->>'version')::integer, (d->>'validFrom')::date,
     (d->>'validUntil')::date, (d->>'supersededBy')::uuid, (d->>'receivedAt')::timestamptz,
     array(select jsonb_array_elements_text(r.body->'readers'))
     from jsonb_to_recordset($3::jsonb) as r(key uuid, body jsonb) cross join lateral (select r.body->'document') b(d)
   on conflict (document_id) do update set generation = excluded.generation, type = excluded.type, category = excluded.category,
     agency_code = excluded.agency_code, provided_to = excluded.provided_to, person = excluded.person,
     holder_enterprise = excluded.holder_enterprise, project_id = excluded.project_id, sha256 = excluded.sha256,
     media_type = excluded.media_type, size = excluded.size, version = excluded.version, valid_from = excluded.valid_from,
     valid_until = excluded.valid_until, superseded_by = excluded.superseded_by, received_at = excluded.received_at,
     readers = excluded.readers
   where document_pointer.producer = excluded.producer`,
);
const remove = statement("delete from document_pointer where producer = $1 and document_id = any($2::uuid[])");
const sweep = statement("delete from document_pointer where producer = $1 and generation < $2");

const columns = `p.document_id as id, p.type as "typeCode", p.category, p.agency_code as "agencyCode", p.provided_to as "providedToCodes",
   p.person as "entrepreneurId", p.holder_enterprise as "enterpriseNumber", p.project_id as "projectId", p.sha256,
   p.media_type as "mediaType", p.size, p.version, p.valid_from as "validFrom", p.valid_until as "validUntil",
   p.superseded_by as "supersededById", p.received_at as "receivedAt"`;
const visible = `p.readers && $3::text[]
   and (p.category = any($4::text[]) or (p.category = any($5::text[]) and p.provided_to && $6::text[]))`;
const wanted = `($7::text[] is null or p.type = any($7))
   and ($8::date is null or (p.superseded_by is null and p.valid_from <= $8 and (p.valid_until is null or p.valid_until >= $8)))
   and ($9::timestamptz is null or (p.received_at, p.document_id) < ($9, $10::uuid))`;

/** Documents by a key of their holder; the index gives each holder's in order. */
const readBy = (column: string, type: string): Statement =>
  statement(
    `select asked.place as holder, found.* from unnest($1::int[], $2::${type}[]) as asked(place, id) cross join lateral (
       select ${columns} from document_pointer p where p.${column} = asked.id and ${visible} and ${wanted}
        order by p.received_at desc, p.document_id desc limit $11) found`,
  );
const readByPersons = readBy("person", "uuid");
const readByEnterprises = readBy("holder_enterprise", "text");
const readByIds = statement(`select ${columns} from document_pointer p where p.document_id = any($1::uuid[])`);

/** Stores pointers to documents as they come in a feed. */
export async function upsertDocuments(
  queries: Queries,
  { producer, generation }: { readonly producer: string; readonly generation: number },
  rows: readonly object[],
): Promise<void> {
  await queries.query(upsert, [producer, generation, JSON.stringify(rows)]);
}

/** Forgets documents of a producer. */
export async function removeDocuments(queries: Queries, producer: string, ids: readonly string[]): Promise<void> {
  await queries.query(remove, [producer, ids]);
}

/** Forgets what an older generation of a producer's feed told. */
export async function sweepDocuments(queries: Queries, producer: string, generation: number): Promise<void> {
  await queries.query(sweep, [producer, generation]);
}

/** The newest visible documents of each holder, in order, newest first: of persons by all their ids, or of enterprises by number. */
export async function documentsOf(
  queries: Queries,
  kind: "person" | "enterprise",
  holders: readonly Keys[],
  view: DocumentView,
  asked: DocumentFilter & { readonly page: PageRequest },
): Promise<DocumentPointerRow[][]> {
  const { types, validOn, page } = asked;
  const seen = [view.codes, view.everywhere, view.atOwnAgency, view.ownAgencies];
  const place = [page.after?.at ?? null, page.after?.id ?? null, page.first + 1];
  const select = kind === "person" ? readByPersons : readByEnterprises;
  const values = [...placed(holders), ...seen, types, validOn, ...place];
  const rows = await queries.query<DocumentPointerRow & { readonly holder: number }>(select, values);
  return byPlace<DocumentPointerRow>(holders.length, rows);
}

/** One document per id, in order; null where the directory knows none. */
export async function documentsByIds(queries: Queries, ids: readonly string[]): Promise<(DocumentPointerRow | null)[]> {
  return inOrder(ids, await queries.query<DocumentPointerRow>(readByIds, [ids]), ({ id }) => id);
}
