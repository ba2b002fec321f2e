import { openDatabase, migrate, statement, type Database } from "@parcours/shared/database";
import { hardCases } from "@parcours/shared/demonstration/cases";
import { storyOf } from "@parcours/shared/demonstration/population";
import type { World } from "@parcours/shared/demonstration/story";
import { newId } from "@parcours/shared/ids";
import { erase, type ErasureOrder } from "@parcours/shared/rights/erasure";
import { retain } from "@parcours/shared/rights/retain";
import { createTestDatabase, type TestDatabase } from "@parcours/shared/testing/postgres";
import { demonstration as coaching } from "../../subgraphs/coaching/src/demonstration.js";
import { definition as coachingDefinition } from "../../subgraphs/coaching/src/subgraph.js";
import { demonstration as financing } from "../../subgraphs/financing/src/demonstration.js";
import { definition as financingDefinition } from "../../subgraphs/financing/src/subgraph.js";
import { demonstration as frontDoor } from "../../subgraphs/front-door/src/demonstration.js";
import { definition as frontDoorDefinition } from "../../subgraphs/front-door/src/subgraph.js";
import { demonstration as housing } from "../../subgraphs/housing/src/demonstration.js";
import { definition as housingDefinition } from "../../subgraphs/housing/src/subgraph.js";
import { fillDatabases } from "../lib/demonstration/seed.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 400 };
const today = world.asOf;
const owners = [
  { definition: coachingDefinition, loader: coaching },
  { definition: financingDefinition, loader: financing },
  { definition: housingDefinition, loader: housing },
  { definition: frontDoorDefinition, loader: frontDoor },
];

interface Owner {
  readonly name: string;
  readonly retention: NonNullable<(typeof owners)[number]["definition"]["retention"]>;
  readonly testDatabase: TestDatabase;
  readonly database: Database;
}

let opened: Owner[];
beforeAll(async () => {
  opened = await Promise.all(
    owners.map(async ({ definition }) => {
      const testDatabase = await createTestDatabase(`rights_${definition.name}`);
      await migrate(definition, testDatabase.ownerUrl);
      const database = await openDatabase(definition, testDatabase.ownerUrl, 2);
      return { name: definition.name, retention: definition.retention ?? [], testDatabase, database };
    }),
  );
  const targets = opened.map(({ name, testDatabase }, place) => {
    const owner = owners[place];
    if (!owner) throw new Error(name);
    return { name, ownerUrl: testDatabase.ownerUrl, loader: owner.loader };
  });
  await fillDatabases(targets, world);
}, 120_000);
afterAll(async () => {
  for (const { database, testDatabase } of opened) {
    await database.close();
    await testDatabase.drop();
  }
});

const readColumns = statement(
  `select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and table_name not in ('migrations', 'outbox') and data_type in ('uuid', 'text', 'jsonb', 'ARRAY')`,
);
const readTold = statement(
  `select key from (select distinct on (topic, key) topic, key, body from outbox order by topic, key, id desc) told where position($1 in body::text) > 0`,
);

/** Every table of an owner in which a text stands anywhere, whatever the column. */
async function placesOf({ database }: Owner, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column } of await database.query<{ table: string; column: string }>(readColumns)) {
    const look = statement(`select from ${table} where position($1 in ${column}::text) > 0 limit 1`);
    if ((await database.query(look, [text])).length > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

const rowsOf = async (owner: Owner): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      owner.retention.map(async ({ table }) => {
        const [row] = await owner.database.query<{ rows: number }>(
          statement(`select count(*)::int as rows from ${table}`),
        );
        return [table, row?.rows ?? 0] as const;
      }),
    ),
  );

const by = { agencyCode: "1819", staffId: "dpo-1", caseReference: "gdpr-1" };
const order = (person: string): ErasureOrder => ({
  idempotencyKey: newId(),
  ids: [person],
  ownEnterprises: [],
  today,
  by,
});

