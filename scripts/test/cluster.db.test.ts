import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropDatabase, prepareDatabase, urlWith, withClient } from "@parcours/shared/database-roles";
import { testAdminUrl, testPrefix } from "@parcours/shared/testing/postgres";
import { checkServer, openCluster } from "../lib/postgres/cluster.js";
import { passwordsFor } from "../lib/postgres/secrets.js";
import { readClusterSettings } from "../lib/settings.js";

const password = "long-enough";

describe("databases and roles", () => {
  const database = `${testPrefix()}cluster`;
  const prepare = () => prepareDatabase(testAdminUrl(), { database, ownerPassword: password, appPassword: password });
  afterAll(() => dropDatabase(testAdminUrl(), database));

  it("are made once by many at once, and kept", async () => {
    const [first] = await Promise.all([prepare(), prepare(), prepare()]);
    await withClient(first.ownerUrl, (client) => client.query("create table kept (id int)"));
    const again = await prepare();
    await withClient(again.appUrl, (client) => client.query("insert into kept values (1)"));
  });

  it("get a password back that was changed or lost", async () => {
    await prepare();
    await withClient(testAdminUrl(), (client) => client.query(`alter role ${database}_app password 'other'`));
    const { appUrl } = await prepare();
    await expect(withClient(appUrl, (client) => client.query("select 1"))).resolves.toBeDefined();
  });

  it("can be made by an administrator who is no superuser", async () => {
    const admin = `${testPrefix()}admin`;
    await withClient(testAdminUrl(), (client) =>
      client.query(`create role ${admin} login createdb createrole password '${password}'`),
    );
    const adminUrl = urlWith(testAdminUrl(), { user: admin, password });
    const other = `${testPrefix()}by_admin`;
    const { appUrl } = await prepareDatabase(adminUrl, {
      database: other,
      ownerPassword: password,
      appPassword: password,
    });
    await expect(withClient(appUrl, (client) => client.query("select 1"))).resolves.toBeDefined();
    await dropDatabase(testAdminUrl(), other);
    await withClient(testAdminUrl(), (client) => client.query(`drop role ${admin}`));
  });

  it("refuse a name that is no name", async () => {
    await expect(
      prepareDatabase(testAdminUrl(), { database: "a; drop", ownerPassword: password, appPassword: password }),
    ).rejects.toThrow("is no plain database name");
  });
});

describe("a server of DATABASE_ADMIN_URL", () => {
  it("is used as it is, under the prefix of the settings, and never stopped", async () => {
    const cluster = await openCluster(
      readClusterSettings({ DATABASE_ADMIN_URL: testAdminUrl(), DATABASE_PREFIX: "mine_" }),
    );
    expect(cluster).toMatchObject({ adminUrl: testAdminUrl(), prefix: "mine_", reused: true });
    await cluster.stop();
    await expect(checkServer(testAdminUrl())).resolves.toMatch(/^\d+/);
  });

  it.each([
    [
      "does not answer",
      "postgresql://a:b@127.0.0.1:1/postgres",
      /^The PostgreSQL server of DATABASE_ADMIN_URL at 127\.0\.0\.1:1 does not let us in \(.*ECONNREFUSED.*\): start it or mend the URL\.$/,
    ],
    [
      "does not know the user",
      () => urlWith(testAdminUrl(), { user: "nobody_we_know" }),
      /nobody_we_know.*: start it or mend the URL\.$/,
    ],
  ])("that %s is told in one line without its password", async (_, url, message) => {
    await expect(checkServer(typeof url === "string" ? url : url())).rejects.toThrow(message);
  });

  it("needs a role that may make databases and roles", async () => {
    const role = `${testPrefix()}weak`;
    await withClient(testAdminUrl(), (client) => client.query(`create role ${role} login password '${password}'`));
    await expect(checkServer(urlWith(testAdminUrl(), { user: role, password }))).rejects.toThrow(
      "give it CREATEDB and CREATEROLE",
    );
    await withClient(testAdminUrl(), (client) => client.query(`drop role ${role}`));
  });
});

describe("kept passwords", () => {
  it("are made once, also by many at once, and are for this user's eyes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "secrets-"));
    const all = await Promise.all([passwordsFor(["a/x", "a/y"], folder), passwordsFor(["a/y", "a/z"], folder)]);
    expect(all[0]["a/y"]).toBe(all[1]["a/y"]);
    expect(all[0]["a/x"]).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(Object.keys(JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) as object).sort()).toEqual([
      "a/x",
      "a/y",
      "a/z",
    ]);
    expect(statSync(join(folder, "secrets.json")).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
