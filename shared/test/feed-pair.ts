/** A producer that serves its feed over HTTP and a consumer's database, both on real PostgreSQL, for the feed's tests. */
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { AccessLog } from "../src/access-log/access-log.js";
import { Pseudonyms } from "../src/access-log/pseudonyms.js";
import { migrate, openDatabase, statement, type Database } from "../src/database.js";
import type { ScannerPlace } from "../src/documents/document-scanner.js";
import { keepDocuments, type KeptDocuments } from "../src/documents/document-settings.js";
import { hashSecret } from "../src/feed/feed-access.js";
import { FeedConsumer, type FeedTarget, type FeedTrouble } from "../src/feed/feed-consumer.js";
import { FeedProducer } from "../src/feed/feed-producer.js";
import { publish, type OutboxRow } from "../src/feed/outbox.js";
import { policyTargetFor } from "../src/feed/policy-target.js";
import { buildSubgraph } from "../src/graphql/build-schema.js";
import { InternalTokenSigner, InternalTokenVerifier } from "../src/identity/internal-token.js";
import { idFrom } from "../src/ids.js";
import { Executor } from "../src/server/executor.js";
import { subgraphServer } from "../src/server/subgraph-server.js";
import { createTestDatabase, type TestDatabase } from "../src/testing/postgres.js";
import { orchard } from "./orchard.js";

export const secret = "a-secret-of-the-consumer";
/** The secret of the gateway's tokens for the orchard, and who signs them. */
export const tokenSecret = "the-gateway-and-the-orchard-know-this-one";
export const gatewaySigner = new InternalTokenSigner("orchard", tokenSecret);
const logger = pino({ level: "silent" });

/** A migrated database of the orchard. */
export interface OpenedDatabase {
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  close(): Promise<void>;
}

/** Makes and migrates one. */
export async function openOrchard(name: string, poolSize = 10): Promise<OpenedDatabase> {
  const testDatabase = await createTestDatabase(name);
  await migrate(orchard, testDatabase.ownerUrl);
  const database = await openDatabase(orchard, testDatabase.appUrl, poolSize);
  const close = async (): Promise<void> => {
    await database.close();
    await testDatabase.drop();
  };
  return { database, testDatabase, close };
}

/** A feed that is served. */
export interface ServedFeed extends OpenedDatabase {
  readonly url: string;
  readonly server: Server;
  readonly producer: FeedProducer;
  readonly log: AccessLog;
  readonly documents: KeptDocuments;
}

/** Serves an orchard; `orchard` may read everything, `other` the policy. @param documentStore a folder of its own if not given */
export async function serveOrchard(
  name: string,
  {
    poolSize = 10,
    documentStore,
    documentScanner = null,
  }: {
    readonly poolSize?: number;
    readonly documentStore?: string;
    readonly documentScanner?: ScannerPlace | null;
  } = {},
): Promise<ServedFeed> {
  const opened = await openOrchard(name, poolSize);
  const producer = new FeedProducer(opened.database);
  const { schema } = await buildSubgraph(orchard);
  const log = new AccessLog(opened.database);
  const folder = mkdtempSync(join(tmpdir(), "parcours-orchard-"));
  const documents = await keepDocuments(opened.database, {
    documentStore: documentStore ?? join(folder, "held"),
    documentUploads: join(folder, "uploads"),
    documentScanner,
    tokenSecrets: [tokenSecret],
  });
  const feedReaders = { hashes: { spine: hashSecret(secret), other: hashSecret(secret) }, spine: "spine" };
  const server = subgraphServer({
    definition: orchard,
    database: opened.database,
    executor: new Executor(schema, logger),
    producer,
    feedReaders,
    tokens: new InternalTokenVerifier("orchard", [tokenSecret]),
    looksGoTo: { log, pseudonyms: new Pseudonyms(opened.database) },
    documents,
    logger,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    producer.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { ...opened, url, server, producer, log, documents, close };
}

/** Follows the policy of a feed as the subgraph `other`. */
export function follow(
  database: Database,
  url: string,
  options: {
    producer?: string;
    target?: FeedTarget;
    onTrouble?: (trouble: FeedTrouble) => void;
    patience?: number;
  } = {},
): FeedConsumer {
  const {
    producer = "spine",
    target = policyTargetFor("spine", new Map([["coaching", new Set(["HUB"])]])),
    onTrouble = () => undefined,
    patience,
  } = options;
  return new FeedConsumer(database, { producer, url, consumer: "other", secret }, target, onTrouble, patience);
}

/** A mandate of person `index`, as the policy tells it. */
export function mandate(index: number, key = `m${index}`): OutboxRow {
  const body = {
    kind: "MANDATE",
    entrepreneurId: idFrom("person", index),
    enterpriseNumber: "0202239951",
    since: "2020-01-01",
    until: null,
  };
  return { topic: "POLICY", key, body, source: "TEST" };
}

/** Its tombstone. */
export function gone(key: string): OutboxRow {
  return { topic: "POLICY", key, body: null, source: "TEST" };
}

/** Publishes rows in one transaction. */
export async function tell(database: Database, ...rows: readonly OutboxRow[]): Promise<void> {
  await database.transaction((queries) => publish(queries, rows));
}

/** What a consumer holds of a producer: its keys, in order. */
export async function keysOf(database: Database): Promise<string[]> {
  const rows = await database.query<{ key: string }>(
    statement("select key from policy_relation union all select key from policy_identity order by key"),
  );
  return rows.map(({ key }) => key);
}
