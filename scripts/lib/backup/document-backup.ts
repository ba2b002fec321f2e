/**
 * The bytes of documents, beside a backup of their rows. Rows first, then bytes: whatever was accepted before the rows were written out has its
 * bytes in the store by then; the other way round, what came in between would be rows without bytes. What is deleted meanwhile is
 * not swept until the backup is done. A bucket is not copied: its own versioning keeps it, and a restore looks whether all of it is there.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { withClient } from "@parcours/shared/database-roles";
import type { DocumentStore } from "@parcours/shared/documents/document-store";
import type pg from "pg";
import { CommandFailed } from "../command-failed.js";

/** One subgraph's documents: their rows, as who owns the database, and where their bytes are. */
export interface DocumentsPlace {
  readonly ownerUrl: string;
  readonly store: DocumentStore;
}

/** What was found of documents and bytes. */
export interface DocumentReport {
  /** Documents whose bytes are there, and are what their rows say. */
  readonly whole: number;
  /** Those among them whose bytes were brought from the backup. */
  readonly brought: number;
  /** Of those that are whole. */
  readonly bytes: number;
  /** Ids of documents whose bytes are nowhere, or are others. */
  readonly lost: readonly string[];
}

/** A document's row, as far as it tells of its bytes. */
interface BytesRow {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** How many rows are read at a time. */
const pageSize = 500;

/** Where the bytes of a backup are: a folder beside its file. */
export function documentFolderOf(file: string): string {
  return `${file}.documents`;
}

/** Before anything is written. @throws CommandFailed where there is a folder of that name */
export function refuseExisting(folder: string): void {
  if (existsSync(folder)) throw new CommandFailed(`${folder} exists: a backup never replaces another.`);
}

/** Runs work while no sweep removes bytes: what is deleted meanwhile keeps its bytes until then. */
export async function withoutSweeps<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(9081)");
    return work();
  });
}

/**
 * Copies the bytes of every document, each verified by its SHA-256, to a folder that only its owner reads. After the rows, and without sweeps.
 * An interrupted copy leaves no folder of that name. Errors: those of database, store and disk.
 */
export async function backUpDocuments({ ownerUrl, store }: DocumentsPlace, folder: string): Promise<DocumentReport> {
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const report = await overDocuments(ownerUrl, listWithDeleted, async (row) => {
      const file = fileIn(draft, row.id);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      return (await copied(store, row, file)) ? "WHOLE" : "LOST";
    });
    await rename(draft, folder);
    return report;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Looks whether every row's bytes are in the store, and brings from a backup's folder those that are not. After the rows, while nobody serves.
 * Errors: those of database, store and disk.
 */
export async function restoreDocuments({ ownerUrl, store }: DocumentsPlace, folder: string): Promise<DocumentReport> {
  return overDocuments(ownerUrl, list, async (row) => {
    if (await isWhole(store, row)) return "WHOLE";
    const file = fileIn(folder, row.id);
    if (!existsSync(file) || !isSame(await digestOf(createReadStream(file)), row)) return "LOST";
    await store.put(row.id, file, row);
    return (await isWhole(store, row)) ? "BROUGHT" : "LOST";
  });
}

/** Ids of all documents, before a restore replaces their rows; none where there is no table yet. */
export async function documentIds(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    if (!(await keepsDocuments(client))) return [];
    const { rows } = await client.query<{ id: string }>("select id from document");
    return rows.map(({ id }) => id);
  });
}

/** Leaves word of the bytes of documents that a restore has done away with, so that a sweep removes them. */
export async function leaveWordOfGone(ownerUrl: string, before: readonly string[]): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    if (!(await keepsDocuments(client))) return;
    await client.query(
      `insert into document_bytes (document_id) select gone.id from unnest($1::uuid[]) gone(id)
        where not exists (select from document d where d.id = gone.id) on conflict do nothing`,
      [before],
    );
  });
}

/** A backup from before there were documents has no table of them. */
async function keepsDocuments(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('document') is not null as there");
  return rows[0]?.there ?? false;
}

type Found = "WHOLE" | "BROUGHT" | "LOST";

const list = `select id, sha256, size, media_type as "mediaType" from document where id > $1 order by id limit ${pageSize}`;
/** What was deleted since the rows were written out is among these rows: word of it is left, and what it was is no longer known. */
const listWithDeleted = `select b.id, coalesce(d.sha256, '') as sha256, coalesce(d.size, 0) as size, coalesce(d.media_type, '') as "mediaType"
  from (select id from document union select document_id from document_bytes) b left join document d on d.id = b.id
 where b.id > $1 order by b.id limit ${pageSize}`;

async function overDocuments(
  ownerUrl: string,
  select: string,
  look: (row: BytesRow) => Promise<Found>,
): Promise<DocumentReport> {
  const report = { whole: 0, brought: 0, bytes: 0, lost: [] as string[] };
  await withClient(ownerUrl, async (client) => {
    if (!(await keepsDocuments(client))) return;
    for await (const row of rowsOf(client, select)) {
      const found = await look(row);
      if (row.sha256 === "") continue;
      if (found === "LOST") report.lost.push(row.id);
      else {
        report.whole += 1;
        report.bytes += row.size;
        if (found === "BROUGHT") report.brought += 1;
      }
    }
  });
  return report;
}

async function* rowsOf(client: pg.ClientBase, select: string): AsyncIterable<BytesRow> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await client.query<BytesRow>(select, [after]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.id;
  }
}

/** Answers whether the copy is what the row says; of a deleted row nobody can say, and it is kept as it is. */
async function copied(store: DocumentStore, row: BytesRow, file: string): Promise<boolean> {
  if (!(await store.has(row.id))) return false;
  await pipeline(await store.read(row.id), createWriteStream(file, { mode: 0o600 }));
  await chmod(file, 0o600);
  const isRight = row.sha256 === "" || isSame(await digestOf(createReadStream(file)), row);
  if (!isRight) await rm(file, { force: true });
  return isRight;
}

async function isWhole(store: DocumentStore, row: BytesRow): Promise<boolean> {
  return (await store.has(row.id)) && isSame(await digestOf(await store.read(row.id)), row);
}

async function digestOf(
  bytes: AsyncIterable<Buffer | string>,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += Buffer.byteLength(chunk);
  }
  return { sha256: hash.digest("hex"), size };
}

function isSame(found: { readonly sha256: string; readonly size: number }, row: BytesRow): boolean {
  return found.sha256 === row.sha256 && found.size === row.size;
}

/** As in the store: no folder with a hundred thousand files. */
function fileIn(folder: string, id: string): string {
  return join(folder, id.slice(0, 2), id);
}
