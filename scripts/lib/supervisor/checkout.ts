import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandFailed } from "../command-failed.js";
import { waitForEnd, type ProcessIdentity } from "../process-identity.js";
import { lockHolder, tryLock, type ProcessLock } from "../process-lock.js";
import { stateFolder } from "../workspace.js";

/** What the holder of a checkout writes into the lock: `start` when a system runs, else the verb at work. */
export type HolderNote =
  | { readonly verb: "start"; readonly url: string; readonly issuer: string }
  | { readonly verb: string };

/** The right to start and stop the checkout's own database server. */
export interface CheckoutClaim {
  /** Tells the next holder whom to wait for: this process may be killed, and its guard then still cleans up. */
  guardedBy(guard: ProcessIdentity | undefined): void;
  release(): void;
}

/**
 * Claims the checkout for a verb: one at a time may start and stop the processes and the database of a checkout. Waits for the guard
 * of a holder that was killed to have cleaned up.
 * @returns the claim, or who holds it
 */
export async function claimCheckout(
  note: HolderNote,
  folder: string = stateFolder(),
): Promise<CheckoutClaim | { readonly pid: number; readonly note: HolderNote }> {
  mkdirSync(folder, { recursive: true });
  const attempt = tryLock(join(folder, "start.lock"), JSON.stringify(note));
  if ("holder" in attempt) return { pid: attempt.holder.pid, note: JSON.parse(attempt.holder.note) as HolderNote };
  const guardFile = join(folder, "guard.json");
  await waitForLastGuard(guardFile, attempt.lock);
  return {
    guardedBy: (guard) =>
      guard ? writeFileSync(guardFile, JSON.stringify(guard)) : rmSync(guardFile, { force: true }),
    release: () => {
      rmSync(guardFile, { force: true });
      attempt.lock.release();
    },
  };
}

/** Where the system that runs from this checkout answers; undefined where none does. */
export function runningSystem(
  folder: string = stateFolder(),
): { readonly url: string; readonly issuer: string } | undefined {
  const holder = lockHolder(join(folder, "start.lock"));
  const note = holder && (JSON.parse(holder.note) as HolderNote);
  return note && "issuer" in note ? note : undefined;
}

async function waitForLastGuard(file: string, lock: ProcessLock): Promise<void> {
  if (!existsSync(file)) return;
  const guard = JSON.parse(readFileSync(file, "utf8")) as ProcessIdentity;
  const left = await waitForEnd([guard], 40_000);
  if (left.length === 0) return rmSync(file, { force: true });
  lock.release();
  throw new CommandFailed(
    `The last run was killed and its clean-up (process ${guard.pid}) is not done after 40 s: end it and start again.`,
  );
}
