import { startGateway, summaryOf } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { shelf, startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";

describe("places of an answer that stayed empty", () => {
  let shop: { products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph };
  let gateway: TestGateway;

  beforeAll(async () => {
    shop = await startShop();
    gateway = await startGateway(Object.values(shop));
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(shop).map(({ kill }) => kill()));
  });
  beforeEach(() => {
    shelf.hiddenSku.clear();
    shelf.unknownToReviews.clear();
    for (const subgraph of Object.values(shop)) subgraph.behaviour = "well";
  });

  it("says who is behind a fetch that was skipped because its key never came", async () => {
    shop.stock.behaviour = "reset";
    const answer = await gateway.ask("{ products { name stars } }");
    expect(answer.data).toEqual({
      products: [
        { name: "one", stars: null },
        { name: "two", stars: null },
      ],
    });
    expect(summaryOf(answer)).toEqual([
      "SUBGRAPH_UNAVAILABLE products.0.stars",
      "SUBGRAPH_UNAVAILABLE products.1.stars",
    ]);
    expect(answer.errors?.[0]?.extensions["service"]).toBe("stock");
    expect(shop.reviews.received).toEqual([]);
  });

  it("turns the error of a key that the client did not ask into errors of the fields that needed it", async () => {
    shelf.hiddenSku.add("2");
    const answer = await gateway.ask("{ products { name stars } }");
    expect(answer.data).toEqual({
      products: [
        { name: "one", stars: 4 },
        { name: "two", stars: null },
      ],
    });
    expect(summaryOf(answer)).toEqual(["NOT_SHARED products.1.stars"]);
  });

  it("keeps the error of a key that the client asked, beside those of the fields that needed it", async () => {
    shelf.hiddenSku.add("2");
    const answer = await gateway.ask("{ products { sku stars } }");
    expect(summaryOf(answer)).toEqual(["NOT_SHARED products.1.sku", "NOT_SHARED products.1.stars"]);
  });

  it("points beneath a null that a missing non-null field made", async () => {
    shop.reviews.behaviour = "reset";
    const answer = await gateway.ask("{ products { name rating } }");
    expect(answer.data).toEqual({ products: [null, null] });
    expect(summaryOf(answer)).toEqual([
      "SUBGRAPH_UNAVAILABLE products.0.rating",
      "SUBGRAPH_UNAVAILABLE products.1.rating",
    ]);
    expect(answer.extensions).toBeUndefined();
  });

  it("points beneath an answer that is null as a whole", async () => {
    shop.reviews.behaviour = "reset";
    const answer = await gateway.ask("{ first { name rating } }");
    expect(answer.data).toBeNull();
    expect(summaryOf(answer)).toEqual(["SUBGRAPH_UNAVAILABLE first.rating"]);
  });

  it("takes an owner's null at its word", async () => {
    shelf.unknownToReviews.add("s1");
    const answer = await gateway.ask("{ products { stars } }");
    expect(answer.data).toEqual({ products: [{ stars: null }, { stars: 4 }] });
    expect(answer.errors).toBeUndefined();
  });

  it("calls a null that the schema does not allow by its name, instead of hiding it", async () => {
    shelf.unknownToReviews.add("s1");
    const answer = await gateway.ask("{ products { rating } }");
    expect(answer.data).toEqual({ products: [null, { rating: 9 }] });
    expect(summaryOf(answer)).toEqual(["SUBGRAPH_ANSWER_INVALID products.0.rating"]);
    expect(answer.extensions).toBeUndefined();
  });

  it("answers introspection and mutations", async () => {
    expect((await gateway.ask("{ __schema { queryType { name } } }")).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
    expect((await gateway.ask('mutation { rename(upc: "1", name: "uno") { name stars } }')).data).toEqual({
      rename: { name: "uno", stars: 4 },
    });
  });
});
