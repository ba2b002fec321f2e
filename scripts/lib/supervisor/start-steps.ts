/** The steps of `pnpm start`. Each remembers how to end what it began. */
import { join } from "node:path";
import type { DatabaseUrls } from "@parcours/shared/database-roles";
import { brusselsDate } from "@parcours/shared/periods";
import { CommandFailed } from "../command-failed.js";
import { spineOf, type Subgraph } from "../discover-subgraphs.js";
import { heldBelow } from "../document-places.js";
import { openCluster, openDatabaseOf, type Cluster } from "../postgres/cluster.js";
import { freeMegabytes } from "../postgres/embedded.js";
import type { Progress } from "../progress.js";
import type { Ports, StartSettings } from "../settings.js";
import { documentFolder, stateFolder } from "../workspace.js";
import { claimCheckout, type CheckoutClaim } from "./checkout.js";
import { DataProcess, type SeedOptions } from "./data-process.js";
import type { DataTarget } from "./data-work.js";
import type { DemonstrationMark } from "./demonstration-mark.js";
import { feedsAreRead } from "./feeds-read.js";
import { startGuard, type Guard } from "./guard.js";
import { processPlans } from "./process-plans.js";
import { waitUntilReady } from "./ready.js";
import { Services } from "./services.js";
import type { Shutdown } from "./shutdown.js";
import { issuerUrl } from "./sign-in-plan.js";
import { keptSigningKeys } from "./signing-keys.js";

/** What every step works with. */
export interface StartContext {
  readonly root: string;
  readonly subgraphs: readonly Subgraph[];
  readonly settings: StartSettings;
  readonly progress: Progress;
  readonly shutdown: Shutdown;
}

/** A database server with one database for each subgraph. */
export interface OpenedDatabases {
  readonly cluster: Cluster;
  readonly guard: Guard;
  /** By subgraph name. */
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
}

/** What a first start needs for data, binaries and logs, in MB. */
const leastRoom = 500;

/** Makes this the checkout's one running system. @throws CommandFailed that says which is */
export async function claim({ settings, shutdown }: StartContext): Promise<CheckoutClaim> {
  const taken = await claimCheckout({
    verb: "start",
    url: graphqlUrl(settings.ports),
    issuer: issuerUrl(settings.ports),
  });
  if ("pid" in taken) {
    const { pid, note } = taken;
    if (!("url" in note))
      throw new CommandFailed(`Process ${pid} (pnpm ${note.verb}) is at work on this checkout: wait for it.`);
    throw new CommandFailed(
      `Parcours already runs from this checkout, at ${note.url} (process ${pid}): stop it there with Ctrl-C, or with \`kill ${pid}\`.`,
    );
  }
  shutdown.add(() => taken.release());
  return taken;
}

/** Refuses to begin on a disk that is as good as full. @throws CommandFailed */
export function refuseFullDisk(folder: string): void {
  const room = freeMegabytes(folder);
  if (room < leastRoom)
    throw new CommandFailed(
      `The disk of ${folder} is full (${room} MB free): make room for ${leastRoom} MB and start again.`,
    );
}

/** Opens the database server and makes each subgraph's database and roles. */
export async function openDatabases(
  { subgraphs, settings, progress, shutdown }: StartContext,
  checkout: CheckoutClaim,
): Promise<OpenedDatabases> {
  const cluster = await progress.step(
    "database server",
    () => openCluster(settings.cluster),
    ({ label }) => label,
  );
  const guard = startGuard(cluster.stopOrder ? { stop: cluster.stopOrder } : {});
  checkout.guardedBy(guard.identity);
  shutdown.add(() => guard.release());
  shutdown.add(() => cluster.stop());
  const open = async ({ name, manifest }: Subgraph) =>
    [name, await openDatabaseOf(cluster, manifest.database)] as const;
  const entries = await progress.step(
    "databases",
    () => Promise.all(subgraphs.map(open)),
    ({ length }) => `${length}, each with a role that owns and one that serves`,
  );
  return { cluster, guard, databases: Object.fromEntries(entries) };
}

/** Migrates, and on the first run makes the demonstration data. @returns whom to try */
export async function fillDatabases(
  { subgraphs, settings, progress, shutdown }: StartContext,
  { databases }: OpenedDatabases,
): Promise<DemonstrationMark> {
  const targets = subgraphs.map(({ name, folder }): DataTarget => ({
    name,
    folder,
    ownerUrl: databases[name]?.ownerUrl ?? "",
    documentStore: heldBelow(documentFolder(), name),
  }));
  const spine = spineOf(subgraphs).name;
  const data = new DataProcess();
  shutdown.add(() => data.end());
  await progress.step(
    "migrations",
    () => data.migrate(targets),
    (results) => `${results.flatMap(({ applied }) => applied).length} applied`,
  );
  const options = seedOptions(settings);
  const { mark } = await progress.step(
    "demonstration data",
    (detail) => data.seed(targets, spine, options, detail),
    ({ made }) => (made ? `${options.entrepreneurs} entrepreneurs made` : "kept from before"),
  );
  data.end();
  return mark;
}

/** Waits for the directory and the policy copies, so that the first answer is a whole one. */
export async function readFeeds(
  { subgraphs, settings, progress }: StartContext,
  { databases }: OpenedDatabases,
): Promise<void> {
  await progress.step(
    "feeds",
    () => feedsAreRead(subgraphs, (name) => databases[name]?.ownerUrl ?? "", settings.feedsMilliseconds),
    (areRead) => (areRead ? "read to their ends" : "still being read: timelines lack entries for now"),
  );
}

/** Runs a process for the issuer, each subgraph and the gateway, until the gateway answers. */
export async function runProcesses(
  { root, subgraphs, settings, progress, shutdown }: StartContext,
  opened: OpenedDatabases,
  world: DemonstrationMark,
): Promise<Services> {
  const { stopOrder } = opened.cluster;
  const services = new Services({
    plans: processPlans({
      root,
      subgraphs,
      ports: settings.ports,
      databases: opened.databases,
      signingKeys: await keptSigningKeys(subgraphs.map(({ name }) => name)),
      documentFolder: documentFolder(),
      world,
      caller: world.caller,
    }),
    guard: opened.guard,
    logFolder: join(stateFolder(), "logs"),
    tell: (line) => progress.line(line),
    ...(stopOrder && { stopOrder }),
  });
  shutdown.add(() => services.stop());
  await progress.step(
    "processes",
    async () => {
      await services.start();
      await waitUntilReady(services.gateway.url);
    },
    () => `issuer, ${subgraphs.length} subgraphs, gateway`,
  );
  return services;
}

/** Where the gateway answers. */
export function graphqlUrl({ gateway }: Ports): string {
  return `http://127.0.0.1:${gateway}/graphql`;
}

/** How much demonstration a first start makes; it plays today, in Brussels. */
function seedOptions({ entrepreneurs }: StartSettings): SeedOptions {
  return { entrepreneurs, seed: "1819", asOf: brusselsDate(new Date()) };
}
