import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows, mergeFiles } from "@parcours/shared/testing/tell-stories";
import { aNeed, aSite, aStay, aUnit, idOf } from "../../test/fixtures.js";
import { definition } from "../subgraph.js";

const members = `query ($site: ID!, $first: Int!, $after: String) { site(id: $site) { members(first: $first, after: $after) {
  edges { node { since entrepreneur { id housing { stays { edges { node { label site { name } } } } } } enterprise { number } hasOpenNeed } }
  pageInfo { hasNextPage endCursor } } } }`;

interface Member {
  readonly since: string;
  readonly entrepreneur: { readonly id: string } | null;
  readonly enterprise: { readonly number: string } | null;
  readonly hasOpenNeed: boolean;
}

interface Answer {
  readonly site: {
    readonly members: {
      readonly edges: readonly { readonly node: Member }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

describe("the members of a site", () => {
  let housing: SubgraphUnderTest;
  const [big, small] = [idOf("big"), idOf("small")];

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    const { database } = housing;
    await insertRows(database, "site", [aSite({ id: big }), aSite({ id: small })]);
    const fifty = Array.from({ length: 50 }, (_, index) => idOf(`member ${index}`));
    await insertRows(
      database,
      "site_unit",
      fifty.map((_, position) => aUnit({ id: idOf(`unit ${position}`), site_id: big, position, code: `U${position}` })),
    );
    await insertRows(
      database,
      "housing_stay",
      fifty.map((entrepreneur_id, index) =>
        aStay({
          site_id: big,
          entrepreneur_id,
          unit_id: idOf(`unit ${index}`),
          enterprise_number: index % 2 ? null : `00${10_000_000 + index}`,
        }),
      ),
    );
    await insertRows(database, "need", [
      aNeed({ site_id: big, entrepreneur_id: fifty[0] ?? null }),
      aNeed({ site_id: big, entrepreneur_id: fifty[1] ?? null, no_follow_up_code: "NOT_WANTED" }),
    ]);
    await insertRows(database, "housing_stay", [
      aStay({
        site_id: small,
        entrepreneur_id: idOf("amina before"),
        enterprise_number: "0010000001",
        since: "2021-01-04",
        occurred_at: "2021-01-04T08:00:00Z",
      }),
      aStay({
        site_id: small,
        entrepreneur_id: idOf("amina"),
        enterprise_number: "0010000001",
        since: "2022-01-03",
        occurred_at: "2022-01-03T08:00:00Z",
      }),
      aStay({ site_id: small, entrepreneur_id: idOf("gone"), until: "2021-12-31" }),
      aStay({ site_id: small, entrepreneur_id: idOf("to come"), since: "2999-01-01" }),
      aStay({ site_id: small, entrepreneur_id: null, enterprise_number: "0010000002" }),
    ]);
    await mergeFiles(database, [idOf("amina before"), idOf("amina")]);
  });
  afterAll(() => housing.close());

  async function ask(site: string, first: number, after: string | null = null): Promise<Answer["site"]["members"]> {
    const { data, errors } = await housing.run(members, { site, first, after });
    expect(errors).toBeUndefined();
    return (data as Answer).site.members;
  }

  it("takes as many statements for fifty members as for ten", async () => {
    const cost = async (first: number): Promise<number> => {
      const before = housing.database.statements;
      expect((await ask(big, first)).edges).toHaveLength(first);
      return housing.database.statements - before;
    };
    const ten = await cost(10);
    expect(await cost(50)).toBe(ten);
    expect(ten).toBeLessThanOrEqual(6);
  });

  it("takes two merged files with two stays as one member, since the first of them, under the id in use", async () => {
    const { edges } = await ask(small, 10);
    expect(
      edges.map(({ node }) => [node.since, node.entrepreneur?.id ?? null, node.enterprise?.number ?? null]),
    ).toEqual([
      ["2021-01-04", idOf("amina"), "0010000001"],
      ["2020-01-06", null, "0010000002"],
    ]);
  });

  it("pages through all of them once", async () => {
    const seen: string[] = [];
    let page = await ask(big, 20);
    for (;;) {
      seen.push(...page.edges.map(({ node }) => node.entrepreneur?.id ?? ""));
      if (!page.pageInfo.hasNextPage) break;
      page = await ask(big, 20, page.pageInfo.endCursor);
    }
    expect(new Set(seen).size).toBe(50);
    expect(seen).toHaveLength(50);
  });

  it("flags who has a need that still waits, and not who has one with an end", async () => {
    const { edges } = await ask(big, 50);
    expect(edges.filter(({ node }) => node.hasOpenNeed).map(({ node }) => node.entrepreneur?.id)).toEqual([
      idOf("member 0"),
    ]);
  });

  it("shows the unit to the host of a site, not to a 1819 advisor", async () => {
    const query = `query ($site: ID!) { site(id: $site) { members(first: 1) { edges { node { unit { code } } } } } }`;
    const asAdvisor = await housing.run(query, { site: big });
    expect(asAdvisor.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["NOT_SHARED"]);
    const asHost = await housing.run(query, { site: big }, { reader: { role: "HOUSING_HOST", agency: "EEBIC" } });
    expect(asHost.errors).toBeUndefined();
  });
});
