import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./command-failed.js";
import { identityOf, isRunning, type ProcessIdentity } from "./process-identity.js";

/** A lock file held by a running process; a lock whose holder has died is nobody's. */
export interface ProcessLock {
  release(): void;
}

/** Who holds a lock. */
export interface LockHolder extends ProcessIdentity {
  readonly note: string;
}

/**
 * Takes a lock file, or says who holds it.
 * @param note what the holder wants others to read, for instance where it listens
 */
export function tryLock(file: string, note = ""): { lock: ProcessLock } | { holder: LockHolder } {
  mkdirSync(dirname(file), { recursive: true });
  const own = identityOf(process.pid) ?? { pid: process.pid, startedAt: "" };
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify({ ...own, note }));
  try {
    for (;;) {
      const holder = linkOrHolder(draft, file);
      if (holder === undefined) return { lock: { release: () => releaseOwn(file, own) } };
      if (holder !== "gone" && isRunning(holder)) return { holder };
      if (holder !== "gone") removeStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who holds a lock file now; undefined where nobody does. */
export function lockHolder(file: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as LockHolder;
    return isRunning(holder) ? holder : undefined;
  } catch {
    // No file, or one that a crash of the machine left torn.
    return undefined;
  }
}

/** Runs work while holding the lock, waiting for it at most so long. @throws what `whenBusy` makes of the holder */
export async function withLock<T>(
  file: string,
  milliseconds: number,
  whenBusy: (holder: LockHolder) => Error,
  work: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const attempt = tryLock(file);
    if ("lock" in attempt) {
      try {
        return await work();
      } finally {
        attempt.lock.release();
      }
    }
    if (Date.now() > end) throw whenBusy(attempt.holder);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A hard link appears whole or not at all, so nobody reads a half-written lock. */
function linkOrHolder(draft: string, file: string): LockHolder | "gone" | undefined {
  try {
    linkSync(draft, file);
    return undefined;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LockHolder;
  } catch (error) {
    // A file that a crash of the machine left torn is held by nobody.
    return codeOf(error) === "ENOENT" ? "gone" : { pid: -1, startedAt: "", note: "" };
  }
}

/** Moves a dead holder's file away; if another process was quicker and the file is already its own, it is put back. */
function removeStale(file: string, seen: LockHolder): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    const moved = JSON.parse(readFileSync(aside, "utf8")) as LockHolder;
    if (moved.pid !== seen.pid || moved.startedAt !== seen.startedAt) linkSync(aside, file);
  } catch {
    // Another process removed it first.
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseOwn(file: string, own: ProcessIdentity): void {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as LockHolder;
    if (holder.pid === own.pid && holder.startedAt === own.startedAt) rmSync(file, { force: true });
  } catch {
    // Already gone.
  }
}
