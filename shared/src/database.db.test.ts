import { setTimeout as pause } from "node:timers/promises";
import { openOrchard, type OpenedDatabase } from "../test/feed-pair.js";
import { orchard, Tree } from "../test/orchard.js";
import { withClient } from "./database-roles.js";
import { columnsOf, migrate, revert, snakeCase, statement, type Database } from "./database.js";
import { kernelMigrations } from "./feed/migrations.js";
import { migration } from "./migration.js";
import { createTestDatabase } from "./testing/postgres.js";

const one = statement("select 1 as one");
const myself = statement("select pg_backend_pid() as pid");

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("database", 1)));
afterAll(() => opened.close());

/** A role may end its own connections. */
const kill = (pid: number | undefined) =>
  withClient(opened.testDatabase.appUrl, (app) => app.query("select pg_terminate_backend($1, 2000)", [pid]));
const pidOf = async (database: Pick<Database, "query">): Promise<number | undefined> =>
  (await database.query<{ pid: number }>(myself))[0]?.pid;

describe("a statement", () => {
  it("is named by its text: equal texts share a plan, others never a name", () => {
    expect(statement("select 1").name).toBe(statement("select 1").name);
    const names = Array.from({ length: 5000 }, (_, index) => statement(`select ${index}`).name);
    expect(new Set(names).size).toBe(5000);
    // PostgreSQL cuts longer names, and two plans would meet.
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(64);
  });

  it("is prepared once per connection", async () => {
    const counted = statement(
      "select count(*)::int as count from pg_prepared_statements where statement like '%counted once%' /* counted once */",
    );
    for (let round = 0; round < 3; round += 1) expect(await opened.database.query(counted)).toEqual([{ count: 1 }]);
  });

  it("gives a calendar day as the text it is, an instant as an instant", async () => {
    const rows = await opened.database.query(
      statement(
        `select date '2024-03-31' as day, timestamptz '2024-03-31 01:00+00' as instant, 9007199254740993::bigint as cents`,
      ),
    );
    expect(rows).toEqual([{ day: "2024-03-31", instant: new Date("2024-03-31T01:00:00Z"), cents: "9007199254740993" }]);
  });
});

describe("a transaction", () => {
  const insert = statement(
    "insert into tree (id, agency_code, occurred_at, source, species) values (gen_random_uuid(), 'A', now(), 'T', $1)",
  );
  const count = async (): Promise<number> =>
    (await opened.database.query<{ count: number }>(statement("select count(*)::int as count from tree")))[0]?.count ??
    -1;

  it("holds as a whole or not at all, and gives its connection back in both cases", async () => {
    const before = await count();
    for (let round = 0; round < 5; round += 1) {
      const failing = opened.database.transaction(async (queries) => {
        await queries.query(insert, ["plum"]);
        throw new Error("changed my mind");
      });
      await expect(failing).rejects.toThrow("changed my mind");
    }
    expect(await opened.database.transaction((queries) => queries.query(insert, ["pear"]).then(() => "kept"))).toBe(
      "kept",
    );
    expect(await count()).toBe(before + 1);
  });

  it("gives the connection back after a refused statement", async () => {
    await expect(opened.database.transaction((queries) => queries.query(statement("select nonsense")))).rejects.toThrow(
      "nonsense",
    );
    expect(await opened.database.query(one)).toEqual([{ one: 1 }]);
  });

  it("whose connection is cut is refused; the process lives, and the next one works", async () => {
    const cut = opened.database.transaction(async (queries) => {
      await kill(await pidOf(queries));
      // Nothing runs on the connection when it goes: only its event tells.
      await pause(100);
      await queries.query(insert, ["fig"]);
    });
    await expect(cut).rejects.toThrow(/terminat|not queryable/i);
    const before = await count();
    await opened.database.transaction((queries) => queries.query(insert, ["fig"]));
    expect(await count()).toBe(before + 1);
  });
});

describe("a pool", () => {
  it("outlives a connection that is cut while it rests", async () => {
    const pid = await pidOf(opened.database);
    await kill(pid);
    await pause(100);
    expect(await pidOf(opened.database)).not.toBe(pid);
  });

  it("tells who finds no free connection, instead of letting it wait without end", async () => {
    let release = (): void => undefined;
    const holding = opened.database.transaction(() => new Promise<void>((resolve) => (release = resolve)));
    const started = performance.now();
    await expect(opened.database.query(one)).rejects.toThrow("timeout");
    expect(performance.now() - started).toBeLessThan(8000);
    release();
    await holding;
    expect(await opened.database.query(one)).toEqual([{ one: 1 }]);
  }, 15_000);

  it("names its connections, and ends statements that nobody waits for any more", async () => {
    const rows = await opened.database.query(
      statement(
        `select current_setting('application_name') as name, current_setting('statement_timeout') as longest, current_setting('idle_in_transaction_session_timeout') as idle`,
      ),
    );
    expect(rows).toEqual([{ name: "parcours orchard", longest: "30s", idle: "1min" }]);
  });
});

describe("migrations", () => {
  it("take the time they take, and are undone one by one", async () => {
    const patient = migration(
      11,
      "patient",
      `create table patient (timeout text); insert into patient select current_setting('statement_timeout')`,
      "drop table patient",
    );
    const testDatabase = await createTestDatabase("patience");
    const schema = { ...orchard, migrations: [...orchard.migrations, patient] };
    expect(await migrate(schema, testDatabase.ownerUrl)).toHaveLength(kernelMigrations.length + 2);
    expect(await migrate(schema, testDatabase.ownerUrl)).toEqual([]);
    const rows = await withClient(testDatabase.ownerUrl, (owner) => owner.query("select timeout from patient"));
    expect(rows.rows).toEqual([{ timeout: "0" }]);
    expect(await revert(schema, testDatabase.ownerUrl)).toBe(1);
    expect(await revert(schema, testDatabase.ownerUrl, 99)).toBe(kernelMigrations.length + 1);
    expect(await revert(schema, testDatabase.ownerUrl)).toBe(0);
    await testDatabase.drop();
  });

  it("leave nothing of one that fails", async () => {
    const broken = migration(11, "broken", "create table half (id int); select nonsense", "drop table half");
    const testDatabase = await createTestDatabase("broken");
    await expect(
      migrate({ ...orchard, migrations: [...orchard.migrations, broken] }, testDatabase.ownerUrl),
    ).rejects.toThrow("nonsense");
    const found = await withClient(testDatabase.ownerUrl, (owner) =>
      owner.query("select to_regclass('half') as half, to_regclass('tree') is not null as tree"),
    );
    expect(found.rows).toEqual([{ half: null, tree: true }]);
    await testDatabase.drop();
  });

  it("are refused to the role that serves", async () => {
    await expect(opened.database.query(statement("create table mine (id int)"))).rejects.toThrow("permission denied");
  });
});

describe("the columns of an entity", () => {
  it("are those of all classes it extends, each under its property's name", () => {
    const columns = columnsOf(Tree, "t");
    for (const column of [
      't.id as "id"',
      't.agency_code as "agencyCode"',
      't.occurred_at as "occurredAt"',
      't.species as "species"',
    ])
      expect(columns).toContain(column);
    expect(() => columnsOf(class Nothing {}, "t")).toThrow("Nothing has no columns");
  });

  it.each([
    ["openedAt", "opened_at"],
    ["id", "id"],
    ["kboNumber2Text", "kbo_number2_text"],
    ["HTTPServer", "httpserver"],
  ])("%s is the column %s", (property, column) => {
    expect(snakeCase(property)).toBe(column);
  });
});
