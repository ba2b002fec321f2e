import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseUrls } from "@parcours/shared/database-roles";
import { feedsOf } from "@parcours/shared/manifest";
import { agenciesByProducer, environmentName, spineOf, type Subgraph } from "../discover-subgraphs.js";
import type { Ports } from "../settings.js";
import { signInEnvironments, type DemonstrationWorld } from "./sign-in-plan.js";

/** How one process is to be run. */
export interface ProcessPlan {
  /** `front-door`, `gateway`. */
  readonly name: string;
  /** The compiled program. */
  readonly script: string;
  /** All of its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
}

/** What the plans are made from. */
export interface PlanSources {
  readonly root: string;
  readonly subgraphs: readonly Subgraph[];
  readonly ports: Ports;
  /** By subgraph name; the processes get the role that serves only. */
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
  /** By subgraph name. */
  readonly signingKeys: Readonly<Record<string, string>>;
  /** Folder in which each subgraph keeps the documents it is given. */
  readonly documentFolder: string;
  /** Whose people can sign in. */
  readonly world: DemonstrationWorld;
  /** More variables for every process, for instance `LOG_LEVEL`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The demonstration caller, E.164: GraphiQL opens with that call. */
  readonly caller?: string | undefined;
  /** Another program for the subgraphs than their own; it finds the subgraph's folder in PARCOURS_SUBGRAPH_FOLDER. */
  readonly subgraphScript?: string;
}

/** What every process inherits of its supervisor's environment: nothing that holds a secret. */
const inherited = ["PATH", "HOME", "LANG", "TMPDIR", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS", "LOG_LEVEL"];

/** A plan for every process of a system. */
export interface ProcessPlans {
  readonly issuer: ProcessPlan;
  readonly subgraphs: readonly ProcessPlan[];
  readonly gateway: ProcessPlan;
}

/** A plan for each process. Secrets between them are new at every start. */
export function processPlans(sources: PlanSources): ProcessPlans {
  const { root, subgraphs, ports, databases, signingKeys } = sources;
  const common = { ...commonEnvironment(), ...sources.environment, SPINE: spineOf(subgraphs).name };
  const url = (name: string): string => `http://127.0.0.1:${ports.subgraphs[name]}`;
  const feeds = feedEnvironments(subgraphs, url);
  const signIn = signInEnvironments(subgraphs, ports, sources.world);
  const subgraphPlans = subgraphs.map(({ name, folder }): ProcessPlan => {
    const port = ports.subgraphs[name] ?? 0;
    const own = {
      [`DATABASE_URL_${environmentName(name)}`]: databases[name]?.appUrl ?? "",
      LOG_SIGNING_KEY: signingKeys[name] ?? "",
      GATEWAY_URL: `http://127.0.0.1:${ports.gateway}/graphql`,
      DOCUMENT_STORE: join(sources.documentFolder, name, "held"),
      DOCUMENT_UPLOADS: join(sources.documentFolder, name, "uploads"),
      ...(sources.subgraphScript !== undefined && { PARCOURS_SUBGRAPH_FOLDER: folder }),
    };
    return {
      name,
      script: sources.subgraphScript ?? join(folder, "dist/main.js"),
      port,
      environment: { ...own, ...common, ...feeds[name], ...signIn.subgraphs[name], PORT: String(port) },
    };
  });
  const gateway: ProcessPlan = {
    name: "gateway",
    script: join(root, "gateway/dist/main.js"),
    port: ports.gateway,
    environment: {
      ...common,
      ...signIn.gateway,
      PORT: String(ports.gateway),
      HOST: "127.0.0.1",
      PARCOURS_SUPERGRAPH: join(root, "gateway/supergraph.graphql"),
      ...(existsSync(exampleQueryFile(root)) && { PARCOURS_EXAMPLE_QUERY: exampleQueryFile(root) }),
      ...(sources.caller !== undefined && { PARCOURS_EXAMPLE_VARIABLES: JSON.stringify({ phone: sources.caller }) }),
      ...Object.fromEntries(
        subgraphs.map(({ name }) => [`SUBGRAPH_URL_${environmentName(name)}`, `${url(name)}/graphql`]),
      ),
    },
  };
  return { issuer: issuerPlan(sources, signIn.issuer), subgraphs: subgraphPlans, gateway };
}

/** The one process that is not in production mode: there it does not start. */
function issuerPlan({ root, ports, environment }: PlanSources, own: Readonly<Record<string, string>>): ProcessPlan {
  return {
    name: "issuer",
    script: join(root, "scripts/dist/lib/issuer/issuer-main.js"),
    port: ports.issuer,
    environment: {
      ...commonEnvironment(),
      ...environment,
      ...own,
      NODE_ENV: "development",
      HOST: "127.0.0.1",
      PORT: String(ports.issuer),
    },
  };
}

/** The operation that GraphiQL opens with and that a start prints. */
export function exampleQueryFile(root: string): string {
  return join(root, "gateway/examples/caller.graphql");
}

/** A secret for each subgraph, of which the others get the hash only; and where each feed is served. */
function feedEnvironments(
  subgraphs: readonly Subgraph[],
  url: (name: string) => string,
): Record<string, Record<string, string>> {
  const secrets = Object.fromEntries(subgraphs.map(({ name }) => [name, randomBytes(32).toString("base64url")]));
  const readers = Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, createHash("sha256").update(secret).digest("hex")]),
  );
  const sources = Object.fromEntries(
    subgraphs.flatMap(({ name, manifest }) => feedsOf(manifest).map((topic) => [`${topic} ${name}`, url(name)])),
  );
  const shared = {
    FEED_READERS: JSON.stringify(readers),
    FEED_SOURCES: JSON.stringify(sources),
    FEED_AGENCIES: agenciesByProducer(subgraphs),
  };
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, { ...shared, FEED_SECRET: secret }]),
  );
}

function commonEnvironment(): Record<string, string> {
  const kept = inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    NODE_ENV: "production",
    TZ: "UTC",
    PARCOURS_SUPERVISED: "1",
  };
}
