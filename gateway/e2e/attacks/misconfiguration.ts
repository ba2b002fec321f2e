/** API6 to API9: where browsers are led, what servers fetch, foreign pages, headers, methods, addresses, and what errors tell. */
import type { EndToEnd } from "../harness.js";
import { askRoughly, inTurn, rough, type RoughAnswer } from "./rough.js";
import { sessionOf } from "./session-cookie.js";

const page = ["accept", "text/html"];
const json = ["content-type", "application/json"];
const evil = "https://evil.example";

/** Every address that the gateway answers, by method; there is no other. */
const inventory = [
  "GET /",
  "GET /graphql",
  "POST /graphql",
  "GET /health/live",
  "GET /health/ready",
  "GET /auth/login",
  "GET /auth/callback",
  "POST /auth/logout",
  "GET /auth/me",
  "GET /graphiql/start.js",
];
const absent = [
  "/v1/graphql",
  "/api",
  "/graphql/",
  "/playground",
  "/metrics",
  "/.env",
  "/.git/config",
  "/package.json",
  "/lookups",
  "/erase",
  "/feed?topic=POLICY&after=0",
  "/auth/",
  "/auth/token",
  "/graphiql/../package.json",
  "/graphiql/%2e%2e/package.json",
  "/constructor",
  "/auth/constructor",
  "/__proto__",
];

