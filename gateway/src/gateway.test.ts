import { Socket } from "node:net";
import { startGateway } from "../test/running-gateway.js";
import { startShop } from "../test/shop.js";

describe("the gateway put together", () => {
  it("calls nobody but its subgraphs: the library's own reports to its maker are off", async () => {
    const connect = jest.spyOn(Socket.prototype, "connect");
    const shop = Object.values(await startShop());
    const gateway = await startGateway(shop);
    await gateway.ask("{ products { name stars } }");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const targets = connect.mock.calls.map(([target]) => JSON.stringify(target));
    await gateway.stop();
    await Promise.all(shop.map(({ kill }) => kill()));
    connect.mockRestore();
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((target) => !/"(127\.0\.0\.1|localhost)"/.test(target))).toEqual([]);
  });

  it("does not show query plans to whoever asks for them", async () => {
    const shop = Object.values(await startShop());
    const gateway = await startGateway(shop);
    const answer = await gateway.ask("{ products { name } }", {}, { "apollo-query-plan-experimental": "1" });
    await gateway.stop();
    await Promise.all(shop.map(({ kill }) => kill()));
    expect(answer.extensions).toBeUndefined();
  });
});
