/**
 * Where the bytes of documents are kept: a folder, or a bucket of any store that speaks S3, behind one library (flydrive). Bytes go in whole
 * and verified, under the document's id; nothing that a user says is part of a path.
 */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

/** Where documents are kept, as a setting says it. */
export type StorePlace =
  | { readonly kind: "FOLDER"; readonly folder: string }
  | {
      readonly kind: "BUCKET";
      readonly bucket: string;
      /** What keys begin with; empty, or ending with a slash. */
      readonly prefix: string;
      readonly endpoint: string | undefined;
      readonly region: string | undefined;
    };

/** Bytes by document id. */
export interface DocumentStore {
  /** Puts a whole file in; the same id again replaces it. Errors: those of the store. */
  put(id: string, file: string, facts: { readonly size: number; readonly mediaType: string }): Promise<void>;
  /** The same for what is in memory. */
  putBytes(id: string, bytes: Buffer, mediaType: string): Promise<void>;
  /** The bytes, as they come. Errors: those of the store, on the stream too. */
  read(id: string): Promise<Readable>;
  /** Whether there are any. Errors: those of the store. */
  has(id: string): Promise<boolean>;
  /** Removes them; content where there are none. */
  remove(id: string): Promise<void>;
}

/**
 * Reads the setting: a folder, or `s3://bucket/prefix?endpoint=https://…&region=…`, with the credentials of the usual AWS variables.
 * @throws Error that says what is expected
 */
export function asStorePlace(text: string): StorePlace {
  if (!text.startsWith("s3:")) return { kind: "FOLDER", folder: text };
  const url = URL.canParse(text) ? new URL(text) : null;
  const unknown = [...(url?.searchParams.keys() ?? [])].filter((key) => !["endpoint", "region"].includes(key));
  const isPlain = url && url.username === "" && url.password === "" && unknown.length === 0;
  const endpoint = url?.searchParams.get("endpoint") ?? undefined;
  const isReachable =
    endpoint === undefined || (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol));
  if (!isPlain || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname) || !isReachable)
    throw new Error("expected a folder, or s3://bucket/prefix?endpoint=https://…&region=…");
  const path = url.pathname.replace(/^\/+|\/+$/g, "");
  const region = url.searchParams.get("region") ?? undefined;
  return { kind: "BUCKET", bucket: url.hostname, prefix: path === "" ? "" : `${path}/`, endpoint, region };
}

/** The setting as it stands, once it can be read. @throws Error that says what is expected */
export function asStoreSetting(text: string): string {
  asStorePlace(text);
  return text;
}

/** Opens a store. Nothing is asked of it yet. */
export async function openDocumentStore(place: StorePlace): Promise<DocumentStore> {
  const prefix = place.kind === "BUCKET" ? place.prefix : "";
  const disk = place.kind === "BUCKET" ? await bucketOf(place) : folderOf(place.folder);
  // Two levels of folders, for a folder with a hundred thousand files is slow to list.
  const keyOf = (id: string): string => `${prefix}${id.slice(0, 2)}/${id}`;
  return {
    put: (id, file, { size, mediaType }) =>
      disk.putStream(keyOf(id), createReadStream(file), { contentLength: size, contentType: mediaType }),
    putBytes: (id, bytes, mediaType) =>
      disk.put(keyOf(id), bytes, { contentLength: bytes.length, contentType: mediaType }),
    read: (id) => disk.getStream(keyOf(id)),
    has: (id) => disk.exists(keyOf(id)),
    remove: (id) => disk.delete(keyOf(id)),
  };
}

function folderOf(location: string): Disk {
  return new Disk(new FSDriver({ location, visibility: "private" }));
}

/** The client of S3 is large: only who uses it loads it. */
async function bucketOf({ bucket, endpoint, region }: StorePlace & { readonly kind: "BUCKET" }): Promise<Disk> {
  const [{ S3Client }, { S3Driver }] = await Promise.all([import("@aws-sdk/client-s3"), import("flydrive/drivers/s3")]);
  const client = new S3Client({
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(region !== undefined && { region }),
    // Stores other than Amazon's refuse the checksums that the library would add by itself; the SHA-256 is ours to verify.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return new Disk(new S3Driver({ client, bucket, visibility: "private", supportsACL: false }));
}
