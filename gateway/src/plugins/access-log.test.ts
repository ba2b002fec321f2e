import { startGateway } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";

describe("the access log", () => {
  let shop: { products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph };
  let gateway: TestGateway;
  const last = (): Readonly<Record<string, unknown>> | undefined =>
    gateway.log.filter(({ msg }) => msg === "operation").at(-1);

  beforeAll(async () => {
    shop = await startShop();
    gateway = await startGateway(Object.values(shop));
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(shop).map(({ kill }) => kill()));
  });

  it("has one line for an operation: what, how long, whom it asked", async () => {
    await gateway.ask(
      "query Shelf { products { name stars } }",
      {},
      { "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000007" },
    );
    expect(last()).toMatchObject({
      level: 30,
      requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000007",
      operation: "Shelf",
      hash: expect.stringMatching(/^[0-9a-f]{12}$/),
      kind: "query",
      outcome: "ok",
      ms: expect.any(Number),
      subgraphs: { products: { count: 1, ms: expect.any(Number) }, stock: { count: 1 }, reviews: { count: 1 } },
    });
  });

  it("tells a partial answer from a refused one, with the codes", async () => {
    shop.stock.behaviour = "status500";
    await gateway.ask("{ products { name stars } }");
    expect(last()).toMatchObject({ outcome: "partial", operation: null, codes: ["SUBGRAPH_UNAVAILABLE"] });
    await gateway.ask("{ nothing }");
    expect(last()).toMatchObject({ outcome: "refused", codes: ["GRAPHQL_VALIDATION_FAILED"], subgraphs: {} });
  });

  it("holds nothing of a person: no variables, no literals, no address", async () => {
    await gateway.ask('mutation M($name: String!) { rename(upc: "0478123456", name: $name) { name } }', {
      name: "Ada Lovelace",
    });
    expect(JSON.stringify(gateway.log)).not.toMatch(/0478123456|Lovelace|127\.0\.0\.1/);
  });
});
