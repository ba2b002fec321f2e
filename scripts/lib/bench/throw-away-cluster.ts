import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { serverAccount } from "../postgres/account.js";
import { checkServer } from "../postgres/cluster.js";
import { openEmbedded } from "../postgres/embedded.js";
import { clusterHome } from "../postgres/home.js";
import { readClusterSettings } from "../settings.js";
import { startGuard } from "../supervisor/guard.js";
import { stateFolder } from "../workspace.js";

/** A server whose databases nobody misses, with the settings of the real one. */
export interface ThrowAwayCluster {
  readonly adminUrl: string;
  /** Removes it, if it was made for this run. */
  close(): Promise<void>;
}

/**
 * The server for a bench: the one that a test run has open, that of `DATABASE_ADMIN_URL`, else an embedded one of its own with the
 * settings under which the product runs (a test's server waits for no disk and has a quarter of the memory). Removed also when this
 * process is killed. Databases are made on it by the helpers of the tests, which find it in the environment.
 * @throws CommandFailed with one line that says what to do
 */
export async function openThrowAwayCluster(environment: NodeJS.ProcessEnv = process.env): Promise<ThrowAwayCluster> {
  const { PARCOURS_TEST_ADMIN_URL: testUrl } = environment;
  if (testUrl) return { adminUrl: testUrl, close: () => Promise.resolve() };
  const { adminUrl: serverUrl } = readClusterSettings(environment);
  if (serverUrl !== undefined) await checkServer(serverUrl);
  const cluster = serverUrl === undefined ? await openOwn() : { adminUrl: serverUrl, close: () => Promise.resolve() };
  environment["PARCOURS_TEST_ADMIN_URL"] = cluster.adminUrl;
  environment["PARCOURS_TEST_PREFIX"] = `bench_${randomBytes(3).toString("hex")}_`;
  return cluster;
}

async function openOwn(): Promise<ThrowAwayCluster> {
  const { folder } = await clusterHome(join(stateFolder(), "bench-postgres"), serverAccount());
  const home = join(folder, `${process.pid}-${randomBytes(3).toString("hex")}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const cluster = await openEmbedded({ home });
  const guard = startGuard({ stop: { ...cluster.stopOrder, mode: "immediate" }, remove: home });
  const close = async (): Promise<void> => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
    guard.release();
  };
  return { adminUrl: cluster.adminUrl, close };
}
