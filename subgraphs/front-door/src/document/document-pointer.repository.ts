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
  /** The enterprise that holds it. */
  readonly holderEnterprise: string | null;
  /** The enterprise that the project of the person became, where that counts. */
  readonly projectEnterprise: string | null;
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
     project_id, sha256, media_type, size, version, valid_from, valid_until, superseded_by, superseded_project, superseded_enterprise, received_at,
     readers)
   select $1, $2, r.key, d->>'type', r.body->>'category', r.body->>'agencyCode', array(select jsonb_array_elements_text(d->'providedTo')),
     coalesce(r.body->'holder'->>'entrepreneurId', r.body->'other'->>'entrepreneurId')::uuid, r.body->'holder'->>'enterpriseNumber',
     (d->>'projectId')::uuid, d->>'sha256', d->>'mediaType', (d->>'size')::integer, (d->>'version')::integer, (d->>'validFrom')::date,
     (d->>'validUntil')::date, (d->>'supersededBy')::uuid, (d->'supersededThrough'->>'projectId')::uuid, d->'supersededThrough'->>'enterpriseNumber', (d->>'receivedAt')::timestamptz,
     array(select jsonb_array_elements_text(r.body->'readers'))
     from jsonb_to_recordset($3::jsonb) as r(key uuid, body jsonb) cross join lateral (select r.body->'document') b(d)
   on conflict (document_id) do update set generation = excluded.generation, type = excluded.type, category = excluded.category,
     agency_code = excluded.agency_code, provided_to = excluded.provided_to, person = excluded.person,
     holder_enterprise = excluded.holder_enterprise, project_id = excluded.project_id, sha256 = excluded.sha256,
     media_type = excluded.media_type, size = excluded.size, version = excluded.version, valid_from = excluded.valid_from,
     valid_until = excluded.valid_until, superseded_by = excluded.superseded_by,
     superseded_project = excluded.superseded_project, superseded_enterprise = excluded.superseded_enterprise, received_at = excluded.received_at,
     readers = excluded.readers
   where document_pointer.producer = excluded.producer`,
);
const remove = statement("delete from document_pointer where producer = $1 and document_id = any($2::uuid[])");
const sweep = statement("delete from document_pointer where producer = $1 and generation < $2");

/** The enterprise that the project of a document became, where the project is the person's own and the link counts. */
const projectEnterprise = `case when p.project_id is not null and p.person is not null then enterprise_of_project(p.project_id, p.person) end`;
/** What was replaced through a link is replaced while that counts, and while nobody can say. */
const isReplaced = `(p.superseded_by is not null and (p.superseded_project is null
   or may_still_link(p.superseded_project, p.superseded_enterprise)))`;
const columns = `p.document_id as id, p.type as "typeCode", p.category, p.agency_code as "agencyCode", p.provided_to as "providedToCodes",
   p.person as "entrepreneurId", p.holder_enterprise as "holderEnterprise", ${projectEnterprise} as "projectEnterprise", p.project_id as "projectId", p.sha256,
   p.media_type as "mediaType", p.size, p.version, p.valid_from as "validFrom", p.valid_until as "validUntil",
   case when ${isReplaced} then p.superseded_by end as "supersededById", p.received_at as "receivedAt"`;
const visible = `p.readers && $3::text[]
   and (p.category = any($4::text[]) or (p.category = any($5::text[]) and p.provided_to && $6::text[]))`;
const wanted = `($7::text[] is null or p.type = any($7))
   and ($8::date is null or (not ${isReplaced} and p.valid_from <= $8 and (p.valid_until is null or p.valid_until >= $8)))
   and ($9::timestamptz is null or (p.received_at, p.document_id) < ($9, $10::uuid))`;

const inOrderOfList = "order by p.received_at desc, p.document_id desc limit $11";
const seen = `${visible} and ${wanted} ${inOrderOfList}`;

/** Documents of each holder, in order; the index of each part gives them so, and the first of each part are enough for the first of all. */
const readBy = (type: string, parts: readonly string[]): Statement =>
  statement(
    `select asked.place as holder, found.* from unnest($1::int[], $2::${type}[]) as asked(place, id) cross join lateral (
       ${parts.map((part) => `(select ${columns} from ${part} and ${seen})`).join(" union all ")}) found`,
  );
const readByPersons = readBy("uuid", ["document_pointer p where p.person = asked.id"]);
/** Of an enterprise, and of the projects that became it, for which no other enterprise gave them. */
const readByEnterprises = readBy("text", [
  "document_pointer p where p.holder_enterprise = asked.id",
  `policy_relation link join document_pointer p on p.project_id = link.project_id
    where link.enterprise_number = asked.id and link.kind = 'PROJECT' and p.holder_enterprise is null and ${projectEnterprise} = asked.id`,
]);
/** Of a project, by whom: a document that somebody else gave for it is that person's. */
const readByProjects = statement(
  `select asked.place as holder, found.* from unnest($1::int[], $2::uuid[], $12::uuid[]) as asked(place, id, person) cross join lateral (
     select ${columns} from document_pointer p where p.project_id = asked.id and p.person = asked.person and ${seen}) found`,
);
const readPersonsOfProjects = statement(
  `select distinct p.project_id as "projectId", p.person as "entrepreneurId" from document_pointer p
    where p.project_id = any($1::uuid[]) and p.person is not null order by 1, 2 limit 1000`,
);
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

/** Which documents of a list, and the part of it behind a place. */
export type DocumentsAsked = DocumentFilter & { readonly page: PageRequest };

/** The newest visible documents of each holder, in order, newest first: of persons by all their ids, or of enterprises by number. */
export async function documentsOf(
  queries: Queries,
  kind: "person" | "enterprise",
  holders: readonly Keys[],
  view: DocumentView,
  asked: DocumentsAsked,
): Promise<DocumentPointerRow[][]> {
  const select = kind === "person" ? readByPersons : readByEnterprises;
  const values = [...placed(holders), ...valuesOf(view, asked)];
  const rows = await queries.query<DocumentPointerRow & { readonly holder: number }>(select, values);
  return byPlace<DocumentPointerRow>(holders.length, rows);
}

/** A project, and one of those who gave documents for it. */
export interface GivenFor {
  readonly projectId: string;
  readonly entrepreneurId: string;
}

/** The newest visible documents that each person gave for each project, in order, newest first. */
export async function documentsGivenFor(
  queries: Queries,
  given: readonly GivenFor[],
  view: DocumentView,
  asked: DocumentsAsked,
): Promise<DocumentPointerRow[][]> {
  const keys = placed(given.map(({ projectId }) => projectId));
  const values = [...keys, ...valuesOf(view, asked), given.map(({ entrepreneurId }) => entrepreneurId)];
  const rows = await queries.query<DocumentPointerRow & { readonly holder: number }>(readByProjects, values);
  return byPlace<DocumentPointerRow>(given.length, rows);
}

function valuesOf(view: DocumentView, { types, validOn, page }: DocumentsAsked): unknown[] {
  const isSeen = [view.codes, view.everywhere, view.atOwnAgency, view.ownAgencies];
  return [...isSeen, types, validOn, page.after?.at ?? null, page.after?.id ?? null, page.first + 1];
}

/** Who gave documents for some projects: hardly ever more than the one whose project it is. */
export async function personsOfProjects(queries: Queries, projectIds: readonly string[]): Promise<GivenFor[]> {
  return queries.query<GivenFor>(readPersonsOfProjects, [projectIds]);
}

/** One document per id, in order; null where the directory knows none. */
export async function documentsByIds(queries: Queries, ids: readonly string[]): Promise<(DocumentPointerRow | null)[]> {
  return inOrder(ids, await queries.query<DocumentPointerRow>(readByIds, [ids]), ({ id }) => id);
}
