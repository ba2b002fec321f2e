/** Sweeps: uploads and links that have expired go, and so do bytes whose row is gone, by erasure, retention or refusal. */
import { readdir, stat } from "node:fs/promises";
import type { Database } from "../database.js";
import { isUuid } from "../ids.js";
import { dropExpired, forgetOrphans, mayRemoveBytes, openUpload, orphanedBytes } from "./document-upload.repository.js";
import type { DocumentKeeping } from "./documents-scope.js";
import { removeWaiting, waitingFile } from "./waiting-bytes.js";

/** How often it sweeps, and how old a waiting file without upload may be; milliseconds. */
const sweepsEvery = 60_000;
const strayAfter = 3_600_000;

/** Sweeps for one process; several may sweep at once. */
export class DocumentSweeper {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Pick<Database, "query" | "transaction">,
    private readonly keeping: Pick<DocumentKeeping, "store" | "uploads">,
  ) {}

  /** Sweeps every minute. `failed` is told of a round that could not be finished; the next does it. */
  start(failed: (error: unknown) => void): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.sweep().catch(failed);
    }, sweepsEvery);
    this.#timer.unref();
  }

  /** Sweeps no more, and waits for the round under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** One round. Errors: those of database and store; what went until then is gone for good. */
  async sweep(): Promise<void> {
    await dropExpired(this.database);
    await this.#removeOrphans();
    await this.#removeStray();
  }

  /** In one transaction: what a restore or another demonstration brings back meanwhile waits for it, and is not removed behind its back. */
  async #removeOrphans(): Promise<void> {
    const { store, uploads } = this.keeping;
    await this.database.transaction(async (queries) => {
      if (!(await mayRemoveBytes(queries))) return;
      const ids = await orphanedBytes(queries);
      await Promise.all(ids.map(async (id) => Promise.all([store.remove(id), removeWaiting(uploads, id)])));
      await forgetOrphans(queries, ids);
    });
  }

  /** What another copy finished stays in this one's folder; so does what a restored database knows nothing of. */
  async #removeStray(): Promise<void> {
    const { uploads } = this.keeping;
    const names = await readdir(uploads).catch(() => []);
    for (const name of names.filter(isUuid)) {
      const found = await stat(waitingFile(uploads, name)).catch(() => null);
      const isOld = found !== null && Date.now() - found.mtimeMs > strayAfter;
      if (isOld && !(await openUpload(this.database, name))) await removeWaiting(uploads, name);
    }
  }
}
