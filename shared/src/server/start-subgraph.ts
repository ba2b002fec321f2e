/** From a definition to a running process. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino, type Logger } from "pino";
import { AccessLog } from "../access-log/access-log.js";
import { LogRootMaker } from "../access-log/log-root-maker.js";
import { logRootTarget } from "../access-log/log-root-target.js";
import { Pseudonyms } from "../access-log/pseudonyms.js";
import type { LogTarget } from "../access-log/request-log.js";
import { asSigningKeys } from "../access-log/signing-keys.js";
import { asPort, asSecrets, asText, asTextRecord, readConfig } from "../config.js";
import { Database, openDatabase } from "../database.js";
import { documentSettings, keepDocuments } from "../documents/document-settings.js";
import { FeedConsumer, type FeedTrouble } from "../feed/feed-consumer.js";
import { followOnly } from "../feed/feed-cursors.js";
import { FeedProducer } from "../feed/feed-producer.js";
import { policyTargetFor, usualProjectOwner, type AgenciesOfProducers } from "../feed/policy-target.js";
import { buildSubgraph } from "../graphql/build-schema.js";
import { InternalTokenVerifier } from "../identity/internal-token.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { Executor } from "./executor.js";
import { faultOf } from "./fault.js";
import { Gateway } from "./graph-on-behalf.js";
import { endWithParent } from "./lifecycle.js";
import { subgraphServer } from "./subgraph-server.js";

/** A running subgraph. */
export interface RunningSubgraph {
  readonly url: string;
  readonly database: Database;
  readonly consumers: readonly FeedConsumer[];
  stop(): Promise<void>;
}

/** Who the others are: from whom a subgraph learns, whom it lets read, whom it asks. */
const neighbours = {
  spine: {
    variable: "SPINE",
    purpose: "name of the subgraph that keeps the directory",
    fallback: "front-door",
    parse: asText,
  },
  projectOwner: {
    variable: "PROJECT_OWNER",
    purpose: "name of the subgraph that keeps projects: what they became is believed from it alone",
    fallback: usualProjectOwner,
    parse: asText,
  },
  gatewayUrl: {
    variable: "GATEWAY_URL",
    purpose: "address of the graph at the gateway: asked for other owners' facts on behalf of who acts here",
    fallback: "http://127.0.0.1:4000/graphql",
    parse: asText,
  },
  feedSecret: { variable: "FEED_SECRET", purpose: "the secret this subgraph shows to read feeds", parse: asText },
  feedReaders: {
    variable: "FEED_READERS",
    purpose:
      "JSON: subgraph name → SHA-256 (hexadecimal) of its feed secret; two with a comma while one replaces the other",
    parse: asTextRecord,
  },
  feedSources: {
    variable: "FEED_SOURCES",
    purpose: "JSON: topic and producer, as `POLICY front-door`, → base URL",
    parse: asTextRecord,
  },
  feedAgencies: {
    variable: "FEED_AGENCIES",
    purpose:
      "JSON: subgraph name → codes of the agencies of its manifest, separated by commas; what it tells of the coaches of others is not believed",
    parse: asTextRecord,
  },
} as const;

/** The settings of every subgraph process. `name` is the subgraph's. */
export function subgraphSettings(name: string, port: number) {
  const suffix = name.toUpperCase().replaceAll("-", "_");
  return {
    databaseUrl: {
      variable: `DATABASE_URL_${suffix}`,
      purpose: `PostgreSQL URL of ${name}'s database, with the role that serves`,
      parse: asText,
    },
    port: { variable: "PORT", purpose: "port to listen on; 0 lets the system choose", fallback: port, parse: asPort },
    host: { variable: "HOST", purpose: "address to listen on", fallback: "127.0.0.1", parse: asText },
    ...neighbours,
    tokenSecrets: {
      variable: "TOKEN_SECRETS",
      purpose:
        "secrets of the gateway's tokens for this subgraph, at least 32 bytes each, the present one first, separated by commas; two while one replaces the other",
      parse: asSecrets,
    },
    logSigningKey: {
      variable: "LOG_SIGNING_KEY",
      purpose:
        "Ed25519 private key (PKCS#8 DER, base64url) that signs the daily root of the access log; while it replaces another, that one behind it, after a comma",
      parse: asSigningKeys,
    },
    ...documentSettings(name),
    logLevel: { variable: "LOG_LEVEL", purpose: "pino level", fallback: "info", parse: asText },
  } as const;
}

/**
 * Starts a subgraph with the settings of an environment. `logTo` replaces the access log: the bench measures what it costs; no setting can.
 * Errors: ConfigError; those of PostgreSQL and of the socket.
 */
