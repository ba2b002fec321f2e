import { pino } from "pino";
import { startGateway, summaryOf } from "../test/running-gateway.js";
import type { TestGateway } from "../test/running-gateway.js";
import { startShop } from "../test/shop.js";
import type { TestSubgraph } from "../test/subgraphs.js";
import { AskedShapes } from "./answer/asked-shape.js";
import { Deadline } from "./deadline.js";
import { AnswerReport } from "./request-context.js";
import type { GatewayContext } from "./request-context.js";
import { SubgraphLink } from "./subgraph-link.js";

describe("calling a subgraph", () => {
  let shop: { products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph };
  let gateway: TestGateway;

  beforeAll(async () => {
    shop = await startShop({ delayMilliseconds: 250 });
    gateway = await startGateway(Object.values(shop), { SUBGRAPH_TIMEOUT_MS: "500", ANSWER_TIMEOUT_MS: "650" });
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(shop).map(({ kill }) => kill()));
  });
  beforeEach(() => {
    for (const subgraph of Object.values(shop)) {
      subgraph.behaviour = "well";
      subgraph.received.length = 0;
    }
  });

  it("passes on request id, language, hop and the time left, and nothing else of the caller", async () => {
    await gateway.ask(
      "{ products { name } }",
      {},
      {
        "x-request-id": "4c1f0f4e-6a0e-4f0f-9f6d-5a1f5c0a7b10",
        "accept-language": "nl-BE, fr;q=0.5",
        "x-parcours-hop": "1",
        cookie: "secret=1",
        authorization: "Bearer x",
      },
    );
    const headers: Readonly<Record<string, unknown>> = shop.products.received[0]?.headers ?? {};
    expect(headers).toMatchObject({
      "x-request-id": "4c1f0f4e-6a0e-4f0f-9f6d-5a1f5c0a7b10",
      "accept-language": "nl-BE, fr;q=0.5",
      "x-parcours-hop": "2",
    });
    expect(Number(headers["x-parcours-deadline-ms"])).toBeGreaterThan(300);
    expect(Number(headers["x-parcours-deadline-ms"])).toBeLessThanOrEqual(500);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["authorization"]));
  });

  it("gives the last of a chain only the time that is left for the answer", async () => {
    const started = performance.now();
    const answer = await gateway.ask("{ products { name stars } }");
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(summaryOf(answer)).toEqual(["SUBGRAPH_TIMEOUT products.0.stars", "SUBGRAPH_TIMEOUT products.1.stars"]);
    expect(Number(shop.products.received[0]?.headers["x-parcours-deadline-ms"])).toBeGreaterThan(400);
    expect(Number(shop.stock.received[0]?.headers["x-parcours-deadline-ms"])).toBeLessThanOrEqual(400);
  });

  it("lets a caller shorten the time, not lengthen it", async () => {
    const shortened = await gateway.ask("{ products { name } }", {}, { "x-parcours-deadline-ms": "50" });
    expect(summaryOf(shortened)).toEqual(["SUBGRAPH_TIMEOUT products"]);
    await gateway.ask("{ products { name } }", {}, { "x-parcours-deadline-ms": "90000" });
    expect(Number(shop.products.received.at(-1)?.headers["x-parcours-deadline-ms"])).toBeLessThanOrEqual(500);
  });

  it("does not ask at all when no time is left", async () => {
    expect(summaryOf(await gateway.ask("{ products { name } }", {}, { "x-parcours-deadline-ms": "0" }))).toEqual([
      "SUBGRAPH_TIMEOUT products",
    ]);
    expect(shop.products.received).toEqual([]);
  });

  it("does not ask for who has left already; an act is done all the same", async () => {
    const { products } = shop;
    const shapes = new AskedShapes({ typeOf: () => undefined } as never);
    const link = new SubgraphLink({
      name: "products",
      url: products.url,
      milliseconds: 500,
      pass: undefined,
      shapes,
      logger: pino({ level: "silent" }),
    });
    const context = {
      requestId: "request-0001",
      hop: 0,
      deadline: new Deadline(500),
      signal: AbortSignal.abort(),
      report: new AnswerReport(),
    } as GatewayContext;
    const ask = (query: string) =>
      link.process({ request: { query }, context } as unknown as Parameters<SubgraphLink["process"]>[0]);
    expect(await ask("{ products { name } }")).toEqual({ data: null });
    expect(products.received).toEqual([]);
    await ask("mutation { nothing }").catch(() => undefined);
    expect(products.received).toHaveLength(1);
    await link.close();
  });

  it("asks once more where a connection ends under a question, and never repeats an act", async () => {
    const quick = await startShop();
    const own = await startGateway(Object.values(quick));
    quick.products.behaviour = "resetOnce";
    const question = await own.ask("{ products { name } }");
    const asked = quick.products.received.length;
    quick.products.behaviour = "resetOnce";
    const act = await own.ask('mutation { rename(upc: "1", name: "x") { name } }');
    await own.stop();
    await Promise.all(Object.values(quick).map(({ kill }) => kill()));
    expect([question.data, asked]).toEqual([{ products: [{ name: "one" }, { name: "two" }] }, 2]);
    expect([summaryOf(act), quick.products.received.length]).toEqual([["SUBGRAPH_UNAVAILABLE rename"], 3]);
  });

  it("logs a failure by subgraph and cause, without the question", async () => {
    shop.products.behaviour = "status500";
    await gateway.ask('mutation ($upc: ID!) { rename(upc: $upc, name: "x") { name } }', { upc: "0478123456" });
    expect(gateway.log.at(-2)).toMatchObject({
      subgraph: "products",
      status: 500,
      msg: "subgraph products gave no usable answer",
    });
    expect(JSON.stringify(gateway.log)).not.toContain("0478123456");
  });
});
