import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { migrate, openDatabase, statement, type Database } from "@parcours/shared/database";
import { dropDatabase, prepareDatabase, withClient, type DatabaseUrls } from "@parcours/shared/database-roles";
import { hashSecret } from "@parcours/shared/feed/feed-access";
import { FeedConsumer } from "@parcours/shared/feed/feed-consumer";
import { publish } from "@parcours/shared/feed/outbox";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { internalTokenHeader, InternalTokenSigner } from "@parcours/shared/identity/internal-token";
import { idFrom } from "@parcours/shared/ids";
import { startSubgraph, type RunningSubgraph } from "@parcours/shared/server/start-subgraph";
import { newSigningKey } from "../../../shared/test/log-rows.js";
import { orchard } from "../../../shared/test/orchard.js";
import { reservePorts } from "../free-port.js";
import { runAs, serverAccount } from "../postgres/account.js";
import { verifyLog } from "../verify-log/verify-log.js";
import { backUp, restore } from "./backup.js";
import { findPostgresTools, installedTools } from "./postgres-tools.js";

const secret = "the-secret-with-which-somebody-reads-feeds";
const tokenSecret = "the-gateway-and-the-orchard-know-this-one";
const signer = new InternalTokenSigner("orchard", tokenSecret);
const person = idFrom("person", 1);

