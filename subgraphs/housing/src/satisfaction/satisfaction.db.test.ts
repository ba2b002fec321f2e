import { brusselsDate } from "@parcours/shared/periods";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import { definition } from "../subgraph.js";
import { quarterOf } from "./satisfaction.rules.js";

const results = `query ($agency: ID!, $first: Int = 20, $after: String) { satisfaction(agency: $agency, first: $first, after: $after) {
  edges { node { quarter answers averageScore agency { code } } } pageInfo { hasNextPage endCursor } } }`;

/** So many answers about HUB, given in one quarter. */
function answers(quarter: string, scores: readonly number[]) {
  return scores.map((score, index) => ({
    about_agency_code: "HUB",
    quarter,
    score,
    suggestion: index === 0 ? "Plus d'heures" : null,
  }));
}

interface Results {
  readonly satisfaction: {
    readonly edges: readonly {
      readonly node: { readonly quarter: string; readonly answers: number; readonly averageScore: number };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe("results of the satisfaction survey", () => {
  let housing: SubgraphUnderTest;

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    await insertRows(housing.database, "satisfaction_answer", [
      ...answers("2023-01-01", [5, 4, 4, 3, 2, 4]),
      ...answers("2023-04-01", [5, 5, 5, 5]),
      ...answers("2023-07-01", [1, 2, 3, 4, 5]),
      ...answers(quarterOf(brusselsDate(new Date())), [5, 5, 5, 5, 5, 5]),
    ]);
  });
  afterAll(() => housing.close());

  async function ask(variables: Readonly<Record<string, unknown>>): Promise<Results["satisfaction"]> {
    const { data, errors } = await housing.run(results, variables);
    expect(errors).toBeUndefined();
    return (data as Results).satisfaction;
  }

  it("are told of quarters that have ended, with five answers or more, the last first", async () => {
    const { edges } = await ask({ agency: "HUB" });
    expect(edges.map(({ node }) => [node.quarter, node.answers, node.averageScore])).toEqual([
      ["2023-07-01", 5, 3],
      ["2023-01-01", 6, 3.7],
    ]);
  });

  it("look the same for too few answers and for none", async () => {
    expect((await ask({ agency: "NOBODY" })).edges).toEqual([]);
  });

  it("are paged", async () => {
    const one = await ask({ agency: "HUB", first: 1 });
    const two = await ask({ agency: "HUB", first: 1, after: one.pageInfo.endCursor });
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(two.edges.map(({ node }) => node.quarter)).toEqual(["2023-01-01"]);
  });

  it("show what was suggested to the host who asked, and to nobody else", async () => {
    const query = `{ satisfaction(agency: "HUB", first: 1) { edges { node { suggestions } } } }`;
    expect((await housing.run(query)).errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["NOT_SHARED"]);
    const asHost = await housing.run(query, {}, { reader: { role: "HOUSING_HOST", agency: "CITYDEV" } });
    expect(asHost.data).toEqual({ satisfaction: { edges: [{ node: { suggestions: ["Plus d'heures"] } }] } });
  });

  it("come from answers that name no person, no site and no day", async () => {
    const columns = await housing.database.dataSource.query<{ column_name: string }[]>(
      "select column_name from information_schema.columns where table_name = 'satisfaction_answer' order by 1",
    );
    expect(columns.map(({ column_name }) => column_name)).toEqual([
      "about_agency_code",
      "id",
      "quarter",
      "score",
      "source",
      "suggestion",
    ]);
  });
});
