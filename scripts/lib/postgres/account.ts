import { execFileSync, spawn } from "node:child_process";
import { CommandFailed } from "../command-failed.js";

/** The user that runs the embedded server when this process may not: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** What a finished program said. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Who runs the embedded server: undefined for an ordinary user, who runs it as they are; for root `postgres`, else `nobody`. No user is made.
 * @throws CommandFailed when root finds neither
 */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new CommandFailed(
    "PostgreSQL refuses to run as root and there is no user `postgres` or `nobody`: run this as an ordinary user, or set DATABASE_ADMIN_URL to a server.",
  );
}

/** The number that names the account in folder names. */
export function accountNumber(account: ServerAccount | undefined): number {
  return account?.uid ?? process.getuid?.() ?? 0;
}

/**
 * Runs a program as the account, with a clean environment: `PGPORT`, `PGDATA` and the like of the caller must not reach the server.
 * @throws Error with `code` (`EACCES`, `ENOENT`) when it cannot be started at all
 */
export function runAs(account: ServerAccount | undefined, command: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: "/",
      env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let output = "";
    const collect = (chunk: Buffer): void => void (output += chunk.toString("utf8"));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Whether the account can enter a folder: every folder above it must let it pass. */
export async function canEnter(account: ServerAccount | undefined, folder: string): Promise<boolean> {
  return (await runAs(account, "/bin/sh", ["-c", 'cd "$0"', folder])).code === 0;
}

function idOf(flag: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined;
  }
}
