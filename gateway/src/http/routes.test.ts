import { request as httpRequest } from "node:http";
import { startGateway } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import type { TestSubgraph } from "../../test/subgraphs.js";
import { startTimeline } from "../../test/timeline.js";
import { mostBodyBytes } from "./exchange.js";

describe("the gateway over HTTP", () => {
  let subgraphs: { frontDoor: TestSubgraph; coaching: TestSubgraph; financing: TestSubgraph };
  let gateway: TestGateway;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(gateway.url + path, { headers, redirect: "manual" });
  const post = (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en", ...headers },
      body,
    });
  const codeOf = async (response: Response): Promise<unknown> =>
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

  beforeAll(async () => {
    subgraphs = await startTimeline();
    gateway = await startGateway(Object.values(subgraphs), { SPINE: "front-door" });
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map(({ kill }) => kill()));
  });

  describe("operations", () => {
    it("refuses an operation by GET: an address is kept in logs", async () => {
      const response = await get("/graphql?query={__typename}", {
        accept: "application/json",
        "accept-language": "fr",
      });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
      expect(await response.json()).toEqual({
        errors: [{ message: "Envoyez les opérations par POST.", extensions: { code: "METHOD_NOT_ALLOWED" } }],
      });
    });

    it.each([
      ["a body that is too large", `{"query":"${"x".repeat(mostBodyBytes)}"}`, {}, 413, "BODY_TOO_LARGE"],
      ["half a JSON text", '{"query":', {}, 400, "BODY_NOT_JSON"],
      ["a JSON list", "[]", {}, 400, "BODY_NOT_JSON"],
      ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400, "BODY_NOT_JSON"],
      ["an empty body", "", {}, 400, "BODY_NOT_JSON"],
      ["an object without operation", "{}", {}, 400, "BAD_REQUEST"],
      ["a form of a foreign page", "{}", { "content-type": "text/plain" }, 415, "CONTENT_TYPE_UNSUPPORTED"],
      [
        "a script of a foreign page",
        '{"query":"{__typename}"}',
        { "sec-fetch-site": "cross-site" },
        403,
        "CROSS_SITE_REFUSED",
      ],
      ["an operation with a fault", '{"query":"{ nothing }"}', {}, 400, "GRAPHQL_VALIDATION_FAILED"],
    ] as const)("refuses %s", async (_what, body, headers, status, code) => {
      const response = await post(body, headers);
      expect(response.status).toBe(status);
      expect(await codeOf(response)).toBe(code);
    });

    it("takes 256 kB, and the page's own questions", async () => {
      const query = `{ __typename } # ${"x".repeat(mostBodyBytes - 100)}`;
      expect((await post(JSON.stringify({ query }), { "sec-fetch-site": "same-origin" })).status).toBe(200);
    });

    it("ends with a client that leaves in the middle, and answers the next one", async () => {
      await new Promise<void>((resolve) => {
        const leaving = httpRequest(`${gateway.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", "content-length": "1000" },
        });
        leaving.on("error", () => resolve());
        leaving.write("{", () => setTimeout(() => leaving.destroy(new Error("gone")), 20));
      });
      expect((await post('{"query":"{__typename}"}')).status).toBe(200);
    });
  });

  describe("health", () => {
    it("is live while the process answers", async () => {
      expect(await (await get("/health/live")).json()).toEqual({ live: true });
    });

    it("is ready with the spine alone, and reports the others", async () => {
      await subgraphs.coaching.kill();
      const ready = await get("/health/ready");
      await subgraphs.coaching.revive();
      expect(ready.status).toBe(200);
      expect(await ready.json()).toEqual({
        ready: true,
        supergraph: "LOADED",
        subgraphs: {
          "front-door": { state: "UP", spine: true },
          coaching: { state: "DOWN" },
          financing: { state: "UP" },
        },
      });
    });

    it("is not ready without the spine, and says so until it is back", async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_010));
      await subgraphs.frontDoor.kill();
      const unready = await get("/health/ready");
      expect(unready.status).toBe(503);
      expect(await unready.json()).toMatchObject({
        ready: false,
        subgraphs: { "front-door": { state: "DOWN", spine: true } },
      });
      await subgraphs.frontDoor.revive();
      expect((await get("/health/ready")).status).toBe(200);
    });
  });

  describe("everything else", () => {
    it("leads from the root to the graph", async () => {
      expect((await get("/")).headers.get("location")).toBe("/graphql");
    });

    it("says what is where when asked for something else", async () => {
      const response = await get("/graphiql/../../../etc/passwd", { "accept-language": "nl" });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({
        errors: [{ message: "Niets op dit adres; de graaf staat op /graphql.", extensions: { code: "NOT_FOUND" } }],
      });
    });

    it("says on every answer that nobody may keep it, frame it or guess its type", async () => {
      for (const response of [
        await get("/health/live"),
        await post('{"query":"{__typename}"}'),
        await get("/nothing"),
      ]) {
        expect(Object.fromEntries(response.headers)).toMatchObject({
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
          "x-frame-options": "DENY",
          "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        });
      }
    });
  });
});