export function describeMisconfiguration(system: () => EndToEnd): void {
  let all: EndToEnd;
  let url: string;
  const at = (path: string): string => new URL(url).origin + path;
  const ask = (method: string, path: string, headers: readonly string[] = [], body = ""): Promise<RoughAnswer> =>
    rough(at(path), { method, headers, body });

  describe("API6 and API7: where one is led, and what is fetched", () => {
    beforeAll(() => {
      all = system();
      url = all.system.gatewayUrl;
    });

    it.each([
      evil,
      `//evil.example`,
      `/\\evil.example`,
      `/.//evil.example`,
      `\\\\evil.example`,
      "javascript:alert(1)",
      "/\t/evil.example",
      "/%0d%0aset-cookie:%20a=b",
      "http:evil.example",
      "/@evil.example/../..//evil.example",
    ])("never to another site after signing in: %j", async (target) => {
      const { status, headers } = await ask("GET", `/auth/login?return=${encodeURIComponent(target)}`, page);
      if (status === 400) return expect(headers["location"]).toBeUndefined();
      // What is taken as a path of ours leads to the issuer first, and is sealed until one comes back.
      expect([status, new URL(headers["location"] ?? "").origin]).toEqual([303, all.system.issuer.url]);
      expect(new URL(target, at("/")).origin).toBe(at(""));
    });

    it.each([
      evil,
      "http://169.254.169.254/latest/meta-data",
      "http://127.0.0.1:1",
      "file:///etc/passwd",
      "",
      "constructor",
    ])("never to an issuer that is not trusted, nor is it fetched: %j", async (issuer) => {
      const { status, headers, text } = await ask("GET", `/auth/login?issuer=${encodeURIComponent(issuer)}`, page);
      expect([status, headers["location"]]).toEqual([400, undefined]);
      if (issuer) expect(text).not.toContain(issuer);
    });

    it("not by who comes back with a code that nobody gave, another state, or no cookie", async () => {
      const begun = await ask("GET", "/auth/login", page);
      const cookie = String(begun.headers["set-cookie"]?.[0]).split(";")[0] ?? "";
      const state = new URL(begun.headers["location"] ?? "").searchParams.get("state") ?? "";
      for (const [query, cookies] of [
        [`code=x&state=${state}`, []],
        ["code=x&state=other", ["cookie", cookie]],
        [`code=x&state=${state}`, ["cookie", cookie]],
        [`code=x&state=${state}&iss=${encodeURIComponent(evil)}`, ["cookie", cookie]],
        [`error=access_denied&error_description=<script>alert(1)</script>&state=${state}`, ["cookie", cookie]],
      ] as const) {
        const { status, headers, text } = await ask("GET", `/auth/callback?${query}`, [...page, ...cookies]);
        expect([query, status >= 400 && status < 500, headers["location"]]).toEqual([query, true, undefined]);
        expect([...(headers["set-cookie"] ?? [])].join()).not.toMatch(/parcours-session=[^;]/);
        expect(text).not.toMatch(/<script>|evil/);
      }
    });
  });

  describe("API8: pages of other sites", () => {
    it.each([
      ["text/plain", '{"query":"{ agencies { code } }"}'],
      ["application/x-www-form-urlencoded", "query=%7Bagencies%7Bcode%7D%7D"],
      [
        "multipart/form-data; boundary=x",
        '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ agencies { code } }"}\r\n--x--',
      ],
      ["application/graphql", "{ agencies { code } }"],
      ["", '{"query":"{ agencies { code } }"}'],
    ])("cannot ask with a form or a simple request: %s", async (type, body) => {
      const token = inTurn(await all.headers({ as: "tom" }));
      const { status, text } = await ask("POST", "/graphql", [...(type ? ["content-type", type] : []), ...token], body);
      expect([status, text.includes("data")]).toEqual([415, false]);
    });

    it.each([
      ["sec-fetch-site", "cross-site"],
      ["sec-fetch-site", "same-site"],
    ])("cannot ask at all: %s: %s", async (name, value) => {
      const headers = [...json, name, value, ...inTurn(await all.headers({ as: "tom" }))];
      expect((await ask("POST", "/graphql", headers, '{"query":"{ agencies { code } }"}')).status).toBe(403);
    });

    it("are told nothing by CORS: no origin is allowed, and there is no preflight", async () => {
      const cors = [
        "origin",
        evil,
        "access-control-request-method",
        "POST",
        "access-control-request-headers",
        "authorization, content-type",
      ];
      const answers = [
        await ask("OPTIONS", "/graphql", cors),
        await ask("GET", "/health/live", cors),
        await askRoughly(url, cors, { query: "{ agencies { code } }" }),
        await ask("OPTIONS", "/auth/me", cors),
      ];
      for (const { headers } of answers)
        expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
      expect(answers.map(({ status }) => status)).toEqual([405, 200, 200, 404]);
    });

    it("cannot use a visitor's session, nor end it: a cookie without the browser's word is refused", async () => {
      const cookie = await sessionOf(all, at, "amina");
      const body = '{"query":"{ me { displayName } }"}';
      const own = await ask("POST", "/graphql", [...json, "cookie", cookie, "sec-fetch-site", "same-origin"], body);
      expect(own.text).toContain(all.story("KNOWN_TO_EVERY_POLE").name.family);
      for (const from of [
        [],
        ["origin", evil],
        ["origin", "null"],
        ["sec-fetch-site", "cross-site"],
        ["sec-fetch-site", "same-site"],
        ["sec-fetch-site", "cross-site", "origin", at("")],
      ]) {
        const asked = await ask("POST", "/graphql", [...json, "cookie", cookie, ...from], body);
        const ended = await ask("POST", "/auth/logout", [...json, "cookie", cookie, ...from], "{}");
        expect([from, asked.status, ended.status, ended.headers["set-cookie"]]).toEqual([from, 403, 403, undefined]);
      }
      const plain = await ask(
        "POST",
        "/graphql",
        ["content-type", "text/plain", "cookie", cookie, "sec-fetch-site", "same-origin"],
        body,
      );
      expect(plain.status).toBe(415);
      for (const changed of [
        cookie.slice(0, -2),
        `${cookie}; ${cookie}`,
        cookie
          .replace("session", "sign-in")
          .concat(`; __Host-parcours-session=${cookie.split("=")[1]?.replace(/^./, "f")}`),
      ]) {
        const answer = await ask(
          "POST",
          "/graphql",
          [...json, "cookie", changed, "sec-fetch-site", "same-origin"],
          body,
        );
        expect([answer.status, answer.text.includes("SESSION_ENDED")]).toEqual([401, true]);
      }
    });
  });

  describe("API8: what servers say of themselves", () => {
    it("operations come by POST only; a question in an address is not heard", async () => {
      const query = encodeURIComponent(`{ caller(phone: "${all.phoneOf("KNOWN_TO_EVERY_POLE")}") { outcome } }`);
      for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) {
        const { status, text, headers } = await ask(
          method,
          `/graphql?query=${query}`,
          inTurn(await all.headers({ as: "tom" })),
        );
        expect([method, status, headers["allow"], text.includes("outcome")]).toEqual([method, 405, "POST", false]);
      }
    });

    it("every answer forbids what it can: framing, guessing, keeping; and names no software", async () => {
      const answers = [
        await askRoughly(url, [], { query: "{ agencies { code } }" }),
        await askRoughly(url, [], "{"),
        await ask("GET", "/graphql", page),
        await ask("GET", "/nothing"),
        await ask("GET", "/auth/me"),
        await ask("GET", "/auth/login?issuer=x", page),
      ];
      for (const { headers } of answers) {
        expect(headers).toMatchObject({
          "x-content-type-options": "nosniff",
          "x-frame-options": "DENY",
          "referrer-policy": "no-referrer",
          "cache-control": "no-store",
        });
        expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
        expect([headers["server"], headers["x-powered-by"]]).toEqual([undefined, undefined]);
      }
    });

    it("no error has a stack, a path of the machine, an address within, a statement or a value that was sent", async () => {
      const secret = "0475 98 76 54";
      const bodies = [
        "{",
        '"x"',
        "null",
        "[]",
        "{}",
        { query: 1 },
        { query: "" },
        { query: `{ caller(phone: ${secret}) }` },
        { query: `"${secret}" { agencies }` },
        { query: `{ caller(phone: "${secret}" }` },
        { query: "query ($n: Int) { agencies { code } }", variables: { n: secret } },
        { query: "query ($n: ID!) { site(id: $n) { id } }", variables: { n: [secret] } },
        { query: "{ agencies { code } }", variables: secret },
        { query: "{ agencies { code } }", extensions: { persistedQuery: { version: 1, sha256Hash: secret } } },
        { query: "{ agencies { code } }", operationName: secret },
        { query: '{ site(id: "x\' or 1=1") { id } registryEnterprises(name: "\'; drop table") { edges { cursor } } }' },
        { query: `{ registryEnterprise(number: "${secret}") { name } }` },
        { query: `{ sites(filter: { kind: "${secret}" }) { edges { cursor } } }` },
      ];
      for (const body of bodies) {
        const { text, status } = await askRoughly(url, inTurn(await all.headers({ as: "tom" })), body);
        expect([body, status < 500]).toEqual([body, true]);
        expect(text).not.toMatch(
          /node_modules|\.js:\d|at [A-Z]\w+\.|\/work|\/home|127\.0\.0\.1|select |postgres|ECONN/i,
        );
        expect(text).not.toContain(secret);
      }
    });

    it("what federation needs within is not there without: _entities, _service, representations", async () => {
      const id = all.story("KNOWN_TO_EVERY_POLE").id;
      for (const query of [
        `{ _service { sdl } }`,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Entrepreneur { displayName } } }`,
        `{ _entities(representations: [{ __typename: "Entrepreneur", id: "${id}" }]) { __typename } }`,
        `{ __type(name: "_Entity") { possibleTypes { name } } }`,
      ]) {
        const { text } = await askRoughly(url, inTurn(await all.headers({ as: "tom" })), {
          query,
          variables: { r: [{ __typename: "Entrepreneur", id }] },
        });
        const { data } = JSON.parse(text) as { data?: { __type: unknown } };
        expect([query, data?.__type ?? null, text.includes("El Khattabi")]).toEqual([query, null, false]);
      }
    });
  });

  describe("API9: the inventory", () => {
    it("is all there is: every other address, old version or file is nothing", async () => {
      for (const path of absent) {
        const { status, text } = await ask("GET", path, [...page, ...inTurn(await all.headers({ as: "an" }))]);
        expect([path, status, text.includes("El Khattabi")]).toEqual([path, 404, false]);
      }
      for (const path of ["/lookups", "/erase", "/feed", "/auth/me", "/health/ready"])
        expect([
          path,
          (await ask("POST", path, [...json, ...inTurn(await all.headers({ as: "an" }))], "{}")).status,
        ]).toEqual([path, 404]);
      for (const line of inventory) {
        const [method = "", path = ""] = line.split(" ");
        expect([line, (await ask(method, path, [...page, ...json], method === "POST" ? "{}" : "")).status]).not.toEqual(
          [line, 404],
        );
      }
    });
  });
}
