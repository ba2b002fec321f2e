import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { CommandFailed, messageOf } from "../command-failed.js";
import { freePort, isPortFree } from "../free-port.js";
import { withLock } from "../process-lock.js";
import { runAs, serverAccount, type ServerAccount } from "./account.js";
import { findBinaries, type Binaries } from "./binaries.js";
import { clusterHome, makePrivateFolder, readAccess, writeAccess, type ClusterHome } from "./home.js";
import { administrator, answersFor, readPostmasterFile, removeStaleFile, servesFolder } from "./postmaster.js";

/** How an embedded cluster is wanted. */
export interface EmbeddedOptions {
  /** Where it should live; moved to /var/tmp when the server's account cannot reach it. */
  readonly home: string;
  /** No waiting for the disk: for tests, whose data nobody misses. */
  readonly fast?: boolean;
  /** A home whose never-started cluster is copied instead of making one: 0.05 s for 0.5 s. Made when it is missing. */
  readonly copyOf?: string;
}

/** A running embedded cluster. */
export interface EmbeddedCluster {
  /** Connects as the administrator. */
  readonly adminUrl: string;
  readonly port: number;
  readonly home: ClusterHome;
  /** Whether it was running already. */
  readonly reused: boolean;
  /** What stops it, for a process that outlives this one. */
  readonly stopOrder: StopOrder;
  stop(): Promise<void>;
}

/** All that is needed to stop a cluster, as data. */
export interface StopOrder {
  readonly pgCtl: string;
  readonly dataFolder: string;
  readonly account?: ServerAccount;
  /** `fast` writes everything down first; `immediate` is for data that is thrown away. */
  readonly mode: "fast" | "immediate";
}

/**
 * Starts the embedded PostgreSQL of a home, or finds it running; makes it on first use. Safe under concurrent starts.
 * @throws CommandFailed with one line that says what to do
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedCluster> {
  const account = serverAccount();
  const binaries = await findBinaries(account);
  const home = await clusterHome(options.home, account);
  const stopOrder: StopOrder = {
    pgCtl: binaries.pgCtl,
    dataFolder: home.dataFolder,
    mode: options.fast ? "immediate" : "fast",
    ...(account && { account }),
  };
  const { port, reused } = await whileOpening(home, async () => {
    if (versionOf(home) === undefined)
      await (options.copyOf
        ? copyCluster(options.copyOf, home, binaries, account)
        : initialise(home, binaries, account));
    refuseOtherVersion(home, binaries);
    return ensureRunning(home, binaries, account, options.fast ?? false);
  });
  const { password } = readAccess(home);
  const adminUrl = `postgresql://${administrator}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  return { adminUrl, port, home, reused, stopOrder, stop: () => stopCluster(stopOrder) };
}

/** Stops a cluster; content when it is not running. @throws CommandFailed when it does not stop */
export async function stopCluster(order: StopOrder): Promise<void> {
  removeStaleFile(order.dataFolder);
  if (readPostmasterFile(order.dataFolder) === undefined) return;
  const { code, output } = await runAs(order.account, order.pgCtl, [
    "stop",
    "-D",
    order.dataFolder,
    "-m",
    order.mode,
    "-w",
    "-t",
    "30",
  ]);
  if (code !== 0 && readPostmasterFile(order.dataFolder) !== undefined) {
    throw new CommandFailed(`The database in ${order.dataFolder} does not stop: ${output.trim().split("\n").pop()}`);
  }
}

function whileOpening<T>(home: ClusterHome, work: () => Promise<T>): Promise<T> {
  const busy = (holder: { pid: number }): Error =>
    new CommandFailed(
      `Process ${holder.pid} has been starting the database in ${home.folder} for a minute: end it and start again.`,
    );
  return withLock(join(home.folder, "opening.lock"), 60_000, busy, work);
}

async function copyCluster(
  from: string,
  home: ClusterHome,
  binaries: Binaries,
  account: ServerAccount | undefined,
): Promise<void> {
  const original = await clusterHome(from, account);
  await whileOpening(original, async () => {
    if (versionOf(original) !== binaries.majorVersion) await initialise(original, binaries, account);
  });
  const draft = `${home.dataFolder}.${randomUUID()}`;
  const { code, output } = await runAs(undefined, "cp", ["-Rp", original.dataFolder, draft]);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new CommandFailed(`The database could not be copied to ${home.folder}: ${reason(output, home.folder)}`);
  }
  renameSync(draft, home.dataFolder);
  writeAccess(home, { password: readAccess(original).password });
}

