/** Every query on documents that agencies were given. */
import { statement, type Queries } from "../database.js";
import {
  areOneSeries,
  countsFor,
  linkBetween,
  type DocumentScope,
  type LinkedScope,
  type ProjectLink,
} from "./document.rules.js";

/** What a document and an upload of one have in common. */
export interface DescribedDocument extends DocumentScope {
  /** UUIDv4; the upload's is the document's. */
  readonly id: string;
  /** Whom it is of; null where an enterprise holds it and the person was erased. */
  readonly entrepreneurId: string | null;
  /** The agency that receives it, under the name it had then (R68). */
  readonly agencyCode: string;
  /** Code of `documentTypes`. */
  readonly type: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Code of the form with which it came, if with one. */
  readonly form: string | null;
  readonly dossierId: string | null;
  /** Whether it is of a restricted dossier: then no pointer leaves its owner. */
  readonly isRestricted: boolean;
  /** The official who gave it, at `agencyCode`. */
  readonly staffId: string | null;
  /** Who gave it, as `actorOf` says it. */
  readonly actor: string;
  readonly source: string;
}

/** A document. */
export interface DocumentRow extends DescribedDocument, LinkedScope {
  /** Every agency it was given to, the one that keeps it first. */
  readonly providedTo: readonly string[];
  readonly version: number;
  /** The version that replaces it today. */
  readonly supersededBy: string | null;
  /** The version that replaced it: for as long as the link counts through which it did, if through one. */
  readonly replacedBy: string | null;
  readonly replacedThrough: ProjectLink | null;
  readonly receivedAt: Date;
}

const described = (row: string): string =>
  `${row}.id, ${row}.entrepreneur_id as "entrepreneurId", ${row}.enterprise_number as "enterpriseNumber", ${row}.project_id as "projectId",
   ${row}.agency_code as "agencyCode", ${row}.type, ${row}.media_type as "mediaType", ${row}.size, ${row}.sha256, ${row}.valid_from as "validFrom",
   ${row}.valid_until as "validUntil", ${row}.form, ${row}.dossier_id as "dossierId", ${row}.restricted as "isRestricted",
   ${row}.staff_id as "staffId", ${row}.actor, ${row}.source`;
/** The columns of a description, in the order of `describedValues`. */
export const describedColumns = `id, entrepreneur_id, enterprise_number, project_id, agency_code, type, media_type, size, sha256, valid_from,
   valid_until, form, dossier_id, restricted, staff_id, actor, source`;
/** The select list of a description. */
export const selectDescribed = described;

/** The enterprise that the project of a document became, where the project is the person's own and the link counts. */
const projectEnterprise = `case when d.project_id is not null and d.entrepreneur_id is not null
     then enterprise_of_project(d.project_id, d.entrepreneur_id) end`;
/** What was replaced through a link is replaced while that counts, and while nobody can say. */
const isReplaced = `(d.superseded_by is not null and (d.superseded_project is null
     or may_still_link(d.superseded_project, d.superseded_enterprise)))`;
const columns = `${described("d")}, ${projectEnterprise} as "projectEnterprise", d.provided_to as "providedTo", d.version,
   case when ${isReplaced} then d.superseded_by end as "supersededBy", d.superseded_by as "replacedBy",
   case when d.superseded_project is not null
     then json_build_object('projectId', d.superseded_project, 'enterpriseNumber', d.superseded_enterprise) end as "replacedThrough",
   d.received_at as "receivedAt"`;

/** Documents of an enterprise, and of the projects that became it. */
const ofEnterprise = `(d.enterprise_number = $1 or (d.enterprise_number is null
     and d.project_id = any(array(select p.project_id from policy_relation p where p.enterprise_number = $1 and p.kind = 'PROJECT'))
     and ${projectEnterprise} = $1))`;
/** Those, and those of a person that no enterprise holds; under every id of the person. */
const ofHolder = `(${ofEnterprise} or (d.enterprise_number is null and d.entrepreneur_id = any($2::uuid[])))`;

const readByIds = statement(`select ${columns} from document d where d.id = any($1::uuid[])`);
const readNewest = statement(
  `select ${columns} from document d where d.entrepreneur_id = any($1::uuid[]) order by d.received_at desc, d.id desc limit $2`,
);
const readNewestOfEnterprise = statement(
  `select ${columns} from document d where ${ofEnterprise} order by d.received_at desc, d.id desc limit $2`,
);
const readOfType = statement(
  `select ${columns} from document d
    where ${ofHolder} and d.type = $3 and d.restricted = $4 and not ${isReplaced} order by d.received_at desc, d.id desc limit $5`,
);
const countGiven = statement(
  `select count(*)::int as given from document d where ${ofHolder} and d.type = $3 and d.restricted = $4 and d.actor = $5`,
);
const lockVersions = statement("select pg_advisory_xact_lock(hashtextextended($1, 9030))");
const readVersions = statement(
  `select ${columns} from document d
    where ${ofHolder} and d.type = $3 and d.restricted = $4 and d.agency_code = $5 order by d.version desc, d.id limit $6`,
);
const insert = statement(
  `insert into document (${describedColumns}, provided_to, version, received_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, array[$5], $18, clock_timestamp())`,
);
const supersede = statement(
  `update document set superseded_by = $2, superseded_at = clock_timestamp(), superseded_project = $3, superseded_enterprise = $4
    where id = $1`,
);
const keepBytes = statement("delete from document_bytes where document_id = $1");
const giveTo = statement(
  `update document d set provided_to = array_append(d.provided_to, $2) where d.id = $1 and not d.provided_to @> array[$2]
   returning ${columns}`,
);

