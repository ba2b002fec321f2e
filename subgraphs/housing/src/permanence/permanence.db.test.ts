import type { Row } from "@parcours/shared/demonstration/loader";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import { aPermanence, aSite, idOf } from "../../test/fixtures.js";
import { definition } from "../subgraph.js";

const timetable = `query ($site: ID!, $from: Date, $first: Int = 20, $after: String) { permanences(siteId: $site, from: $from, first: $first, after: $after) {
  edges { node { agency { code } weekday opensAt startsAt endsAt } } pageInfo { hasNextPage endCursor } } }`;

interface Timetable {
  readonly permanences: {
    readonly edges: readonly {
      readonly node: {
        readonly agency: { readonly code: string };
        readonly startsAt: Date;
        readonly endsAt: Date;
        readonly opensAt: string;
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe("permanences", () => {
  let housing: SubgraphUnderTest;
  const [site, booked] = [idOf("site"), idOf("booked")];

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    await insertRows(housing.database, "site", [aSite({ id: site }), aSite({ id: booked })]);
    await insertRows(housing.database, "permanence", [
      aPermanence({ site_id: site, weekday: 2 }),
      aPermanence({
        site_id: site,
        weekday: 1,
        agency_code: "HUB",
        opens_at: "09:30",
        closes_at: "12:00",
        since: "2018-01-01",
      }),
      aPermanence({ site_id: site, weekday: 3, agency_code: "ATRIUM", until: "2017-12-31" }),
      aPermanence({ site_id: booked }),
    ]);
  });
  afterAll(() => housing.close());

  async function ask(variables: Readonly<Record<string, unknown>>): Promise<Timetable["permanences"]> {
    const { data, errors } = await housing.run(timetable, { site, ...variables });
    expect(errors).toBeUndefined();
    return (data as Timetable).permanences;
  }

  it("come in the order in which they are held from a day on, in Brussels time", async () => {
    const { edges } = await ask({ from: "2024-03-26" });
    expect(
      edges.map(({ node }) => [
        node.agency.code,
        new Date(node.startsAt).toISOString(),
        new Date(node.endsAt).toISOString(),
      ]),
    ).toEqual([
      ["INNOVIRIS", "2024-03-26T13:00:00.000Z", "2024-03-26T15:30:00.000Z"],
      // Summer time began on 31 March.
      ["HUB", "2024-04-01T07:30:00.000Z", "2024-04-01T10:00:00.000Z"],
    ]);
  });

  it("are listed from their first day on and until their last", async () => {
    expect((await ask({ from: "2017-12-25" })).edges.map(({ node }) => node.agency.code)).toEqual([
      "INNOVIRIS",
      "ATRIUM",
      "HUB",
    ]);
    expect((await ask({ from: "2017-12-28" })).edges.map(({ node }) => node.agency.code)).toEqual(["HUB", "INNOVIRIS"]);
  });

  it("are paged", async () => {
    const one = await ask({ from: "2024-03-26", first: 1 });
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = await ask({ from: "2024-03-26", first: 1, after: one.pageInfo.endCursor });
    expect([...one.edges, ...two.edges].map(({ node }) => node.opensAt)).toEqual(["14:00", "09:30"]);
    expect(two.pageInfo.hasNextPage).toBe(false);
  });

  it.each<[string, Row]>([
    ["the same hours", {}],
    ["hours that overlap", { opens_at: "16:00", closes_at: "18:00" }],
    ["hours that overlap from some day on", { since: "2030-01-01" }],
  ])("cannot be booked twice in one place: %s", async (_, change) => {
    await expect(
      insertRows(housing.database, "permanence", [aPermanence({ site_id: booked, agency_code: "HUB", ...change })]),
    ).rejects.toThrow(/permanence_place_booked_once/);
  });

  it.each<[string, Row]>([
    ["behind it", { opens_at: "16:30", closes_at: "18:00" }],
    ["in another room", { place: "P2" }],
    ["on another day", { weekday: 4 }],
    ["before it began", { since: "2016-01-01", until: "2017-02-28" }],
  ])("may be booked %s", async (_, change) => {
    await expect(
      insertRows(housing.database, "permanence", [aPermanence({ site_id: booked, agency_code: "HUB", ...change })]),
    ).resolves.toBeUndefined();
  });
});
