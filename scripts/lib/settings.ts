/** The settings of `start` and of the verbs that work on its databases: read here only, all faults named at once. */
import { asPort, ConfigError, readConfig, type Setting } from "@parcours/shared/config";
import { CommandFailed } from "./command-failed.js";
import { environmentName, type Subgraph } from "./discover-subgraphs.js";
import { issuerPort } from "./issuer/issuer-settings.js";

/** Where databases are made. */
export interface ClusterSettings {
  /** A server to use in place of the embedded one. */
  readonly adminUrl: string | undefined;
  /** What stands before the names of databases. */
  readonly prefix: string;
}

/** The loopback port of every process. */
export interface Ports {
  readonly gateway: number;
  /** Of the demonstration's sign-in. */
  readonly issuer: number;
  /** By subgraph name. */
  readonly subgraphs: Readonly<Record<string, number>>;
}

/** All that `start` is told from outside. */
export interface StartSettings {
  readonly cluster: ClusterSettings;
  readonly ports: Ports;
  /** How many entrepreneurs a first start makes up. */
  readonly entrepreneurs: number;
  /** How long `ready` waits for the feeds to be read to their ends for the first time, in milliseconds. */
  readonly feedsMilliseconds: number;
}

/** Where the demonstration's gateway listens; a subgraph's port stands in its manifest. Source: design 10. */
const gatewayPort = 4000;

/** The settings of a database server. */
export const clusterSettings = {
  adminUrl: {
    variable: "DATABASE_ADMIN_URL",
    purpose:
      "PostgreSQL server (15 or later) to use in place of the embedded one, with a role that may create databases and roles",
    fallback: undefined,
    parse: asServerUrl,
  },
  prefix: {
    variable: "DATABASE_PREFIX",
    purpose: "what the names of databases and roles begin with, for several checkouts on one server",
    fallback: "",
    parse: asPrefix,
  },
} satisfies Record<string, Setting<string | undefined>>;

/** The settings of a start besides those of the database server and `PARCOURS_PORT_<PROCESS>`, which moves one process. */
export const startSettings = {
  portBase: {
    variable: "PARCOURS_PORT_BASE",
    purpose:
      "moves every port: the gateway to it, a subgraph from 4003 to its third neighbour, the issuer to its tenth",
    fallback: gatewayPort,
    parse: asFixedPort,
  },
  entrepreneurs: {
    variable: "PARCOURS_ENTREPRENEURS",
    purpose: "how many entrepreneurs the first start makes up",
    fallback: 2000,
    parse: asCount,
  },
  feedsMilliseconds: {
    variable: "PARCOURS_FEEDS_WAIT_MS",
    purpose:
      "how long start waits for the feeds to be read to their ends, so that the first answer is a whole one; a very large demonstration takes longer, and the graph answers meanwhile",
    fallback: 20_000,
    parse: asCount,
  },
} satisfies Record<string, Setting<number>>;

/** Reads the settings of the database server. @throws CommandFailed that names every fault */
export function readClusterSettings(environment: NodeJS.ProcessEnv = process.env): ClusterSettings {
  const faults: string[] = [];
  const cluster = attempt(clusterSettings, environment, faults);
  if (!cluster) throw mend(faults);
  return cluster;
}

/** Reads the settings of a start. @throws CommandFailed in production mode, else one that names every fault */
export function readStartSettings(
  subgraphs: readonly Subgraph[],
  environment: NodeJS.ProcessEnv = process.env,
): StartSettings {
  if (environment["NODE_ENV"] === "production")
    throw new CommandFailed(
      "pnpm start runs a demonstration, in which everybody signs in as whom they like: it does not run with NODE_ENV=production.",
    );
  const faults: string[] = [];
  const names = ["gateway", "issuer", ...subgraphs.map(({ name }) => name)];
  const cluster = attempt(clusterSettings, environment, faults);
  const start = attempt(startSettings, environment, faults);
  const own = attempt(Object.fromEntries(names.map((name) => [name, portSetting(name)])), environment, faults);
  if (!cluster || !start || !own) throw mend(faults);
  const portOf = (name: string, declared: number): number => own[name] ?? start.portBase + declared - gatewayPort;
  const ports = {
    gateway: portOf("gateway", gatewayPort),
    issuer: portOf("issuer", issuerPort),
    subgraphs: Object.fromEntries(subgraphs.map(({ name, manifest }) => [name, portOf(name, manifest.port)])),
  };
  return { cluster, ports, entrepreneurs: start.entrepreneurs, feedsMilliseconds: start.feedsMilliseconds };
}

/** Reads a part; its faults are collected, so that those of the other parts are told with them. */
function attempt<Settings extends Readonly<Record<string, Setting<unknown>>>>(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  faults: string[],
) {
  try {
    return readConfig(settings, environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    faults.push(...error.message.split("\n").slice(1));
    return undefined;
  }
}

function mend(faults: readonly string[]): CommandFailed {
  return new CommandFailed(`Settings to mend:\n${faults.join("\n")}`);
}

function portSetting(name: string): Setting<number | undefined> {
  return {
    variable: `PARCOURS_PORT_${environmentName(name)}`,
    purpose: `port of ${name}`,
    fallback: undefined,
    parse: asFixedPort,
  };
}

function asServerUrl(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new Error("expected a URL like postgresql://user:password@host:5432/postgres");
}

function asPrefix(text: string): string {
  if (/^[a-z][a-z0-9_]{0,19}$/.test(text)) return text;
  throw new Error("expected at most 20 lower-case letters, digits and underscores, a letter first");
}

function asFixedPort(text: string): number {
  const port = asPort(text);
  // Room above the base for the subgraphs; and 0 would be another port at every start.
  if (port > 0 && port <= 65_000) return port;
  throw new Error("expected a port from 1 to 65000");
}

function asCount(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new Error("expected a whole number");
}
