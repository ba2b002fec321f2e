import { startGateway } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";

describe("the request id", () => {
  let shop: TestSubgraph[];
  let gateway: TestGateway;

  beforeAll(async () => {
    shop = Object.values(await startShop());
    gateway = await startGateway(shop);
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(shop.map(({ kill }) => kill()));
  });

  it("is the caller's, on the answer, in the log and on the way to the subgraphs", async () => {
    const answer = await gateway.ask(
      "{ products { name } }",
      {},
      { "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000001" },
    );
    expect(answer.headers.get("x-request-id")).toBe("3f2b8c1e-5a64-4d0b-9c77-000000000001");
    expect(gateway.log.at(-1)).toMatchObject({ requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000001" });
    expect(shop[0]?.received[0]?.headers["x-request-id"]).toBe("3f2b8c1e-5a64-4d0b-9c77-000000000001");
  });

  it.each([
    "ada@example.org",
    "short",
    "Amina-El-Idrissi",
    "request-0001",
    "x".repeat(65),
    "0478 12 34 56",
    "0478123456",
    "nr-85073003328",
  ])("is a new one where the caller's may not stand in a log: %s", async (given) => {
    const answer = await gateway.ask("{ products { name } }", {}, { "x-request-id": given });
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it("stands on refusals as well", async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      headers: { "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000002" },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("x-request-id")).toBe("3f2b8c1e-5a64-4d0b-9c77-000000000002");
  });
});
