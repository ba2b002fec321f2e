/**
 * One connection at a time writes an upload, over all copies of a subgraph: a lease in the upload's row, renewed while bytes come, and over five
 * seconds after its process is gone. Who comes back after a broken connection asks the one that hangs in this process to let go.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Lock, Locker, RequestRelease } from "@tus/utils";
import type { Queries } from "../database.js";
import { DomainError } from "../errors.js";
import { leaseUpload, openUpload, releaseUpload } from "./document-upload.repository.js";
import { documentErrors } from "./document.errors.js";

/** How often a lease is renewed, how often one that is held is asked for, and for how long; milliseconds. */
const renewEvery = 1_500;
const askEvery = 100;
const askFor = 7_000;

/** Makes locks on uploads. */
export class UploadLocker implements Locker {
  /** How to ask the holder in this process to let go, by upload. */
  readonly #holders = new Map<string, RequestRelease>();

  constructor(private readonly queries: Queries) {}

  newLock(id: string): Lock {
    const holder = randomUUID();
    let renewing: NodeJS.Timeout | undefined;
    return {
      lock: async (signal, release) => {
        await this.#take(id, holder, signal);
        this.#holders.set(id, release);
        // A lease that cannot be renewed ends by itself: then another may write, from where this one stood.
        renewing = setInterval(() => void leaseUpload(this.queries, id, holder).catch(() => undefined), renewEvery);
        renewing.unref();
      },
      unlock: async () => {
        clearInterval(renewing);
        this.#holders.delete(id);
        await releaseUpload(this.queries, id, holder);
      },
    };
  }

  async #take(id: string, holder: string, signal: AbortSignal): Promise<void> {
    const end = Date.now() + askFor;
    while (!(await leaseUpload(this.queries, id, holder))) {
      if (!(await openUpload(this.queries, id))) throw new DomainError(documentErrors.DOCUMENT_UPLOAD_GONE);
      if (signal.aborted || Date.now() > end) throw new DomainError(documentErrors.DOCUMENT_UPLOAD_BUSY);
      await this.#holders.get(id)?.();
      await pause(askEvery);
    }
  }
}
