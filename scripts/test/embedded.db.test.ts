import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@parcours/shared/database-roles";
import { isPortFree } from "../lib/free-port.js";
import { openEmbedded, type EmbeddedCluster } from "../lib/postgres/embedded.js";
import { readPostmasterFile } from "../lib/postgres/postmaster.js";

const isRoot = process.getuid?.() === 0;

describe("the embedded PostgreSQL", () => {
  let folder: string;
  let cluster: EmbeddedCluster;
  const open = (): Promise<EmbeddedCluster> => openEmbedded({ home: join(folder, "postgres") });
  const ask = async (sql: string): Promise<unknown> =>
    Object.values(
      (await withClient(cluster.adminUrl, (client) => client.query<Record<string, unknown>>(sql))).rows[0] ?? {},
    )[0];
  const postmaster = (): number => readPostmasterFile(cluster.home.dataFolder)?.pid ?? 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "embedded-"));
    chmodSync(folder, 0o755);
    cluster = await open();
    await ask("create table kept as select 42 as answer");
  });
  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  it("runs on loopback only, in UTF-8, with room for every process, and keeps its password from others", async () => {
    expect(await ask("show listen_addresses")).toBe("127.0.0.1");
    expect(await ask("show server_encoding")).toBe("UTF8");
    expect(Number(await ask("show max_connections"))).toBeGreaterThanOrEqual(200);
    expect(statSync(cluster.home.accessFile).mode & 0o077).toBe(0);
    const wrong = cluster.adminUrl.replace(/:[^:@]+@/, ":wrong@");
    await expect(withClient(wrong, () => Promise.resolve())).rejects.toThrow("password authentication failed");
  });

  it("is found again while it runs, also by several starts at once", async () => {
    const pid = postmaster();
    const again = await Promise.all([open(), open(), open()]);
    expect(again.map(({ port, reused }) => [port, reused])).toEqual(Array(3).fill([cluster.port, true]));
    expect(postmaster()).toBe(pid);
  });

  it("comes back with its data after a stop, on the same port", async () => {
    await cluster.stop();
    await cluster.stop();
    const { port } = cluster;
    cluster = await open();
    expect([cluster.port, cluster.reused, await ask("select answer from kept")]).toEqual([port, false, 42]);
  });

  it("comes back with its data after kill -9 of the server", async () => {
    await ask("checkpoint");
    process.kill(postmaster(), "SIGKILL");
    cluster = await open();
    expect([cluster.reused, await ask("select answer from kept")]).toEqual([false, 42]);
  });

  it("does not believe a stale file that names a stranger's process", async () => {
    const file = join(cluster.home.dataFolder, "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    await cluster.stop();
    writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
    cluster = await open();
    expect(await ask("select answer from kept")).toBe(42);
  });

  it("takes another port when its own was taken meanwhile", async () => {
    await cluster.stop();
    const squatter: Server = createServer().listen(cluster.port, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const { port } = cluster;
    cluster = await open();
    squatter.close();
    expect(cluster.port).not.toBe(port);
    expect(await ask("select answer from kept")).toBe(42);
  });

  it("begins again where the first start was interrupted", async () => {
    const home = join(folder, "interrupted");
    const first = await openEmbedded({ home, fast: true });
    await first.stop();
    rmSync(join(first.home.dataFolder, "PG_VERSION"));
    const second = await openEmbedded({ home, fast: true });
    await second.stop();
    expect(existsSync(join(second.home.dataFolder, "PG_VERSION"))).toBe(true);
  });

  it("says in one line when the data is of another version, and starts nothing", async () => {
    const home = join(folder, "old");
    const old = await openEmbedded({ home, fast: true });
    await old.stop();
    writeFileSync(join(old.home.dataFolder, "PG_VERSION"), "9\n");
    await expect(openEmbedded({ home })).rejects.toThrow(
      /The data in .* is of PostgreSQL 9 and this is \d+: remove the folder to start afresh/,
    );
    expect(await isPortFree(old.port)).toBe(true);
  });

  it("says in one line what PostgreSQL has against the data", async () => {
    const home = join(folder, "broken");
    const broken = await openEmbedded({ home, fast: true });
    await broken.stop();
    rmSync(join(broken.home.dataFolder, "global/pg_control"));
    const failure = await openEmbedded({ home }).catch((error: Error) => error.message);
    expect(failure).toMatch(/^The database in .* does not start: .*pg_control.* starts afresh\.$/);
  });

  (isRoot ? it : it.skip)(
    "moves its data to /var/tmp when root's checkout is closed to the server's user",
    async () => {
      const closed = mkdtempSync(join(tmpdir(), "closed-"));
      const moved = await openEmbedded({ home: join(closed, "postgres"), fast: true });
      try {
        expect(moved.home.folder).toMatch(/^\/var\/tmp\/parcours-postgres-[0-9a-f]{12}-\d+$/);
        const again = await openEmbedded({ home: join(closed, "postgres"), fast: true });
        expect([again.reused, again.port]).toEqual([true, moved.port]);
      } finally {
        await moved.stop();
        rmSync(moved.home.folder, { recursive: true });
        rmSync(closed, { recursive: true });
      }
    },
  );
});
