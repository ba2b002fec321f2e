/** The programs of PostgreSQL that write and read backups: found where they are installed, never brought along. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { CommandFailed } from "../command-failed.js";
import { runAs } from "../postgres/account.js";

/** `pg_dump` and `pg_restore` of one version. */
export interface PostgresTools {
  readonly dump: string;
  readonly restore: string;
  readonly majorVersion: number;
}

/** Where distributions put the programs of each version, beside the path. */
const versionFolders = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/**
 * The newest tools on this machine.
 * @param leastVersion the server's major version: older tools do not read a newer server
 * @throws CommandFailed that says what to install
 */
export async function findPostgresTools(leastVersion: number): Promise<PostgresTools> {
  const found = await installedTools();
  const best = found.sort((a, b) => b.majorVersion - a.majorVersion)[0];
  if (best && best.majorVersion >= leastVersion) return best;
  const what = best ? `Only pg_dump ${best.majorVersion} is installed here` : "There is no pg_dump on this machine";
  throw new CommandFailed(
    `${what}, and the server is PostgreSQL ${leastVersion}: install its client programs (Debian, Ubuntu: apt-get install postgresql-client-${leastVersion}; macOS: brew install libpq) and try again.`,
  );
}

/** Every version of the tools that runs here. */
export async function installedTools(): Promise<PostgresTools[]> {
  const tools = await Promise.all(candidateFolders().map(toolsIn));
  return tools.flatMap((found) => found ?? []);
}

function candidateFolders(): string[] {
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const versions = versionFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, "bin")));
  return [...new Set([...versions, ...path])].filter((folder) => existsSync(join(folder, "pg_dump")));
}

async function toolsIn(folder: string): Promise<PostgresTools | null> {
  const [dump, restore] = [join(folder, "pg_dump"), join(folder, "pg_restore")];
  try {
    const { code, output } = await runAs(undefined, dump, ["--version"]);
    const version = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
    return code === 0 && version !== undefined && existsSync(restore)
      ? { dump, restore, majorVersion: Number(version) }
      : null;
  } catch {
    return null;
  }
}

/**
 * Runs a tool on a database. Password and address go through the environment: a command line is everybody's to read.
 * @throws CommandFailed with the last thing the tool said
 */
export async function runTool(tool: string, url: string, args: readonly string[]): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const environment = {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    LC_ALL: "C",
    PGHOST: hostname.replace(/^\[|\]$/g, ""),
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: new URL(url).searchParams.get("sslmode") ?? "prefer",
  };
  const { code, said } = await new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    const child = spawn(tool, args, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
    let text = "";
    child.stderr.on("data", (chunk: Buffer) => (text = (text + chunk.toString("utf8")).slice(-4000)));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ code: exitCode, said: text.trim() }));
  });
  if (code !== 0)
    throw new CommandFailed(`${tool} stopped: ${said.split("\n").slice(-3).join(" ") || `exit code ${code}`}`);
}