export async function startSubgraph<Services extends object>(
  definition: SubgraphDefinition<Services>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  logTo?: LogTarget,
): Promise<RunningSubgraph> {
  const settings = readConfig(subgraphSettings(definition.name, definition.manifest.port), environment);
  const logger = pino({ name: definition.name, level: settings.logLevel });
  const { schema } = await buildSubgraph(definition);
  const database = await openDatabase(definition, settings.databaseUrl);
  // Feeds and the log are at work beside the requests: on the same pool, but with a count of their own, so that `statements` tells what requests cost.
  const feeds = new Database(database.dataSource);
  const producer = new FeedProducer(feeds);
  const executor = new Executor(schema, logger);
  const feedReaders = { hashes: settings.feedReaders, spine: settings.spine };
  const tokens = new InternalTokenVerifier(definition.name, settings.tokenSecrets);
  const log = new AccessLog(feeds);
  const looksGoTo = logTo ?? { log, pseudonyms: new Pseudonyms(feeds) };
  const roots = new LogRootMaker(feeds, definition.name, settings.logSigningKey);
  const documents = await keepDocuments(feeds, settings);
  const gateway = new Gateway(settings.gatewayUrl);
  const known = { definition, database, executor, producer, feedReaders, tokens, gateway };
  const served = { ...known, looksGoTo, documents, logger };
  const server = subgraphServer(served);
  const jobs = definition.jobs?.({ database: feeds, logger }) ?? [];
  try {
    const consumers = await consumersOf(definition, feeds, settings, logger);
    const port = await listen(server, settings.port, settings.host);
    for (const consumer of consumers) consumer.start();
    roots.start((error) => logger.warn({ fault: faultOf(error) }, "a daily root of the access log could not be made"));
    documents.sweeper.start((error) => logger.warn({ fault: faultOf(error) }, "documents could not be swept"));
    for (const job of jobs) job.start();
    const stop = async (): Promise<void> => {
      producer.stop();
      await Promise.all([
        closeServer(server),
        roots.stop(),
        documents.sweeper.stop(),
        gateway.close(),
        ...[...consumers, ...jobs].map((each) => each.stop()),
      ]);
      await log.settled();
      await database.close();
    };
    return { url: `http://${settings.host}:${port}`, database, consumers, stop };
  } catch (error) {
    // An open pool would keep the process, which has nothing to serve.
    await database.close();
    throw error;
  }
}

/** The whole of a subgraph's `main.ts`: starts, tells the supervisor its port, and ends with it. */
export async function runSubgraph<Services extends object>(definition: SubgraphDefinition<Services>): Promise<void> {
  try {
    const running = await startSubgraph(definition);
    endWithParent(() => running.stop());
    process.send?.({ type: "listening", port: Number(new URL(running.url).port) });
  } catch (error) {
    console.error(`${definition.name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    process.disconnect?.();
  }
}

/** A consumer for each feed that is configured and has a target; they do not follow yet. */
async function consumersOf<Services extends object>(
  definition: SubgraphDefinition<Services>,
  database: Database,
  settings: {
    readonly spine: string;
    readonly projectOwner: string;
    readonly feedSources: Readonly<Record<string, string>>;
    readonly feedSecret: string;
    readonly feedAgencies: Readonly<Record<string, string>>;
  },
  logger: Logger,
): Promise<FeedConsumer[]> {
  const feeds = Object.entries(settings.feedSources).map(([feed, url]) => {
    const [topic, producer = ""] = feed.split(" ");
    return { topic, source: { producer, url, consumer: definition.name, secret: settings.feedSecret } };
  });
  const consumers: FeedConsumer[] = [];
  const policy = policyTargetFor(settings.spine, agenciesIn(settings.feedAgencies), settings.projectOwner);
  for (const target of [policy, logRootTarget, ...(definition.feedTargets ?? [])]) {
    const sources = feeds
      // The own roots are kept where they are made: what vouches for them is that others keep them too.
      .filter(
        ({ topic, source }) => topic === target.topic && (topic !== "LOG_ROOT" || source.producer !== definition.name),
      )
      .map(({ source }) => source);
    await followOnly(
      database,
      target,
      sources.map(({ producer }) => producer),
    );
    consumers.push(
      ...sources.map((source) => new FeedConsumer(database, source, target, (trouble) => tellOf(trouble, logger))),
    );
  }
  return consumers;
}

function agenciesIn(codes: Readonly<Record<string, string>>): AgenciesOfProducers {
  return new Map(Object.entries(codes).map(([producer, listed]) => [producer, new Set(listed.split(","))]));
}

function tellOf(trouble: FeedTrouble, logger: Logger): void {
  if (trouble.reason === null) logger.info(trouble, "a feed answers again");
  else logger.warn(trouble, "a feed does not answer");
}

/** Answers the port. Errors: those of the socket. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** How long requests that are being answered may take to end, in milliseconds: a little more than the gateway waits for them. */
const drainMilliseconds = 1000;

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // A connection that is kept alive goes idle with its last answer, and would hold the process for seconds.
    const sweeping = setInterval(() => server.closeIdleConnections(), 20);
    const cutting = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
    server.once("close", () => {
      clearInterval(sweeping);
      clearTimeout(cutting);
    });
  });
}