/** The most that one question reads of a holder: far above what a person gives. */
const mostRows = 500;

/** The values of a description, in the order of `describedColumns`. */
export function describedValues(row: DescribedDocument): unknown[] {
  const { id, entrepreneurId, enterpriseNumber, projectId, agencyCode, type, mediaType, size, sha256 } = row;
  const { validFrom, validUntil, form, dossierId, isRestricted, staffId, actor, source } = row;
  const whose = [id, entrepreneurId, enterpriseNumber, projectId, agencyCode];
  return [
    ...whose,
    type,
    mediaType,
    size,
    sha256,
    validFrom,
    validUntil,
    form,
    dossierId,
    isRestricted,
    staffId,
    actor,
    source,
  ];
}

/** A document by its id; null where there is none. */
export async function documentById(queries: Queries, id: string): Promise<DocumentRow | null> {
  return (await queries.query<DocumentRow>(readByIds, [[id]]))[0] ?? null;
}

/** Documents by their ids; those that are gone are left out. */
export async function documentsByIds(queries: Queries, ids: readonly string[]): Promise<DocumentRow[]> {
  return queries.query<DocumentRow>(readByIds, [ids]);
}

/** What a person gave or is named in, newest first, under every id. */
export async function documentsOfPerson(queries: Queries, ids: readonly string[]): Promise<DocumentRow[]> {
  return queries.query<DocumentRow>(readNewest, [ids, mostRows]);
}

/** What an enterprise holds, and what was given for the projects that became it; newest first. */
export async function documentsOfEnterprise(queries: Queries, number: string): Promise<DocumentRow[]> {
  return queries.query<DocumentRow>(readNewestOfEnterprise, [number, mostRows]);
}

/** Of whom, and of what type: all that may stand for one document, by `isForTheSame`. */
export interface DocumentsAsked extends LinkedScope {
  /** All ids of the person. */
  readonly ids: readonly string[];
  readonly type: string;
  readonly isRestricted: boolean;
}

/** Versions of a type that none has replaced, newest first: one for each agency and project at the most. */
export async function presentVersions(queries: Queries, asked: DocumentsAsked): Promise<DocumentRow[]> {
  return queries.query<DocumentRow>(readOfType, [...holderOf(asked), asked.type, asked.isRestricted, mostRows]);
}

/** As whose documents count: the enterprise's, and where none holds it the person's. */
function holderOf(asked: Pick<DocumentsAsked, keyof LinkedScope | "ids">): [string | null, readonly string[]] {
  return [countsFor(asked), asked.enterpriseNumber === null ? asked.ids : []];
}

/** How many versions of a type one actor has given. */
export async function countOfGiven(queries: Queries, asked: DocumentsAsked, actor: string): Promise<number> {
  const [row] = await queries.query<{ given: number }>(countGiven, [
    ...holderOf(asked),
    asked.type,
    asked.isRestricted,
    actor,
  ]);
  return row?.given ?? 0;
}

/**
 * Puts a document down as the next version of its type at its agency; those that it replaces are superseded and stay until their retention.
 * What was given for a project, and for the enterprise that the project became, is one series (R53). In a transaction. Answers the ids of the
 * versions it replaced.
 * @param next with all ids of its person
 */
export async function insertDocument(
  queries: Queries,
  next: DescribedDocument & LinkedScope & { readonly ids: readonly string[] },
): Promise<string[]> {
  const { id, type, isRestricted, agencyCode } = next;
  const holder = countsFor(next) ?? next.ids[0] ?? "";
  await queries.query(lockVersions, [[agencyCode, type, holder, String(isRestricted)].join(" ")]);
  const asked = [...holderOf(next), type, isRestricted, agencyCode, mostRows];
  const held = await queries.query<DocumentRow>(readVersions, asked);
  const series = held.filter((row) => areOneSeries(row, next));
  await queries.query(insert, [...describedValues(next), (series[0]?.version ?? 0) + 1]);
  // The upload's row went just now, and left word that these bytes belong to nothing.
  await queries.query(keepBytes, [id]);
  const replaced = series.filter((row) => row.supersededBy === null || isReplacedForGood(row, next));
  for (const former of replaced) {
    const link = linkBetween(former, next);
    await queries.query(supersede, [former.id, id, link?.projectId ?? null, link?.enterpriseNumber ?? null]);
  }
  return replaced.map((row) => row.id);
}

/** Replaced through a link until now, and by this version of the very same holder whatever becomes of the link. */
function isReplacedForGood(row: DocumentRow, next: LinkedScope): boolean {
  return row.replacedThrough !== null && linkBetween(row, next) === null;
}

/**
 * Notes that a document was given to a further agency: from now on it reads it as its own. Answers the document as it now is, held until the
 * transaction ends; null where the agency has it already, or the document is gone.
 */
export async function giveDocumentTo(queries: Queries, id: string, agencyCode: string): Promise<DocumentRow | null> {
  return (await queries.query<DocumentRow>(giveTo, [id, agencyCode]))[0] ?? null;
}
