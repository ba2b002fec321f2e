import { request } from "node:http";
import { startGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";

describe("a client that leaves before its answer", () => {
  it.each([
    ["ends its questions", "{ products { name } }", true],
    ["does not end its acts", 'mutation { rename(upc: "1", name: "uno") { name } }', false],
  ])("%s", async (_what, query, ends) => {
    const shop = await startShop({ delayMilliseconds: 300 });
    const gateway = await startGateway(Object.values(shop));
    const client = request(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    client.on("error", () => undefined);
    client.end(JSON.stringify({ query }));
    while (shop.products.received.length === 0 && gateway.log.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    client.destroy();
    const left = performance.now();
    while (gateway.log.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const milliseconds = performance.now() - left;
    await gateway.stop();
    await Promise.all(Object.values(shop).map(({ kill }) => kill()));
    expect(gateway.log[0]).toMatchObject({ msg: "operation", outcome: ends ? "partial" : "ok" });
    expect(milliseconds < 200).toBe(ends);
  });
});
