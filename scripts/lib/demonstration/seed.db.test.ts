import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { migrate } from "@parcours/shared/database";
import { withClient } from "@parcours/shared/database-roles";
import { hardCases } from "@parcours/shared/demonstration/cases";
import { documentsOf } from "@parcours/shared/demonstration/documents/documents";
import type { DemonstrationLoader } from "@parcours/shared/demonstration/loader";
import { stories, storyOf } from "@parcours/shared/demonstration/population";
import type { World } from "@parcours/shared/demonstration/story";
import { openDocumentStore, type DocumentStore } from "@parcours/shared/documents/document-store";
import { createTestDatabase, type TestDatabase } from "@parcours/shared/testing/postgres";
import { orchard } from "../../../shared/test/orchard.js";
import { isDate } from "./dates.js";
import { fillDatabases, progressText } from "./seed.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 600 };

const tables = `
  create table place (id uuid primary key, source text not null);
  create table person (id uuid primary key, family text not null, numbers text[] not null, born date, facts jsonb not null, source text not null);
  create table amount (id uuid primary key, person_id uuid not null references person, cents bigint not null, at timestamptz not null, source text not null);
  create table outbox (id bigint generated always as identity, topic text not null, key text not null, body jsonb, source text not null)`;

const loader: DemonstrationLoader = {
  tables: [
    { name: "place", columns: ["id"] },
    { name: "person", columns: ["id", "family", "numbers", "born", "facts"] },
    { name: "amount", columns: ["id", "person_id", "cents", "at"] },
    { name: "outbox", columns: ["topic", "key", "body"] },
  ],
  world: ({ entrepreneurs }, emit) =>
    emit("place", { id: `00000000-0000-4000-8000-${String(entrepreneurs).padStart(12, "0")}` }),
  story({ id, name, contactPoints, birthDate, language, financing }, _world, emit) {
    emit("person", {
      id,
      family: name.family,
      numbers: contactPoints.map(({ value }) => value),
      born: birthDate,
      facts: { json: { language, name } },
    });
    emit("outbox", { topic: "POINTER", key: id, body: { json: { language } } });
    for (const application of financing.applications)
      emit("amount", {
        id: application.id,
        person_id: id,
        cents: application.amountAsked,
        at: application.submittedAt,
      });
  },
};

