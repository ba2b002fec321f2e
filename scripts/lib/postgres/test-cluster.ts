import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dropDatabase, withClient } from "@parcours/shared/database-roles";
import { identityOf } from "../process-identity.js";
import { readClusterSettings } from "../settings.js";
import { startGuard } from "../supervisor/guard.js";
import { stateFolder } from "../workspace.js";
import { serverAccount } from "./account.js";
import { findBinaries } from "./binaries.js";
import { checkServer } from "./cluster.js";
import { openEmbedded, stopCluster } from "./embedded.js";
import { clusterHome } from "./home.js";

/** A server for the databases of one test run. */
export interface TestCluster {
  readonly adminUrl: string;
  /** What the names of this run's databases begin with. */
  readonly prefix: string;
  /** Removes everything this run made. */
  close(): Promise<void>;
}

/**
 * The server of a test run: that of `DATABASE_ADMIN_URL`, else an embedded one of its own, thrown away at the end (also when the run
 * is killed). Runs side by side do not meet.
 * @throws CommandFailed with one line that says what to do
 */
export async function openTestCluster(environment: NodeJS.ProcessEnv = process.env): Promise<TestCluster> {
  const prefix = `test_${randomBytes(3).toString("hex")}_`;
  const { adminUrl: serverUrl } = readClusterSettings(environment);
  if (serverUrl === undefined) return { prefix, ...(await openOwn()) };
  await checkServer(serverUrl);
  return { adminUrl: serverUrl, prefix, close: () => dropLeftOvers(serverUrl, prefix) };
}

async function openOwn(): Promise<Omit<TestCluster, "prefix">> {
  const { folder } = await clusterHome(join(stateFolder(), "test-postgres"), serverAccount());
  const runs = join(folder, "runs");
  mkdirSync(runs, { recursive: true, mode: 0o755 });
  await removeDeadRuns(runs);
  const home = join(runs, `${process.pid}-${randomBytes(3).toString("hex")}`);
  const cluster = await openEmbedded({ home, fast: true, copyOf: join(folder, "pristine") });
  const guard = startGuard({ stop: cluster.stopOrder, remove: home });
  const close = async (): Promise<void> => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
    guard.release();
  };
  return { adminUrl: cluster.adminUrl, close };
}

/** Removes what runs left behind that were killed together with their guard. */
async function removeDeadRuns(runs: string): Promise<void> {
  const dead = readdirSync(runs).filter((name) => identityOf(Number.parseInt(name, 10)) === undefined);
  if (dead.length === 0) return;
  const account = serverAccount();
  const { pgCtl } = await findBinaries(account);
  for (const name of dead) {
    await stopCluster({ pgCtl, dataFolder: join(runs, name, "data"), mode: "immediate", ...(account && { account }) });
    rmSync(join(runs, name), { recursive: true, force: true });
  }
}

async function dropLeftOvers(adminUrl: string, prefix: string): Promise<void> {
  const databases = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    return rows.map(({ datname }) => datname);
  });
  for (const database of databases) await dropDatabase(adminUrl, database);
}
