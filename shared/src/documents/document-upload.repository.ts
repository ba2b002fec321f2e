/** Every query on uploads under way, on links to fetch by, and on bytes that are to go. */
import { statement, type Queries } from "../database.js";
import { describedColumns, describedValues, selectDescribed, type DescribedDocument } from "./document.repository.js";

/** An upload whose bytes are awaited. */
export interface UploadRow extends DescribedDocument {
  /** Why the giver acts: the log of the document names it. */
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly expiresAt: Date;
}

/** A link by which a document may be fetched once. */
export interface DocumentLink {
  readonly documentId: string;
  readonly actor: string;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** How long a ticket and a link hold, in minutes. */
const ticketMinutes = 15;
const linkMinutes = 2;

const insert = statement(
  `insert into document_upload (${describedColumns}, purpose, case_reference, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
           clock_timestamp() + interval '${ticketMinutes} minutes')`,
);
const columns = `${selectDescribed("u")}, u.purpose, u.case_reference as "caseReference", u.expires_at as "expiresAt"`;
const readOpen = statement(
  `select ${columns} from document_upload u where u.id = $1 and u.expires_at > clock_timestamp()`,
);
const countOpen = statement(
  "select count(*)::int as open from document_upload where actor = $1 and expires_at > clock_timestamp()",
);
const take = statement(`delete from document_upload u where u.id = $1 returning ${columns}`);
const lease = statement(
  `update document_upload set lease_of = $2, leased_until = clock_timestamp() + interval '5 seconds'
    where id = $1 and (lease_of is null or lease_of = $2 or leased_until < clock_timestamp()) returning 1`,
);
const keepLease = statement(
  `update document_upload set leased_until = clock_timestamp() + interval '5 seconds'
    where id = $1 and lease_of = $2 and leased_until >= clock_timestamp() returning 1`,
);
const release = statement(
  "update document_upload set lease_of = null, leased_until = null where id = $1 and lease_of = $2",
);
const insertLink = statement(
  `insert into document_link (token_hash, document_id, actor, purpose, case_reference, expires_at)
   values ($1, $2, $3, $4, $5, clock_timestamp() + interval '${linkMinutes} minutes') returning expires_at as "expiresAt"`,
);
const takeLink = statement(
  `delete from document_link where token_hash = $1 and actor = $2 and expires_at > clock_timestamp()
   returning document_id as "documentId", actor, purpose, case_reference as "caseReference"`,
);
const dropExpiredUploads = statement(
  `delete from document_upload where id in (
     select id from document_upload where expires_at < clock_timestamp() and (leased_until is null or leased_until < clock_timestamp())
      order by expires_at limit 100 for update skip locked)`,
);
const dropExpiredLinks = statement("delete from document_link where expires_at < clock_timestamp()");
/** A backup that copies bytes holds this alone (`pnpm backup`): what it has written out must still be there when it comes to it. */
const mayRemove = statement("select pg_try_advisory_xact_lock_shared(9081) as free");
const readOrphans = statement(
  `select b.document_id as id from document_bytes b
    where not exists (select from document d where d.id = b.document_id)
      and not exists (select from document_upload u where u.id = b.document_id) order by b.since limit 100 for update of b skip locked`,
);
const leaveBytes = statement("insert into document_bytes (document_id) values ($1) on conflict do nothing");
const forgetBytes = statement("delete from document_bytes where document_id = any($1::uuid[])");

/** Awaits the bytes of a document. */
export async function insertUpload(queries: Queries, row: Omit<UploadRow, "expiresAt">): Promise<void> {
  await queries.query(insert, [...describedValues(row), row.purpose, row.caseReference]);
}

/** An upload that is open; null where there is none, or it has expired. */
export async function openUpload(queries: Queries, id: string): Promise<UploadRow | null> {
  return (await queries.query<UploadRow>(readOpen, [id]))[0] ?? null;
}

/** How many uploads an actor has open. */
export async function countOfOpen(queries: Queries, actor: string): Promise<number> {
  return (await queries.query<{ open: number }>(countOpen, [actor]))[0]?.open ?? 0;
}

/** Ends an upload. Answers what it was; null where another ended it. Its bytes go unless a document is put down in the same transaction. */
export async function takeUpload(queries: Queries, id: string): Promise<UploadRow | null> {
  return (await queries.query<UploadRow>(take, [id]))[0] ?? null;
}

/** Goes on holding an upload for five seconds. False for who no longer holds it, whether or not another does. */
export async function keepUploadLease(queries: Queries, id: string, holder: string): Promise<boolean> {
  return (await queries.query(keepLease, [id, holder])).length > 0;
}

/** Takes an upload for one connection for five seconds. False where another holds it. */
export async function leaseUpload(queries: Queries, id: string, holder: string): Promise<boolean> {
  return (await queries.query(lease, [id, holder])).length > 0;
}

/** Gives an upload free. */
export async function releaseUpload(queries: Queries, id: string, holder: string): Promise<void> {
  await queries.query(release, [id, holder]);
}

/** Keeps a link. Answers until when it holds. */
export async function insertDocumentLink(queries: Queries, tokenHash: string, link: DocumentLink): Promise<Date> {
  const { documentId, actor, purpose, caseReference } = link;
  const values = [tokenHash, documentId, actor, purpose, caseReference];
  const [row] = await queries.query<{ expiresAt: Date }>(insertLink, values);
  if (!row) throw new Error("a link was not kept");
  return row.expiresAt;
}

/** Uses a link up; null where it is not this actor's, was used, or has expired. */
export async function takeDocumentLink(
  queries: Queries,
  tokenHash: string,
  actor: string,
): Promise<DocumentLink | null> {
  return (await queries.query<DocumentLink>(takeLink, [tokenHash, actor]))[0] ?? null;
}

/** Drops what has expired; an upload that a connection holds goes once that lets go. */
export async function dropExpired(queries: Queries): Promise<void> {
  await queries.query(dropExpiredUploads);
  await queries.query(dropExpiredLinks);
}

/** In a transaction: whether bytes may be removed until it ends. False while a backup copies them. */
export async function mayRemoveBytes(queries: Queries): Promise<boolean> {
  return (await queries.query<{ free: boolean }>(mayRemove))[0]?.free ?? false;
}

/** Ids of bytes that belong to no document and to no upload; held until the transaction ends, so that whoever brings such bytes back waits. */
export async function orphanedBytes(queries: Queries): Promise<string[]> {
  return (await queries.query<{ id: string }>(readOrphans)).map(({ id }) => id);
}

/** Leaves word that bytes may be there: they go in a sweep that finds neither a document nor an upload of them. */
export async function leaveDocumentBytes(queries: Queries, id: string): Promise<void> {
  await queries.query(leaveBytes, [id]);
}

/** Notes that bytes are gone. */
export async function forgetOrphans(queries: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await queries.query(forgetBytes, [ids]);
}
