import { demonstrationEnterpriseNumber } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { definition } from "../src/subgraph.js";
import { aMandate, aPerson } from "./fixtures.js";

let subgraph: SubgraphUnderTest;
beforeAll(async () => void (subgraph = await openSubgraphUnderTest(definition)));
afterAll(() => subgraph.close());

interface Page {
  readonly edges: readonly { readonly node: { readonly said: string; readonly since: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every page of a list of the person. */
async function whole(id: string, list: string, said: string): Promise<Page["edges"][number]["node"][]> {
  const query = `query ($id: ID!, $after: String) { entrepreneur(id: $id) { page: ${list}(first: 40, after: $after) {
    edges { node { ${said} since } } pageInfo { hasNextPage endCursor } } } }`;
  const nodes = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const { data, errors } = await subgraph.run(query, { id, after });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = (data as { entrepreneur: { page: Page } }).entrepreneur.page;
    nodes.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  }
  return nodes;
}

describe("an accountant", () => {
  it("has every mandate and every number listed, the latest first, each once, beyond what is shown at a glance", async () => {
    const phones = Array.from({ length: 60 }, (_, index) => `+3222${String(index).padStart(6, "0")}`);
    const id = await aPerson(subgraph.database, { given: "Bea", family: "Boekhouder", phones });
    const numbers = Array.from({ length: 130 }, (_, index) => demonstrationEnterpriseNumber(index));
    for (const [index, number] of numbers.entries())
      await aMandate(subgraph.database, id, number, `20${10 + (index % 7)}-0${1 + (index % 3)}-01`);
    const mandates = await whole(id, "mandateHistory", "enterprise { number } said: id");
    expect(mandates).toHaveLength(130);
    expect(new Set(mandates.map(({ said }) => said)).size).toBe(130);
    const days = mandates.map(({ since }) => since);
    expect(days).toEqual([...days].sort().reverse());
    const points = await whole(id, "contactHistory", "said: value");
    expect(new Set(points.map(({ said }) => said))).toEqual(new Set(phones));
    const glance = await subgraph.run(
      `query ($id: ID!) { entrepreneur(id: $id) { mandates { id } contactPoints { id } } }`,
      { id },
    );
    const { entrepreneur } = glance.data as { entrepreneur: { mandates: unknown[]; contactPoints: unknown[] } };
    expect([entrepreneur.mandates.length, entrepreneur.contactPoints.length]).toEqual([100, 50]);
  });
});
