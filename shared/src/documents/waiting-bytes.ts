/**
 * Bytes of uploads while they are not whole: a file each, in a folder that copies of a subgraph may share. What there is to know of an upload
 * stands in its row, and how many bytes have come is how long its file is: so a copy that never saw the upload goes on where another stood.
 */
import { appendFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { ERRORS, Upload } from "@tus/utils";
import type { Queries } from "../database.js";
import { openUpload } from "./document-upload.repository.js";

/** The folder, as the library writes to it. Who holds an upload's lease writes; anybody may ask how far it is. */
export class WaitingBytes extends FileStore {
  constructor(
    private readonly queries: Queries,
    private readonly folder: string,
  ) {
    // The library's own note of an upload would be a second truth, and one that copies write at once.
    super({
      directory: folder,
      configstore: { get: async () => undefined, set: async () => undefined, delete: async () => undefined },
    });
  }

  /** Where an upload stands. Errors: the library's FILE_NOT_FOUND where it is no more; those of database and disk. */
  override async getUpload(id: string): Promise<Upload> {
    const row = await openUpload(this.queries, id);
    if (!row) throw Object.assign(new Error("there is no such upload"), ERRORS.FILE_NOT_FOUND);
    return new Upload({ id, size: row.size, offset: await this.lengthOf(id) });
  }

  /** How many bytes of an upload have come here. */
  async lengthOf(id: string): Promise<number> {
    try {
      return (await stat(waitingFile(this.folder, id))).size;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === "ENOENT") return 0;
      throw error;
    }
  }

  /** Writes what comes from an offset on, and answers up to where. A file that is there is never begun anew. */
  override async write(...[bytes, id, offset]: Parameters<FileStore["write"]>): Promise<number> {
    await appendFile(waitingFile(this.folder, id), "", { mode: 0o600 });
    return super.write(bytes, id, offset);
  }
}

/** Where the bytes of an upload wait. */
export function waitingFile(uploads: string, id: string): string {
  return join(uploads, id);
}

/** Removes the bytes that waited. */
export async function removeWaiting(uploads: string, id: string): Promise<void> {
  await rm(waitingFile(uploads, id), { force: true });
}
