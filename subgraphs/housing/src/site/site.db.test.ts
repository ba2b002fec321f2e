import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import { aSite, aUnit, idOf } from "../../test/fixtures.js";
import { definition } from "../subgraph.js";

const list = `query ($filter: SiteFilter, $first: Int = 20, $after: String) { sites(filter: $filter, first: $first, after: $after) {
  edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

interface List {
  readonly sites: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe("sites", () => {
  let housing: SubgraphUnderTest;
  const [first, second, third] = ["first", "second", "third"].map(idOf) as [string, string, string];

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    await insertRows(housing.database, "site", [
      aSite({ id: first, opened_on: "2013-01-15", youth_friendly: true }),
      aSite({ id: second, opened_on: "2014-01-01", kind_code: "COWORKING", agency_code: "COWORKING_BRUSSELS" }),
      aSite({
        id: third,
        opened_on: "2016-04-01",
        nis_code: "21004",
        municipality_fr: "Bruxelles",
        municipality_nl: "Brussel",
      }),
    ]);
    const units = [0, 1, 2].map((position) => aUnit({ site_id: first, position, code: `U${position}` }));
    await insertRows(housing.database, "site_unit", [...units, aUnit({ site_id: second, code: "V0" })]);
  });
  afterAll(() => housing.close());

  async function ask(variables: Readonly<Record<string, unknown>>): Promise<List["sites"]> {
    const { data, errors } = await housing.run(list, variables);
    expect(errors).toBeUndefined();
    return (data as List).sites;
  }

  it.each<[string, Readonly<Record<string, unknown>> | null, readonly string[]]>([
    ["none", null, [third, second, first]],
    ["kind", { kinds: ["COWORKING"] }, [second]],
    ["operator", { operators: ["EEBIC"] }, [third, first]],
    ["municipality", { nisCodes: ["21004"] }, [third]],
    ["youth", { youthFriendly: true }, [first]],
    ["kind and municipality", { kinds: ["COWORKING"], nisCodes: ["21004"] }, []],
  ])("are listed by filter: %s", async (_, filter, ids) => {
    expect((await ask({ filter })).edges.map(({ node }) => node.id)).toEqual(ids);
  });

  it("are paged", async () => {
    const one = await ask({ first: 2 });
    const two = await ask({ first: 2, after: one.pageInfo.endCursor });
    expect([...one.edges, ...two.edges].map(({ node }) => node.id)).toEqual([third, second, first]);
  });

  it("have names and addresses in the reader's language, and say when a language is missing", async () => {
    const query = `query ($id: ID!) { site(id: $id) { name municipality street kind { label } operator { code } } }`;
    const { data, extensions } = await housing.run(query, { id: third }, { language: "EN" });
    expect(data).toEqual({
      site: {
        name: "Incubator",
        municipality: "Bruxelles",
        street: "Rue Haute 1",
        kind: { label: "Incubator" },
        operator: { code: "EEBIC" },
      },
    });
    expect(extensions).toEqual({ languages: [{ asked: "EN", given: "FR" }] });
  });

  it("page their units in their own order, those of several sites in one statement", async () => {
    const query = `query ($first: Int!, $after: String) { sites { edges { node { units(first: $first, after: $after) { edges { node { code } } pageInfo { endCursor } } } } } }`;
    const before = housing.database.statements;
    const { data } = await housing.run(query, { first: 2 });
    expect(housing.database.statements - before).toBe(2);
    interface Units {
      sites: { edges: { node: { units: { edges: { node: { code: string } }[]; pageInfo: { endCursor: string } } } }[] };
    }
    const units = (data as Units).sites.edges.map(({ node }) => node.units);
    expect(units.map(({ edges }) => edges.map(({ node }) => node.code))).toEqual([[], ["V0"], ["U0", "U1"]]);
    const next = await housing.run(query, { first: 2, after: units[2]?.pageInfo.endCursor });
    expect((next.data as Units).sites.edges[2]?.node.units.edges.map(({ node }) => node.code)).toEqual(["U2"]);
  });

  it("answer an unknown id with nothing but the id", async () => {
    const { data, errors } = await housing.run(`{ site(id: "${idOf("unknown")}") { id name } }`);
    expect(data).toEqual({ site: { id: idOf("unknown"), name: null } });
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["NOT_SHARED"]);
  });
});
