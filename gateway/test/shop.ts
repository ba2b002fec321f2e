/**
 * A foreign supergraph: a chain of keys (`upc` leads to `sku`, `sku` to reviews), an input of another subgraph (`weight`), and fields
 * that must not be null.
 */
import { GraphQLError } from "graphql";
import type { TestSubgraph } from "./subgraphs.js";
import { startSubgraph } from "./subgraphs.js";

/** What the shop's subgraphs hold; a test changes it. */
export const shelf = {
  /** Products whose `sku` the stock keeps to itself. */
  hiddenSku: new Set<string>(),
  /** Products that the reviews do not know. */
  unknownToReviews: new Set<string>(),
};

/** Starts products, stock and reviews. */
export async function startShop(
  options: { delayMilliseconds?: number } = {},
): Promise<{ products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph }> {
  const products = await startSubgraph(
    "products",
    `
    type Query { products: [Product] first: Product! }
    type Mutation { rename(upc: ID!, name: String!): Product }
    type Product @key(fields: "upc") { upc: ID! name: String }
  `,
    {
      Query: {
        products: () => [
          { upc: "1", name: "one" },
          { upc: "2", name: "two" },
        ],
        first: () => ({ upc: "1", name: "one" }),
      },
      Mutation: { rename: (_: unknown, product: object) => product },
    },
    options,
  );
  const stock = await startSubgraph(
    "stock",
    `
    type Query { warehouses: Int }
    type Product @key(fields: "upc") @key(fields: "sku") { upc: ID! sku: ID weight: Int }
  `,
    {
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => ({ upc, sku: `s${upc}`, weight: 5 }),
        sku: ({ upc, sku }: { upc: string; sku: string }) => {
          if (shelf.hiddenSku.has(upc)) throw new GraphQLError("kept", { extensions: { code: "NOT_SHARED" } });
          return sku;
        },
      },
    },
    options,
  );
  const reviews = await startSubgraph(
    "reviews",
    `
    type Query { critics: Int }
    type Product @key(fields: "sku") { sku: ID stars: Int rating: Int! }
    type Mutation { praise: Int }
  `,
    {
      Product: {
        __resolveReference: ({ sku }: { sku: string }) =>
          shelf.unknownToReviews.has(sku) ? null : { sku, stars: 4, rating: 9 },
      },
    },
    options,
  );
  return { products, stock, reviews };
}
