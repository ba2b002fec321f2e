/** Searching the register. */
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { enterprises, enterpriseWith, openToldRegistry } from "./told-registry.js";

let registry: SubgraphUnderTest;
beforeAll(async () => {
  registry = await openToldRegistry();
}, 60_000);
afterAll(() => registry.close());

describe("a search", () => {
  it("finds by the beginnings of words of any of its names, also an establishment's", async () => {
    const story = enterpriseWith(({ establishments }) => (establishments[0]?.commercialName ?? "").length > 5);
    const name = story.establishments[0]?.commercialName?.toUpperCase() ?? "";
    const { data } = await registry.run(
      `query ($name: String) { registryEnterprises(name: $name, first: 100) { edges { node { number } } } }`,
      { name },
    );
    expect(JSON.stringify(data)).toContain(story.number);
  });

  it("pages by number, without gap or repetition", async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await registry.run(
        `query ($after: String) { registryEnterprises(numberPrefix: "0010", first: 7, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { edges, pageInfo } = (
        data as {
          registryEnterprises: {
            edges: { node: { number: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).registryEnterprises;
      seen.push(...edges.map(({ node }) => node.number));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    const expected = enterprises
      .map(({ number }) => number)
      .filter((number) => number.startsWith("0010"))
      .sort();
    expect(seen).toEqual(expected);
  });

  it.each([{}, { name: "a" }, { name: "…" }, { numberPrefix: "020" }, { numberPrefix: "02020202020" }])(
    "that is too wide is refused: %j",
    async (search) => {
      const { errors } = await registry.run(
        `query ($name: String, $numberPrefix: String) { registryEnterprises(name: $name, numberPrefix: $numberPrefix) { edges { cursor } } }`,
        search,
      );
      expect(errors?.[0]?.extensions?.["code"]).toBe("REGISTRY_SEARCH_TOO_WIDE");
    },
  );
});
