import { PageLoaders } from "./page-loaders.js";
import { pageOf, type Page, type PageRequest } from "./paging.js";

interface Fruit {
  readonly of: string;
  readonly label?: string;
}

const after = { at: new Date("2026-01-05T09:00:00Z"), id: "11111111-1111-4111-8111-111111111111" };

function fruitOf(key: string, { first }: PageRequest): Page<Fruit> {
  return pageOf([{ of: key }], { first, after: null }, () => after);
}

describe("the pages of a list", () => {
  it("are read together where the same page is asked, apart where another is, and completed", async () => {
    const asked: unknown[] = [];
    const fruit = new PageLoaders<Fruit>(
      async (keys, request) => {
        asked.push([...keys]);
        return keys.map((key) => fruitOf(key, request));
      },
      (row) => ({ ...row, label: `fruit of ${row.of}` }),
    );
    const pages = await Promise.all([
      fruit.of("a", { first: 2, after: null }),
      fruit.of("b", { first: 2, after: null }),
      fruit.of("a", { first: 2, after: { ...after, at: new Date(after.at) } }),
      fruit.of("b", { first: 2, after }),
      fruit.of("b", { first: 3, after }),
    ]);
    expect(pages.map(({ edges }) => edges[0]?.node.label)).toEqual(
      ["a", "b", "a", "b", "b"].map((key) => `fruit of ${key}`),
    );
    expect(asked).toEqual([["a", "b"], ["a", "b"], ["b"]]);
  });

  it("are apart by whatever else the list is narrowed to", async () => {
    const asked: unknown[] = [];
    const fruit = new PageLoaders<Fruit, PageRequest & { readonly kinds: readonly string[] | null }>(
      async (keys, request) => {
        asked.push(request.kinds);
        return keys.map((key) => fruitOf(key, request));
      },
    );
    const page = { first: 1, after: null };
    await Promise.all([
      fruit.of("a", { ...page, kinds: ["APPLE"] }),
      fruit.of("a", { ...page, kinds: null }),
      fruit.of("b", { ...page, kinds: null }),
    ]);
    expect(asked).toEqual([["APPLE"], null]);
  });
});
