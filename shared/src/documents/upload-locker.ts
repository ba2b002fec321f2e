/**
 * One connection at a time writes an upload, over all copies of a subgraph: a lease in the upload's row, renewed while bytes come, and over five
 * seconds after its process is gone. Who comes back after a broken connection asks the one that hangs in this process to let go.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Lock, Locker, RequestRelease } from "@tus/utils";
import type { Queries } from "../database.js";
import { DomainError } from "../errors.js";
import { keepUploadLease, leaseUpload, openUpload, releaseUpload } from "./document-upload.repository.js";
import { documentErrors } from "./document.errors.js";

/** How often a lease is renewed, how often one that is held is asked for, and for how long; milliseconds. */
const renewEvery = 1_500;
const askEvery = 100;
const askFor = 7_000;

/** A lock that can say whether it still holds: a process that stood still for seconds may have lost it. */
export interface Lease extends Lock {
  readonly isHeld: () => Promise<boolean>;
}

/** Makes locks on uploads. */
export class UploadLocker implements Locker {
  /** How to ask the holder in this process to let go, by upload. */
  readonly #holders = new Map<string, RequestRelease>();

  constructor(private readonly queries: Queries) {}

  /** @param isPatient whether it waits for whoever holds the upload, and does not ask to be let in */
  newLock(id: string, isPatient = false): Lease {
    const holder = randomUUID();
    let renewing: NodeJS.Timeout | undefined;
    let asked: RequestRelease | undefined;
    return {
      lock: async (signal, release) => {
        await this.#take(id, holder, { signal, isPatient });
        asked = release;
        this.#holders.set(id, release);
        // A lease that cannot be renewed ends by itself: then another may write, from where this one stood.
        renewing = setInterval(() => void keepUploadLease(this.queries, id, holder).catch(() => undefined), renewEvery);
        renewing.unref();
      },
      unlock: async () => {
        clearInterval(renewing);
        if (this.#holders.get(id) === asked) this.#holders.delete(id);
        await releaseUpload(this.queries, id, holder);
      },
      isHeld: () => keepUploadLease(this.queries, id, holder),
    };
  }

  /**
   * Runs work while nobody else writes or ends an upload.
   * @param lease from `newLock`, not yet held
   * @throws DomainError DOCUMENT_UPLOAD_GONE, DOCUMENT_UPLOAD_BUSY; those of the work
   */
  async holding<Result>(lease: Lease, work: () => Promise<Result>): Promise<Result> {
    // It does not let go when asked: what it does is soon done.
    await lease.lock(new AbortController().signal, () => undefined);
    try {
      return await work();
    } finally {
      await lease.unlock();
    }
  }

  async #take(
    id: string,
    holder: string,
    { signal, isPatient }: { readonly signal: AbortSignal; readonly isPatient: boolean },
  ): Promise<void> {
    const end = Date.now() + askFor;
    while (!(await leaseUpload(this.queries, id, holder))) {
      if (!(await openUpload(this.queries, id))) throw new DomainError(documentErrors.DOCUMENT_UPLOAD_GONE);
      if (signal.aborted || Date.now() > end) throw new DomainError(documentErrors.DOCUMENT_UPLOAD_BUSY);
      if (!isPatient) await this.#holders.get(id)?.();
      await pause(askEvery);
    }
  }
}
