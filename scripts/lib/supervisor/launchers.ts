import { readFileSync } from "node:fs";
import { identityOf, isRunning, procStat, type ProcessIdentity } from "../process-identity.js";

/**
 * The package managers that started this process, nearest first: `npx pnpm start` puts two processes and a shell between the person
 * and us. A process started by npm or pnpm carries `npm_…` in its environment, so its parent belongs to the chain.
 */
export function launchers(): ProcessIdentity[] {
  const chain: ProcessIdentity[] = [];
  for (let pid = process.pid; isStartedByPackageManager(pid);) {
    const parent = pid === process.pid ? process.ppid : Number(procStat(pid)?.[1]);
    const identity = parent > 1 ? identityOf(parent) : undefined;
    if (identity === undefined) break;
    chain.push(identity);
    pid = parent;
  }
  return chain;
}

/** Calls back once when one of them has gone: killed with -9 it cannot pass the signal on, and nobody would be left who can stop us. */
export function onLauncherGone(chain: readonly ProcessIdentity[], callback: () => void): void {
  if (chain.length === 0) return;
  const timer = setInterval(() => {
    if (chain.every(isRunning)) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}

function isStartedByPackageManager(pid: number): boolean {
  if (pid === process.pid)
    return process.env["npm_execpath"] !== undefined || process.env["npm_lifecycle_event"] !== undefined;
  try {
    // Where the system does not tell (macOS), the chain ends at our own parent.
    return /(^|\0)npm_(execpath|lifecycle_event)=/.test(readFileSync(`/proc/${pid}/environ`, "latin1"));
  } catch {
    return false;
  }
}
