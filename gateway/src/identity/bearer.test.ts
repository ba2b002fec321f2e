import { createHmac } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { exportSPKI, importJWK } from "jose";
import type { CryptoKey } from "jose";
import { identityEnvironment } from "../../test/identity.js";
import { TestIssuer, newKey, people } from "../../test/issuer.js";
import { startGateway } from "../../test/running-gateway.js";
import type { Answer, TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("bearer tokens", () => {
  let issuer: TestIssuer;
  let other: TestIssuer;
  let shop: TestSubgraph[];
  let gateway: TestGateway;
  const ask = (token: string, headers: Record<string, string> = {}): Promise<Answer> =>
    gateway.ask("{ products { name } }", {}, { authorization: `Bearer ${token}`, ...headers });
  const now = Math.floor(Date.now() / 1_000);

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    other = await TestIssuer.start();
    shop = Object.values(await startShop());
    const limited = { ...other.settings, roles: ["COACH"], agencies: ["HUB"] };
    gateway = await startGateway(shop, identityEnvironment(shop, [issuer.settings, limited]));
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all([issuer.stop(), other.stop(), ...shop.map(({ kill }) => kill())]);
  });

  it("open the graph to whoever a trusted issuer names", async () => {
    const answer = await ask(await issuer.token("advisor"));
    expect([answer.status, answer.data]).toEqual([200, { products: [{ name: "one" }, { name: "two" }] }]);
    expect((await ask(await other.token("coach"))).status).toBe(200);
  });

  it("leave the public part to who shows none", async () => {
    expect((await gateway.ask("{ products { name } }")).status).toBe(200);
  });

  /** Tokens that are wrong, and what the bearer is told. */
  const wrong: Readonly<Record<string, () => Promise<readonly [token: string, code: string]>>> = {
    "has expired": async () => [await issuer.token("advisor", { claims: { exp: now - 60 } }), "TOKEN_EXPIRED"],
    "is not valid yet": async () => [await issuer.token("advisor", { claims: { nbf: now + 600 } }), "TOKEN_INVALID"],
    "never ends": async () => [await issuer.token("advisor", { claims: { exp: undefined } }), "TOKEN_INVALID"],
    "comes from an unknown issuer": async () => [
      await issuer.token("advisor", { claims: { iss: "https://issuer.example" } }),
      "TOKEN_ISSUER_UNKNOWN",
    ],
    "names one issuer and is signed by another": async () => [
      await other.token("coach", { claims: { iss: issuer.url } }),
      "TOKEN_INVALID",
    ],
    "is for another audience": async () => [
      await issuer.token("advisor", { claims: { aud: "urn:elsewhere" } }),
      "TOKEN_AUDIENCE_WRONG",
    ],
    "is for the gateway as a client, as id tokens are": async () => [
      await issuer.token("advisor", { claims: { aud: "parcours-gateway" }, header: { typ: "JWT" } }),
      "TOKEN_AUDIENCE_WRONG",
    ],
    "is of another type": async () => [await issuer.token("advisor", { header: { typ: "JWT" } }), "TOKEN_INVALID"],
    "is an id token with the audience of the graph": async () => [
      await issuer.token("advisor", { claims: { nonce: "n" } }),
      "TOKEN_INVALID",
    ],
    "has the algorithm none": async () => {
      const [, claims = ""] = (await issuer.token("advisor")).split(".");
      return [`${encode({ alg: "none", typ: "at+jwt" })}.${claims}.`, "TOKEN_UNSIGNED"];
    },
    "says nOnE and brings a signature": async () => {
      const [, claims = ""] = (await issuer.token("advisor")).split(".");
      return [`${encode({ alg: "nOnE", typ: "at+jwt" })}.${claims}.AAAA`, "TOKEN_UNSIGNED"];
    },
    "lost its signature": async () => [
      `${(await issuer.token("advisor")).split(".").slice(0, 2).join(".")}.`,
      "TOKEN_UNSIGNED",
    ],
    "was changed": async () => {
      const [header = "", claims = "", signature = ""] = (await issuer.token("entrepreneur")).split(".");
      const changed = { ...(JSON.parse(Buffer.from(claims, "base64url").toString()) as object), ...people.advisor };
      return [`${header}.${encode(changed)}.${signature}`, "TOKEN_INVALID"];
    },
    "is signed with the public key as a secret": async () => {
      const { d: _, ...publicKey } = issuer.keys[0] ?? {};
      const secret = await exportSPKI((await importJWK(publicKey, "ES256", { extractable: true })) as CryptoKey);
      const [, claims = ""] = (await issuer.token("advisor")).split(".");
      const text = `${encode({ alg: "HS256", typ: "at+jwt", kid: publicKey.kid })}.${claims}`;
      return [`${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`, "TOKEN_INVALID"];
    },
    "brings its own key": async () => {
      const key = await newKey("mine");
      const { d: _, ...jwk } = key;
      return [await issuer.token("advisor", { key, header: { jwk } }), "TOKEN_INVALID"];
    },
    "is signed with a foreign key of the same name": async () => [
      await issuer.token("advisor", { key: await newKey("first") }),
      "TOKEN_INVALID",
    ],
    "is an internal token": async () => {
      await gateway.ask("{ products { name } }");
      return [String(shop[0]?.received.at(-1)?.headers["x-parcours-token"]), "TOKEN_INVALID"];
    },
    "is no token": async () => ["a.b.c", "TOKEN_INVALID"],
    "has no role": async () => [await issuer.token("nobody"), "TOKEN_IDENTITY_REFUSED"],
    "has a role that does not exist": async () => [
      await issuer.token("advisor", { claims: { parcours_role: "PRIVATE_FINANCIER" } }),
      "TOKEN_IDENTITY_REFUSED",
    ],
    "has a role that its issuer may not assert": async () => [await other.token("advisor"), "TOKEN_IDENTITY_REFUSED"],
    "has an agency that its issuer may not assert": async () => [
      await other.token("coach", { claims: { parcours_agency: "COM" } }),
      "TOKEN_IDENTITY_REFUSED",
    ],
  };

  it.each(Object.keys(wrong))("get 401, a reason and no data when it %s", async (what) => {
    const [token, code] = (await wrong[what]?.()) ?? ["", ""];
    const answer = await ask(token);
    expect([answer.status, answer.data, answer.errors?.[0]?.extensions["code"]]).toEqual([401, undefined, code]);
    expect(answer.headers.get("www-authenticate")).toBe(
      `Bearer realm="parcours", error="invalid_token", error_description="${code}"`,
    );
  });

  it("says it in the reader's language", async () => {
    const token = await issuer.token("advisor", { claims: { exp: now - 60 } });
    expect((await ask(token, { "accept-language": "nl" })).errors?.[0]?.message).toBe(
      "Uw toegangstoken is verlopen: vraag een nieuw aan.",
    );
  });

  it.each([
    ["another scheme", { authorization: "Basic YTpi" }],
    ["a scheme without token", { authorization: "Bearer" }],
    ["two tokens in one header", { authorization: "Bearer a.b.c, Bearer d.e.f" }],
  ])("are refused with %s", async (_what, headers) => {
    const answer = await gateway.ask("{ products { name } }", {}, headers);
    expect([answer.status, answer.errors?.[0]?.extensions["code"]]).toEqual([401, "TOKEN_INVALID"]);
  });

  it("are refused where two headers show one each, in either order", async () => {
    const [coach, advisor] = [await issuer.token("coach"), await issuer.token("advisor")];
    for (const tokens of [
      [coach, advisor],
      [advisor, "a.b.c"],
    ]) {
      const headers = ["host", "127.0.0.1", "content-type", "application/json", "connection", "close"];
      for (const token of tokens) headers.push("Authorization", `Bearer ${token}`);
      const asked = request(`${gateway.url}/graphql`, { method: "POST", headers });
      asked.end('{"query":"{__typename}"}');
      const [answer] = (await once(asked, "response")) as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode).toBe(401);
    }
  });

  it("name purpose and case in headers, and a header that says nothing known is refused by name", async () => {
    const token = await issuer.token("advisor");
    const outcomes = await Promise.all(
      [
        { "x-purpose": "CALL", "x-case": "call-2026-0412" },
        { "x-purpose": "CURIOSITY" },
        { "x-purpose": "CALL, CALL" },
        { "x-purpose": "CALL", "x-case": "0478 12 34 56" },
        { "x-purpose": "CALL", "x-case": "85.07.30-033.28" },
      ].map((headers) => ask(token, headers)),
    );
    expect(outcomes.map(({ status, errors }) => [status, errors?.[0]?.extensions["header"]])).toEqual([
      [200, undefined],
      [400, "X-Purpose"],
      [400, "X-Purpose"],
      [400, "X-Case"],
      [400, "X-Case"],
    ]);
  });
});
