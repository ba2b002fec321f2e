import { CommandFailed } from "../command-failed.js";
import { environmentName, type Subgraph } from "../discover-subgraphs.js";
import { documentStoreIn, heldBelow } from "../document-places.js";
import { openCluster, openDatabaseOf, type Cluster } from "../postgres/cluster.js";
import { readClusterSettings } from "../settings.js";
import { documentFolder } from "../workspace.js";
import { claimCheckout } from "./checkout.js";
import type { DataTarget } from "./data-work.js";
import { startGuard } from "./guard.js";

/**
 * Runs work on every subgraph's database as who owns it: that of `DATABASE_OWNER_URL_<SUBGRAPH>` when these are set (production),
 * else the demonstration's, beside a running system or, when none runs, on its database server started for this work alone.
 * @param verb for another start to read: `migrate`
 * @throws CommandFailed that names all missing settings at once, or who holds the checkout
 */
export async function withOwnedDatabases<Result>(
  verb: string,
  subgraphs: readonly Subgraph[],
  work: (targets: DataTarget[]) => Promise<Result>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Result> {
  const fromSettings = targetsOfSettings(subgraphs, environment);
  if (fromSettings) return work(fromSettings);
  const settings = readClusterSettings(environment);
  const claim = await claimCheckout({ verb });
  if ("pid" in claim) {
    if (claim.note.verb !== "start")
      throw new CommandFailed(
        `Process ${claim.pid} (pnpm ${claim.note.verb}) is at work on this checkout: wait for it.`,
      );
    return work(await targetsOf(await openCluster(settings), subgraphs));
  }
  const cluster = await openCluster(settings).catch((error: unknown) => {
    claim.release();
    throw error;
  });
  const guard = startGuard(cluster.stopOrder ? { stop: cluster.stopOrder } : {});
  claim.guardedBy(guard.identity);
  try {
    return await work(await targetsOf(cluster, subgraphs));
  } finally {
    await cluster.stop();
    guard.release();
    claim.release();
  }
}

/** The databases of a cluster, made where they are missing. */
async function targetsOf(cluster: Cluster, subgraphs: readonly Subgraph[]): Promise<DataTarget[]> {
  return Promise.all(
    subgraphs.map(async ({ name, folder, manifest }) => ({
      name,
      folder,
      ownerUrl: (await openDatabaseOf(cluster, manifest.database)).ownerUrl,
      documentStore: heldBelow(documentFolder(), name),
    })),
  );
}

/** The databases of the production settings; undefined when none is set. */
function targetsOfSettings(subgraphs: readonly Subgraph[], environment: NodeJS.ProcessEnv): DataTarget[] | undefined {
  const variable = (name: string): string => `DATABASE_OWNER_URL_${environmentName(name)}`;
  const missing = subgraphs.map(({ name }) => variable(name)).filter((name) => !environment[name]);
  if (missing.length === subgraphs.length) return undefined;
  if (missing.length > 0) throw new CommandFailed(`Set these too, or none of its kind: ${missing.join(", ")}.`);
  return subgraphs.map(({ name, folder }) => {
    const documentStore = documentStoreIn(environment, name);
    const ownerUrl = environment[variable(name)] ?? "";
    return { name, folder, ownerUrl, ...(documentStore !== undefined && { documentStore }) };
  });
}
