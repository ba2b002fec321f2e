/** The whole system for an end-to-end test: real processes on free ports with throw-away databases, beside whatever else runs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brusselsDate } from "@parcours/shared/periods";
import { createTestDatabase, type TestDatabase } from "@parcours/shared/testing/postgres";
import { discoverSubgraphs, spineOf, type Subgraph } from "../discover-subgraphs.js";
import { onReservedPorts } from "../free-port.js";
import { SigningIn } from "../issuer/signing-in.js";
import { workspaceRoot } from "../workspace.js";
import { DataProcess, type SeedOptions } from "./data-process.js";
import { startGuard } from "./guard.js";
import { portsFrom, portsOfSystem } from "./ports.js";
import { processPlans, type ProcessPlans } from "./process-plans.js";
import { waitUntilReady } from "./ready.js";
import type { Service } from "./service.js";
import { Services } from "./services.js";
import { newSigningKey } from "./signing-keys.js";

/** What a test wants of its system. */
export interface SystemOptions {
  /** Stands in the names of the databases. */
  readonly name: string;
  /** Demonstration data to fill it with; none when absent. */
  readonly seed?: SeedOptions;
  /** More variables for every process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Another workspace than this one. */
  readonly root?: string;
  /** Another program for the subgraphs than their own; it finds the subgraph's folder in PARCOURS_SUBGRAPH_FOLDER. */
  readonly subgraphScript?: string;
}

/** One subgraph of the system, in a test's hands. */
export interface SystemSubgraph {
  readonly url: string;
  readonly pid: number | undefined;
  /** Ends it and keeps it down until `start`. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again and waits until it listens. */
  start(): Promise<void>;
}

/** A running system. */
export interface System {
  /** Where to send GraphQL. */
  readonly gatewayUrl: string;
  readonly gateway: SystemSubgraph;
  /** Where people sign in: `issuer.url` is its address. */
  readonly issuer: SystemSubgraph;
  /** The people of the demonstration, for whoever asks as one of them: `headers()` go with a question of tom, an advisor of 1819. */
  readonly people: SigningIn;
  readonly subgraphs: Readonly<Record<string, SystemSubgraph>>;
  /** A demonstration caller known to every pole; undefined without demonstration data. */
  readonly caller: string | undefined;
  /** One line for each death and return. */
  readonly events: readonly string[];
  /** Where each process writes: `<folder>/<name>.log`. */
  readonly logFolder: string;
  /** The database of a subgraph, as who owns it. */
  ownerUrl(name: string): string;
  /** The database of a subgraph, as the role that serves. */
  appUrl(name: string): string;
  /** The secret by which the gateway's tokens for a subgraph are signed: with it a test stands in for the gateway. */
  tokenSecret(name: string): string;
  /** Ends every process and removes the databases. */
  stop(): Promise<void>;
}

/**
 * Starts everything and waits until the gateway is ready.
 * @throws CommandFailed naming what did not come up; nothing is left running then
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const root = options.root ?? workspaceRoot();
  const subgraphs = discoverSubgraphs(root);
  const logFolder = mkdtempSync(join(tmpdir(), `parcours-${options.name}-`));
  const databases = await createDatabases(options.name, subgraphs);
  const dropAll = async (): Promise<void> =>
    void (await Promise.all(Object.values(databases).map((database) => database.drop())));
  const guard = startGuard({});
  const events: string[] = [];
  const open: (() => unknown)[] = [
    () => rmSync(logFolder, { recursive: true, force: true }),
    dropAll,
    () => guard.release(),
  ];
  const stop = async (): Promise<void> => {
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    const caller = await fill(databases, subgraphs, options.seed);
    const sources = {
      root,
      caller,
      subgraphs,
      databases,
      signingKeys: Object.fromEntries(subgraphs.map(({ name: of }) => [of, newSigningKey()])),
      documentFolder: join(logFolder, "documents"),
      world: options.seed ?? { seed: "1819", asOf: brusselsDate(new Date()) },
      ...(options.environment && { environment: options.environment }),
      ...(options.subgraphScript !== undefined && { subgraphScript: options.subgraphScript }),
    };
    const { started, release } = await onReservedPorts(portsOfSystem(subgraphs), async (first) => {
      const plans = processPlans({ ...sources, ports: portsFrom(first, subgraphs) });
      const services = new Services({ plans, logFolder, guard, tell: (line) => void events.push(line) });
      await services.start();
      return { plans, services };
    });
    const { plans, services } = started;
    open.push(release, () => services.stop());
    await waitUntilReady(services.gateway.url);
    return { ...handlesOf(services, plans, databases), caller, events, logFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a test holds of the processes and databases. */
function handlesOf(
  services: Services,
  plans: ProcessPlans,
  databases: Readonly<Record<string, TestDatabase>>,
): Omit<System, "caller" | "events" | "logFolder" | "stop"> {
  return {
    gatewayUrl: `${services.gateway.url}/graphql`,
    gateway: handleOf(services.gateway),
    issuer: handleOf(services.issuer),
    people: new SigningIn(services.issuer.url),
    subgraphs: Object.fromEntries(services.subgraphs.map((service) => [service.name, handleOf(service)])),
    ownerUrl: (name) => databases[name]?.ownerUrl ?? "",
    appUrl: (name) => databases[name]?.appUrl ?? "",
    tokenSecret: (of) => plans.subgraphs.find(({ name }) => name === of)?.environment["TOKEN_SECRETS"] ?? "",
  };
}

async function createDatabases(name: string, subgraphs: readonly Subgraph[]): Promise<Record<string, TestDatabase>> {
  return Object.fromEntries(
    await Promise.all(
      subgraphs.map(async (subgraph) => [subgraph.name, await createTestDatabase(`${name} ${subgraph.name}`)] as const),
    ),
  );
}

async function fill(
  databases: Record<string, TestDatabase>,
  subgraphs: readonly Subgraph[],
  seed: SeedOptions | undefined,
): Promise<string | undefined> {
  const targets = subgraphs.map(({ name, folder }) => ({ name, folder, ownerUrl: databases[name]?.ownerUrl ?? "" }));
  const data = new DataProcess();
  try {
    await data.migrate(targets);
    return seed && (await data.seed(targets, spineOf(subgraphs).name, seed, () => undefined)).mark.caller;
  } finally {
    data.end();
  }
}

function handleOf(service: Service): SystemSubgraph {
  return {
    url: service.url,
    get pid() {
      return service.pid;
    },
    kill: (signal = "SIGKILL") => service.stop(10_000, signal),
    start: () => service.start(),
  };
}
