import type { Row } from "@parcours/shared/demonstration/loader";
import { stories } from "@parcours/shared/demonstration/population";
import type { World } from "@parcours/shared/demonstration/story";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import { demonstration } from "../src/demonstration.js";
import { definition } from "../src/subgraph.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 2000 };

describe("what housing tells of two thousand demonstration entrepreneurs", () => {
  let housing: SubgraphUnderTest;
  const rows = new Map<string, Row[]>(demonstration.tables.map(({ name }) => [name, []]));

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    const emit = (table: string, row: Row): void => void rows.get(table)?.push(row);
    demonstration.world?.(world, emit);
    for (const story of stories(world)) demonstration.story(story, world, emit);
  });
  afterAll(() => housing.close());

  it("gives every row exactly the columns that its table lists", () => {
    for (const { name, columns } of demonstration.tables) {
      for (const row of rows.get(name) ?? []) expect(Object.keys(row).sort()).toEqual([...columns].sort());
    }
  });

  it("fills every table, and keeps every rule of the database", async () => {
    for (const { name } of demonstration.tables) {
      expect([name, rows.get(name)?.length ?? 0]).not.toEqual([name, 0]);
      await insertRows(housing.database, name, rows.get(name) ?? []);
    }
  });

  it("fills a site with at least fifty members (J08)", async () => {
    const full = await housing.database.dataSource.query<{ id: string }[]>(
      "select site_id as id from housing_stay where since <= current_date and coalesce(until, 'infinity') >= current_date group by 1 order by count(*) desc limit 1",
    );
    const { data } = await housing.run(
      `query ($id: ID!) { site(id: $id) { members(first: 100) { edges { cursor } } } }`,
      { id: full[0]?.id },
    );
    const { site } = data as { site: { members: { edges: unknown[] } } };
    expect(site.members.edges.length).toBeGreaterThanOrEqual(50);
  });

  it("points to stays, cheques and visits only: a need is nobody else's business", () => {
    const types = new Set(
      (rows.get("outbox") ?? []).map(({ body }) => (body as { readonly json: { readonly type: string } }).json.type),
    );
    expect([...types].sort()).toEqual(["CoworkingCheque", "HousingStay", "PermanenceVisit"]);
  });
});