describe("seeding", () => {
  let database: TestDatabase;
  const ask = async (sql: string): Promise<unknown[]> =>
    withClient(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
  const fill = (of: World = world, by: DemonstrationLoader = loader) =>
    fillDatabases([{ name: "test", ownerUrl: database.ownerUrl, loader: by }], of);

  beforeEach(async () => {
    database = await createTestDatabase("seed");
    await withClient(database.ownerUrl, (client) => client.query(tables));
  });
  afterEach(() => database.drop());

  it("writes every story as it was told, and names the caller", async () => {
    const { caller, rows } = await fill();
    expect(caller).toBe(storyOf(world, 0).contactPoints[0]?.value);
    expect(await ask("select count(*)::int as count from person")).toEqual([{ count: 600 }]);
    const person = storyOf(world, hardCases.APOSTROPHE);
    expect(await ask(`select family, numbers, born::text, facts from person where id = '${person.id}'`)).toEqual([
      {
        family: person.name.family,
        numbers: person.contactPoints.map(({ value }) => value),
        born: person.birthDate,
        facts: { language: person.language, name: person.name },
      },
    ]);
    const [application] = storyOf(world, hardCases.STACKED_CREDIT).financing.applications;
    expect(await ask(`select cents, at from amount where id = '${application?.id}'`)).toEqual([
      { cents: "1200000", at: application?.submittedAt },
    ]);
    expect(
      await ask(
        "select (select count(*) from person) + (select count(*) from amount) + (select count(*) from place) + (select count(*) from outbox) as all",
      ),
    ).toEqual([{ all: String(rows["test"]) }]);
  });

  it("replaces its own rows only, and tells the feed what is gone", async () => {
    await ask("insert into person values ('00000000-0000-4000-8000-000000000001', 'Kept', '{}', null, '{}', 'OFFICE')");
    await fill();
    await fill({ ...world, entrepreneurs: 60 });
    expect(await ask("select source, count(*)::int as count from person group by source order by source")).toEqual([
      { source: "DEMONSTRATION", count: 60 },
      { source: "OFFICE", count: 1 },
    ]);
    expect(
      await ask(
        "select count(*)::int as count from (select distinct on (key) body from outbox order by key, id desc) newest where body is null",
      ),
    ).toEqual([{ count: 540 }]);
  });

  it("gives the same rows when it is run again", async () => {
    const sum = "select md5(string_agg(p::text, '' order by id)) as sum from person p";
    await fill();
    const before = await ask(sum);
    await fill();
    expect(await ask(sum)).toEqual(before);
  });

  it("leaves the database as it was when a row is refused, and says where", async () => {
    await fill({ ...world, entrepreneurs: 60 });
    const broken: DemonstrationLoader = {
      ...loader,
      story: ({ id, index, language }, _world, emit) =>
        emit("person", {
          id,
          family: "x",
          numbers: [],
          born: index === 500 ? "no date" : null,
          facts: { json: language },
        }),
    };
    await expect(fill(world, broken)).rejects.toThrow(
      /database of test: .*no date.*COPY person, line \d+, column born/,
    );
    expect(await ask("select count(*)::int as count from person")).toEqual([{ count: 60 }]);
  });

  it.each([
    ["without a column that it lists", () => ({ id: "00000000-0000-4000-8000-000000000001" }), "without family"],
  ])("refuses a row %s", async (_what, row, message) => {
    await expect(fill(world, { ...loader, story: (_story, _world, emit) => emit("person", row()) })).rejects.toThrow(
      message,
    );
  });

  it("refuses a table that is not listed, and a second seed while one runs", async () => {
    await expect(fill(world, { ...loader, story: (_story, _world, emit) => emit("other", {}) })).rejects.toThrow(
      "a table other",
    );
    await withClient(database.ownerUrl, async (client) => {
      await client.query("begin; select pg_advisory_xact_lock(7002)");
      await expect(fill()).rejects.toThrow("Another seed");
    });
  });

  it("makes worlds of nobody", async () => {
    await fill({ ...world, entrepreneurs: 0 });
    expect(
      await ask("select (select count(*)::int from person) as people, (select count(*)::int from place) as places"),
    ).toEqual([{ people: 0, places: 1 }]);
  });

  it("refuses a day that does not exist", async () => {
    await expect(fill({ ...world, asOf: "2026-02-30" })).rejects.toThrow("is no day");
    expect([isDate("2024-02-29"), isDate("2026-13-01"), isDate("31-01-2026")]).toEqual([true, false, false]);
  });
});

describe("seeding documents", () => {
  const folder = mkdtempSync(join(tmpdir(), "parcours-seed-"));
  let database: TestDatabase;
  let store: DocumentStore;
  beforeAll(async () => {
    [database, store] = await Promise.all([
      createTestDatabase("seed documents"),
      openDocumentStore({ kind: "FOLDER", folder }),
    ]);
    await migrate(orchard, database.ownerUrl);
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const small: World = { ...world, entrepreneurs: 120 };
  const told = [...stories(small)].flatMap((story) => documentsOf(story, small));
  const ofAgencies = (world: World, ...agencies: string[]) => {
    const quiet: DemonstrationLoader = {
      tables: [{ name: "outbox", columns: ["topic", "key", "body"] }],
      story: () => undefined,
    };
    const documents = { store, agencies: new Set(agencies) };
    return fillDatabases([{ name: "test", ownerUrl: database.ownerUrl, loader: quiet, documents }], world);
  };
  const ask = async (sql: string): Promise<Record<string, unknown>[]> =>
    withClient(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
  const isKept = (id: string): Promise<boolean> =>
    store
      .read(id)
      .then(text)
      .then(
        (content) => content.startsWith("%PDF"),
        () => false,
      );

  it("keeps each with its bytes at the subgraph of its agency, and points to those that may be pointed to", async () => {
    await ofAgencies(small, "HUB", "COM");
    const expected = told.filter(({ agency }) => ["HUB", "COM"].includes(agency));
    const rows = await ask("select id, restricted from document order by id");
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id).sort());
    for (const { id } of rows) expect(await isKept(String(id))).toBe(true);
    const pointers = await ask("select key from outbox where topic = 'POINTER' and body is not null");
    expect(pointers).toHaveLength(rows.filter(({ restricted }) => !restricted).length);
    expect(await ask("select from document_bytes")).toEqual([]);
  });

  it("leaves word of the bytes of those that are gone, and takes it back of those that come again", async () => {
    await ofAgencies(small, "HUB");
    const gone = told.filter(({ agency }) => agency === "COM").map(({ id }) => ({ document_id: id }));
    expect(gone.length).toBeGreaterThan(0);
    const words = "select document_id from document_bytes order by 1";
    expect(await ask(words)).toEqual(gone.toSorted((one, other) => (one.document_id < other.document_id ? -1 : 1)));
    await ofAgencies(small, "HUB", "COM");
    expect(await ask(words)).toEqual([]);
  });

  it("leaves word of the bytes that it wrote where everything is taken back", async () => {
    await ofAgencies({ ...small, entrepreneurs: 0 }, "HUB");
    await ask("delete from document_bytes");
    await ask("alter table document add constraint refused check (version < 2)");
    await expect(ofAgencies(small, "HUB")).rejects.toThrow("refused");
    await ask("alter table document drop constraint refused");
    expect(await ask("select from document")).toEqual([]);
    const words = (await ask("select document_id as id from document_bytes")).map(({ id }) => String(id));
    expect(words.sort()).toEqual(
      told
        .filter(({ agency }) => agency === "HUB")
        .map(({ id }) => id)
        .sort(),
    );
  });
});

it("says how far it is", () => {
  expect(progressText(12_500, 100_000, 5000)).toBe("12,500 of 100,000 entrepreneurs, 2,500 a second, 35 s left");
});
