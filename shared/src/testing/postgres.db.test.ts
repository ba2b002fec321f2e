import { withClient } from "../database-roles.js";
import { createTestDatabase, type TestDatabase } from "./postgres.js";

describe("a test database", () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await createTestDatabase("Roles & rights")));
  afterAll(() => database.drop());

  const asOwner = (sql: string) => withClient(database.ownerUrl, (client) => client.query(sql));
  const asApp = (sql: string) => withClient(database.appUrl, (client) => client.query(sql));

  it("lets the owner make tables, with pg_trgm and unaccent", async () => {
    await asOwner(
      "create extension pg_trgm; create extension unaccent; create table thing (id bigint generated always as identity primary key, name text)",
    );
  });

  it("lets the app role read and write rows, and nothing else", async () => {
    await asApp("insert into thing (name) values ('Émile')");
    const { rows } = await asApp("update thing set name = lower(name) returning name");
    expect(rows).toEqual([{ name: "émile" }]);
    await asApp("delete from thing");
    await expect(asApp("create table other (id int)")).rejects.toThrow("permission denied for schema public");
    await expect(asApp("truncate thing")).rejects.toThrow("permission denied for table thing");
    await expect(asApp("create temporary table other (id int)")).rejects.toThrow(
      "permission denied to create temporary tables",
    );
  });

  it("lets a migration take a right back from the app role", async () => {
    await asOwner(`create table log (id int); revoke update, delete on log from ${database.database}_app`);
    await asApp("insert into log values (1)");
    await expect(asApp("delete from log")).rejects.toThrow("permission denied for table log");
  });

  it("orders by code point on every server", async () => {
    const { rows } = await asApp(
      "select string_agg(v, ' ' order by v) as sorted from unnest(array['b', 'é', 'B', 'a', 'Z']) v",
    );
    expect(rows).toEqual([{ sorted: "B Z a b é" }]);
  });

  it("keeps the roles of one database out of another", async () => {
    const other = await createTestDatabase("other");
    const wrong = new URL(other.appUrl);
    wrong.pathname = `/${database.database}`;
    await expect(withClient(wrong.href, (client) => client.query("select 1"))).rejects.toThrow(
      "permission denied for database",
    );
    await other.drop();
  });

  it("is quick to make", async () => {
    const started = performance.now();
    const quick = await createTestDatabase("quick");
    const milliseconds = performance.now() - started;
    await quick.drop();
    expect(milliseconds).toBeLessThan(1_000);
  });
});
