/** What every agency fills in: the seam of the system. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { ClassReference, Database, Schema } from "./database.js";
import { documentRetention } from "./documents/retention.js";
import type { FactsKept } from "./facts/facts-kept.js";
import { correctionRetention } from "./facts/retention.js";
import type { FeedTarget } from "./feed/feed-consumer.js";
import type { IntakeForm } from "./intake/form.js";
import { intakeRetention } from "./intake/retention.js";
import type { SubgraphManifest } from "./manifest.js";
import type { RetainedTable } from "./rights/retained-table.js";
import type { ServiceScope } from "./server/context.js";

/** Turns a key that another subgraph gave into an object. Never answers null for a well-formed key: an unknown one is `withheld(…)`. */
export type ReferenceResolver<Services> = (
  services: Services,
  key: Readonly<Record<string, string>>,
) => Promise<object> | object;

/** With what work goes on beside the requests. */
export interface JobScope {
  /** On the serving pool, with a count of its own. */
  readonly database: Database;
  readonly logger: Logger;
}

/** Work that goes on beside the requests of a process, and ends with it. */
export interface BackgroundJob {
  /** Begins; does not keep the process alive. */
  start(): void;
  /** Ends after what is in hand. */
  stop(): Promise<void>;
}

/** A subgraph: its data, its schema, and how its services are wired for one request. */
export interface SubgraphDefinition<Services extends object = object> extends Schema {
  readonly manifest: SubgraphManifest;
  readonly resolvers: readonly [ClassReference, ...ClassReference[]];
  /** Types that no root query reaches: entities that only references and contributed fields lead to. */
  readonly types?: readonly ClassReference[];
  /** By type name, for every `@key` that this subgraph resolves. */
  readonly references: Readonly<Record<string, ReferenceResolver<Services>>>;
  /** SDL to append: the spine's stubs of what other subgraphs own. */
  readonly appendedSdl?: string;
  /** How long each table with personal data is kept, and how its rows go; in order of deletion. */
  readonly retention?: readonly RetainedTable[];
  /** The forms of its agencies. */
  readonly forms?: readonly IntakeForm[];
  /** The facts that it keeps of the shared entities: whose they are, and how they are changed. */
  readonly facts?: FactsKept;
  /** Feeds to follow besides the policy, from every subgraph that produces them. */
  readonly feedTargets?: readonly FeedTarget[];
  /** Work beside the requests, of every process: who does it among several is for the job to settle. */
  readonly jobs?: (scope: JobScope) => readonly BackgroundJob[];
  /** Wires repository → service by hand. Called once per request, so it must be cheap. */
  services(scope: ServiceScope): Services;
}

/** Keeps the type of the services while a definition is written down, and adds what every owner has: the tables of forms, documents and corrections. */
export function defineSubgraph<Services extends object>(
  definition: SubgraphDefinition<Services>,
): SubgraphDefinition<Services> {
  const ofEveryOwner = [...intakeRetention, ...documentRetention, ...correctionRetention];
  return { ...definition, retention: [...(definition.retention ?? []), ...ofEveryOwner] };
}

/** Reads the `subgraph` block of the package.json one folder above a module of `src/` or `dist/`. */
export function readManifest(moduleUrl: string): SubgraphManifest {
  const file = fileURLToPath(new URL("../package.json", moduleUrl));
  return (JSON.parse(readFileSync(file, "utf8")) as { subgraph: SubgraphManifest }).subgraph;
}
