import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accountNumber, canEnter, type ServerAccount } from "./account.js";
import { refuseForeign } from "./binaries.js";

/** Where one embedded cluster lives: its data, and beside it the way in. */
export interface ClusterHome {
  readonly folder: string;
  /** PostgreSQL's data folder; owned by who runs the server. */
  readonly dataFolder: string;
  readonly accessFile: string;
}

/** The way in: the administrator's password and the port of the last start. Mode 600. */
export interface ClusterAccess {
  readonly password: string;
  readonly port?: number;
}

/**
 * The home wanted, or, where the account cannot reach it (a checkout below a folder that only root may enter), one in /var/tmp
 * named after it: below such a folder initdb fails whatever the programs.
 */
export async function clusterHome(wanted: string, account: ServerAccount | undefined): Promise<ClusterHome> {
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (account === undefined || (await canEnter(account, wanted))) return homeIn(wanted);
  const folder = `/var/tmp/parcours-postgres-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}-${accountNumber(account)}`;
  if (existsSync(folder)) refuseForeign(folder);
  else mkdirSync(folder, { mode: 0o755 });
  chmodSync(folder, 0o755);
  return homeIn(folder);
}

/** The way into a home; made on first use. */
export function readAccess(home: ClusterHome): ClusterAccess {
  if (existsSync(home.accessFile)) return JSON.parse(readFileSync(home.accessFile, "utf8")) as ClusterAccess;
  const access = { password: randomBytes(24).toString("base64url") };
  writeAccess(home, access);
  return access;
}

/** Keeps the way in for the next start. */
export function writeAccess(home: ClusterHome, access: ClusterAccess): void {
  writeFileSync(home.accessFile, `${JSON.stringify(access)}\n`, { mode: 0o600 });
}

/** Makes an empty folder that only the account may enter. */
export function makePrivateFolder(folder: string, account: ServerAccount | undefined): void {
  mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function homeIn(folder: string): ClusterHome {
  return { folder, dataFolder: join(folder, "data"), accessFile: join(folder, "access.json") };
}