/** Makes the data folder under another name and renames it when whole, so an interrupted first start begins again. */
async function initialise(home: ClusterHome, binaries: Binaries, account: ServerAccount | undefined): Promise<void> {
  const draft = `${home.dataFolder}.${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  try {
    rmSync(home.dataFolder, { recursive: true, force: true });
    makePrivateFolder(draft, account);
    writeFileSync(passwordFile, readAccess(home).password, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
    const access = [`--username=${administrator}`, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const { code, output } = await runAs(account, binaries.initdb, [
      "-D",
      draft,
      "--no-instructions",
      ...locale,
      ...access,
    ]);
    if (code !== 0)
      throw new CommandFailed(`The database could not be made in ${home.folder}: ${reason(output, home.folder)}`);
    renameSync(draft, home.dataFolder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

async function ensureRunning(
  home: ClusterHome,
  binaries: Binaries,
  account: ServerAccount | undefined,
  fast: boolean,
): Promise<{ port: number; reused: boolean }> {
  const access = readAccess(home);
  const running = await findRunning(home, access.password);
  const port = running ?? (await startServer(home, binaries, account, fast, access.port));
  if (access.port !== port) writeAccess(home, { ...access, port });
  return { port, reused: running !== undefined };
}

/** The port of this home's server if it runs; waits for one that another start left coming up (after a crash it replays its journal first). */
async function findRunning(home: ClusterHome, password: string): Promise<number | undefined> {
  const end = Date.now() + 60_000;
  for (;;) {
    const file = readPostmasterFile(home.dataFolder);
    if (file === undefined || !servesFolder(file.pid, home.dataFolder)) return undefined;
    if (file.ready && (await answersFor(home.dataFolder, file.port, password))) return file.port;
    if (Date.now() > end)
      throw new CommandFailed(
        `A database server (process ${file.pid}) holds ${home.dataFolder} but does not answer: end it and start again.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function startServer(
  home: ClusterHome,
  binaries: Binaries,
  account: ServerAccount | undefined,
  fast: boolean,
  lastPort: number | undefined,
): Promise<number> {
  const log = openLog(home, account);
  const end = Date.now() + 5_000;
  let port = lastPort !== undefined && (await isPortFree(lastPort)) ? lastPort : await freePort();
  for (;;) {
    removeStaleFile(home.dataFolder);
    const before = statSync(log).size;
    const { code } = await runAs(account, binaries.pgCtl, [
      "start",
      "-D",
      home.dataFolder,
      "-l",
      log,
      "-w",
      "-t",
      "60",
      "-s",
      "-o",
      settings(port, fast),
    ]);
    if (code === 0) return port;
    const said = readFileSync(log, "utf8").slice(before);
    // The backends of a server killed a moment ago still hold its memory: they end by themselves.
    const passing = /pre-existing shared memory|lock file "postmaster.pid" already exists/.test(said);
    if (/could not bind|Address already in use/i.test(said)) port = await freePort();
    else if (!passing)
      throw new CommandFailed(`The database in ${home.dataFolder} does not start: ${reason(said, home.folder)}`);
    if (Date.now() > end)
      throw new CommandFailed(`The database in ${home.dataFolder} does not start: ${reason(said, home.folder)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The server's settings on its command line, so that a new version of this file reaches an old data folder. */
function settings(port: number, fast: boolean): string {
  const quick = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const values: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    // A socket's path may not be longer than 107 characters; a checkout's may.
    unix_socket_directories: "''",
    max_connections: 300,
    shared_buffers: fast ? "64MB" : "256MB",
    // Nothing replicates from it, and a load into a table made in the same transaction then skips the journal.
    wal_level: "minimal",
    max_wal_senders: 0,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log must hold nobody's data: neither the statement nor the row that broke a constraint.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...(fast && quick),
  };
  return Object.entries(values)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}

function openLog(home: ClusterHome, account: ServerAccount | undefined): string {
  const log = join(home.dataFolder, "server.log");
  appendFileSync(log, "", { mode: 0o600 });
  if (statSync(log).size > 5_000_000) truncateSync(log);
  if (account) chownSync(log, account.uid, account.gid);
  return log;
}

/** The major version of a home's data; undefined when there is none yet. */
function versionOf(home: ClusterHome): string | undefined {
  const file = join(home.dataFolder, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

function refuseOtherVersion(home: ClusterHome, binaries: Binaries): void {
  const version = versionOf(home);
  if (version === binaries.majorVersion) return;
  throw new CommandFailed(
    `The data in ${home.dataFolder} is of PostgreSQL ${version} and this is ${binaries.majorVersion}: remove the folder to start afresh, or go back to the version of then.`,
  );
}

/** What PostgreSQL said, as one line with what to do. */
function reason(said: string, folder: string): string {
  const line = /(?:FATAL|PANIC|error): +(.*)/i.exec(said)?.[1] ?? said.trim().split("\n").pop() ?? "no reason given";
  if (/No space left|ENOSPC/i.test(said)) return `the disk is full: make room in ${folder} and start again.`;
  return `${line} (${freeMegabytes(folder)} MB free). Look in data/server.log there; removing ${folder} starts afresh.`;
}

/** Free room where a folder lies, in MB. */
export function freeMegabytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.floor((bavail * bsize) / 1_000_000);
  } catch (error) {
    throw new CommandFailed(`${folder} cannot be read (${messageOf(error)}): mend its rights and start again.`);
  }
}