describe("a person whom every pole knows", () => {
  const story = storyOf(world, hardCases.KNOWN_TO_EVERY_POLE);

  it("is everywhere before, and after an erasure only where the law says so, as an id", async () => {
    for (const owner of opened) {
      expect(await placesOf(owner, story.id)).not.toEqual([]);
      const before = await rowsOf(owner);
      const report = await erase(owner.database, owner.retention, order(story.id), async () => undefined);
      const after = await rowsOf(owner);
      const gone = Object.keys(before).reduce((sum, table) => sum + (before[table] ?? 0) - (after[table] ?? 0), 0);
      expect(report.lines.reduce((sum, { erased }) => sum + erased, 0)).toBe(gone);
      expect(gone + report.lines.reduce((sum, { kept }) => sum + kept, 0)).toBeGreaterThan(0);
      for (const { kept, basis } of report.lines) expect(basis !== null).toBe(kept > 0);

      const kept = new Set(report.lines.filter((line) => line.kept > 0).map(({ line }) => line));
      const allowed = owner.retention.filter(({ line }) => kept.has(line)).map(({ table }) => table);
      const places = await placesOf(owner, story.id);
      expect(places.filter((place) => !allowed.includes(place.split(".")[0] ?? ""))).toEqual([]);
      expect(places.every((place) => /\.(entrepreneur_id|canonical_id)$/.test(place))).toBe(true);
      expect(await owner.database.query(readTold, [story.id])).toEqual([]);
    }
    expect(
      await placesOf(opened[3] as Owner, story.name.family).then((places) =>
        places.includes("entrepreneur.family_name"),
      ),
    ).toBe(
      Array.from({ length: world.entrepreneurs }, (_, index) => storyOf(world, index)).some(
        ({ id, name }) => id !== story.id && name.family.includes(story.name.family),
      ),
    );
  });

  it("has nothing more to lose the second time, and nobody else lost anything", async () => {
    for (const owner of opened) {
      const before = await rowsOf(owner);
      const report = await erase(owner.database, owner.retention, order(story.id), async () => undefined);
      expect(report.lines.filter(({ erased, unnamed }) => erased + unnamed > 0)).toEqual([]);
      expect(await rowsOf(owner)).toEqual(before);
    }
  });
});

describe("everybody of the demonstration", () => {
  it("can be erased, and then the front door holds nobody", async () => {
    for (const owner of opened)
      for (let index = 0; index < 60; index += 1)
        await erase(owner.database, owner.retention, order(storyOf(world, index).id), async () => undefined);
    const frontDoorOwner = opened[3] as Owner;
    const names = Array.from({ length: 60 }, (_, index) => storyOf(world, index).id);
    const left = statement("select from entrepreneur where id = any($1::uuid[])");
    expect(await frontDoorOwner.database.query(left, [names])).toEqual([]);
  }, 120_000);
});

describe("periods of retention", () => {
  it("leave today what they would take in thirty years, and say so without taking it", async () => {
    for (const { database, retention } of opened) {
      const now = await retain(database, retention, { today: "2017-01-01", dryRun: true });
      expect(now.filter(({ due }) => due > 0)).toEqual([]);
      const then = await retain(database, retention, { today: "2070-01-01", dryRun: true });
      expect(await retain(database, retention, { today: "2070-01-01", dryRun: true })).toEqual(then);
    }
  });

  it("take what has ended, children first, and tell the feeds", async () => {
    for (const owner of opened.slice(0, 3)) {
      const would = await retain(owner.database, owner.retention, { today: "2070-01-01", dryRun: true });
      const did = await retain(owner.database, owner.retention, { today: "2070-01-01", dryRun: false });
      expect(did.map(({ due }) => due)).toEqual(would.map(({ due }) => due));
      const after = await rowsOf(owner);
      expect(
        did
          .filter(({ table }) => !["erasure", "log_subject", "log_enterprise"].includes(table))
          .map(({ table, kept }) => [table, kept]),
      ).toEqual(owner.retention.map(({ table }) => [table, after[table]]));
      // What is gone is pointed to by nobody.
      const entries = owner.retention.filter(({ person }) => person === "entrepreneur_id").map(({ table }) => table);
      const dangling = statement(
        `select key from (select distinct on (topic, key) topic, key, body from outbox where topic = 'POINTER' order by topic, key, id desc) told
          where body is not null and not exists (select from (${entries.map((table) => `select id::text as id from ${table}`).join(" union all ")}) rows where rows.id = told.key)`,
      );
      expect(await owner.database.query(dangling)).toEqual([]);
    }
  }, 60_000);
});