/** A server of the very version of the tools, where its programs are installed beside them; null elsewhere. */
async function serverOfTools(folder: string): Promise<{ adminUrl: string; stop: () => Promise<void> } | null> {
  const [tools] = await installedTools();
  const bin = tools && dirname(tools.dump);
  if (!bin || !existsSync(join(bin, "initdb"))) return null;
  const [account, data, { first: port, release }] = [serverAccount(), join(folder, "data"), await reservePorts(1)];
  const run = async (program: string, args: readonly string[]): Promise<void> => {
    const { code, output } = await runAs(account, join(bin, program), args);
    if (code !== 0) throw new Error(output);
  };
  chmodSync(folder, 0o777);
  await run("initdb", ["-D", data, "--username=admin", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  await run("pg_ctl", ["start", "-D", data, "-w", "-o", options, "-l", join(folder, "server.log")]);
  return {
    adminUrl: `postgresql://admin@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await run("pg_ctl", ["stop", "-D", data, "-m", "immediate", "-w"]);
      release();
    },
  };
}

/** What a test opened and has not closed, the last first. */
const open: (() => Promise<unknown>)[] = [];
const closeAll = async (): Promise<void> => {
  for (const close of open.splice(0).reverse()) await close();
};

let folder: string;
let server: Awaited<ReturnType<typeof serverOfTools>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parcours-backup-"));
  server = await serverOfTools(folder);
  if (!server) console.log("There are no pg_dump and initdb here: backup and restore are not tried.");
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a test where it can run; where not, the line above has said so. */
async function onServer(work: (adminUrl: string) => Promise<void>): Promise<void> {
  if (server) await work(server.adminUrl);
}

async function withOrchard(adminUrl: string, work: (urls: DatabaseUrls) => Promise<void>): Promise<void> {
  const database = `backup_${randomBytes(4).toString("hex")}`;
  const urls = await prepareDatabase(adminUrl, { database, ownerPassword: "password1", appPassword: "password2" });
  await migrate(orchard, urls.ownerUrl);
  try {
    await work(urls);
  } finally {
    await closeAll();
    await dropDatabase(adminUrl, database);
  }
}

async function start(urls: DatabaseUrls): Promise<RunningSubgraph> {
  const running = await startSubgraph(orchard, {
    DATABASE_URL_ORCHARD: urls.appUrl,
    PORT: "0",
    SPINE: "orchard",
    FEED_SECRET: secret,
    FEED_READERS: JSON.stringify({ other: hashSecret(secret) }),
    FEED_AGENCIES: "{}",
    FEED_SOURCES: "{}",
    TOKEN_SECRETS: tokenSecret,
    LOG_SIGNING_KEY: newSigningKey(),
    LOG_LEVEL: "silent",
  });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= running.stop());
  open.push(stop);
  return { ...running, stop };
}

/** A look at a person: a row in the log. */
async function look({ url }: RunningSubgraph): Promise<void> {
  const body = JSON.stringify({ query: `{ trees(entrepreneurId: "${person}") { edges { cursor } } }` });
  const reader = { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", caseReference: "call-1" } as const;
  const token = signer.sign({ reader, requestId: "request-1", hop: 1 }, body);
  const headers = { "content-type": "application/json", [internalTokenHeader]: token };
  expect((await fetch(`${url}/graphql`, { method: "POST", headers, body })).status).toBe(200);
}

const mandate = (index: number) => ({
  topic: "POLICY" as const,
  key: `m${index}`,
  body: {
    kind: "MANDATE",
    entrepreneurId: idFrom("person", index),
    enterpriseNumber: "0202239951",
    since: "2020-01-01",
    until: null,
  },
  source: "TEST",
});
const keysOf = async (copy: Database): Promise<string[]> =>
  (await copy.query<{ key: string }>(statement("select key from policy_relation order by key"))).map(({ key }) => key);
/** Who may do what with every table, function and whatever will be made. */
const rightsOf = async ({ ownerUrl }: DatabaseUrls): Promise<unknown[]> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<object>(
      `select relname as name, array(select unnest(relacl)::text order by 1) as rights from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
       union all select proname, array(select unnest(proacl)::text order by 1) from pg_proc where pronamespace = 'public'::regnamespace
       union all select nspname, array(select unnest(nspacl)::text order by 1) from pg_namespace where nspname = 'public'
       union all select 'default ' || defaclobjtype::text, array(select unnest(defaclacl)::text order by 1) from pg_default_acl order by 1`,
    );
    return rows;
  });
const verify = (urls: DatabaseUrls) => verifyLog({ name: "orchard", ownerUrl: urls.ownerUrl }, []);

describe("a database that is put back", () => {
  it("is as it was; its log is whole, and who follows its feeds reads them again", async () => {
    await onServer((adminUrl) =>
      withOrchard(adminUrl, async (urls) => {
        await withOrchard(adminUrl, async (consumers) => {
          const file = join(folder, `${randomBytes(4).toString("hex")}.backup`);
          let running = await start(urls);
          const copy = await openDatabase(orchard, consumers.appUrl, 2);
          open.push(() => copy.close());
          const readAll = async (): Promise<void> => {
            const source = { producer: "orchard", url: running.url, consumer: "other", secret };
            const consumer = new FeedConsumer(copy, source, policyTargetFor("orchard", new Map()), () => undefined);
            while (!(await consumer.pull())) continue;
            await consumer.stop();
          };
          await publish(running.database, [mandate(1), mandate(2)]);
          await look(running);
          await readAll();
          const rights = await rightsOf(urls);
          expect(await backUp({ name: "orchard", ownerUrl: urls.ownerUrl }, file)).toBeGreaterThan(1000);
          expect(statSync(file).mode & 0o777).toBe(0o600);

          // What comes after the backup: a mandate more, one less, another look.
          await publish(running.database, [mandate(3), { ...mandate(1), body: null }]);
          await look(running);
          await readAll();
          expect(await keysOf(copy)).toEqual(["m2", "m3"]);
          await expect(restore({ name: "orchard", ownerUrl: urls.ownerUrl }, file)).rejects.toThrow("is connected");
          await running.stop();
          await withClient(urls.ownerUrl, (client) => client.query("create table younger (id int primary key)"));

          await restore({ name: "orchard", ownerUrl: urls.ownerUrl }, file);
          expect(await migrate(orchard, urls.ownerUrl)).toEqual([]);
          expect(await rightsOf(urls)).toEqual(rights);
          expect((await verify(urls)).faults).toEqual([]);
          expect((await verify(urls)).rows).toBe(1);
          running = await start(urls);
          await readAll();
          expect(await keysOf(copy)).toEqual(["m1", "m2"]);
          // It serves as before: with its own role, which still cannot change the log.
          await look(running);
          expect((await verify(urls)).faults).toEqual([]);
          expect((await verify(urls)).rows).toBe(2);
          await expect(running.database.query(statement("delete from access_log"))).rejects.toThrow(
            "permission denied",
          );
          await expect(running.database.query(statement("select from younger"))).rejects.toThrow("does not exist");
        });
      }),
    );
  });

  it("never replaces another backup, and is not taken from what is none", async () => {
    await onServer((adminUrl) =>
      withOrchard(adminUrl, async ({ ownerUrl }) => {
        const file = join(folder, "none.backup");
        writeFileSync(file, "not a backup");
        await expect(backUp({ name: "orchard", ownerUrl }, file)).rejects.toThrow("exists");
        await expect(restore({ name: "orchard", ownerUrl }, file)).rejects.toThrow("is no backup");
        await expect(restore({ name: "orchard", ownerUrl }, join(folder, "absent"))).rejects.toThrow(
          "There is no file",
        );
        await withClient(ownerUrl, (client) => client.query("select from outbox"));
      }),
    );
  });

  it("needs tools as new as the server, and says what to install", async () => {
    await expect(findPostgresTools(99)).rejects.toThrow("postgresql-client-99");
  });
});
