import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { identityOf, procStat } from "../process-identity.js";

/** What a running server wrote into its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`: line 1 the process, line 4 the port, line 8 the state. */
export function readPostmasterFile(dataFolder: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * Whether the process named in the file is a server on this data folder. The number alone proves nothing: after a crash of the machine
 * it may be anybody's. Where the system does not tell (macOS), a running process is believed and the question is left to the connection.
 */
export function servesFolder(pid: number, dataFolder: string): boolean {
  if (!(pid > 0) || identityOf(pid) === undefined) return false;
  if (procStat(pid) === undefined) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
  } catch {
    return true;
  }
}

/** Removes a `postmaster.pid` whose server is gone: `pg_ctl` would believe it. */
export function removeStaleFile(dataFolder: string): void {
  const file = readPostmasterFile(dataFolder);
  if (file !== undefined && !servesFolder(file.pid, dataFolder))
    rmSync(join(dataFolder, "postmaster.pid"), { force: true });
}

/** Asks the server on a port whether it serves this folder: the only answer that counts. */
export async function answersFor(dataFolder: string, port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: administrator,
    password,
    database: "postgres",
    connectionTimeoutMillis: 3_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0]?.folder === realpathSync(dataFolder);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The embedded cluster's administrator. */
export const administrator = "parcours";
