import { InternalTokenVerifier, internalTokenHeader } from "@parcours/shared/identity/internal-token";
import { identityEnvironment, lastClaims, secretOf } from "../../test/identity.js";
import { TestIssuer } from "../../test/issuer.js";
import { startGateway, summaryOf } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";

describe("the hop to a subgraph", () => {
  let issuer: TestIssuer;
  let shop: { products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph };
  let gateway: TestGateway;

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    shop = await startShop();
    const all = Object.values(shop);
    gateway = await startGateway(all, identityEnvironment(all, [issuer.settings]), undefined, { HUB: ["IMPULSE"] });
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all([issuer.stop(), ...Object.values(shop).map(({ kill }) => kill())]);
  });
  beforeEach(() => {
    for (const { received } of Object.values(shop)) received.length = 0;
  });

  const askAs = async (token: string | undefined, headers: Record<string, string> = {}) =>
    gateway.ask("{ products { name stars } }", {}, { ...(token && { authorization: `Bearer ${token}` }), ...headers });

  it("says who asks, why, in which request and after how many gateways, to each subgraph asked", async () => {
    const headers = {
      "x-purpose": "COACHING",
      "x-case": "dossier-7",
      "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000042",
    };
    await askAs(await issuer.token("coach"), headers);
    for (const subgraph of Object.values(shop)) {
      expect(lastClaims(subgraph)).toMatchObject({
        reader: {
          role: "COACH",
          agency: "HUB",
          formerAgencies: ["IMPULSE"],
          staffId: "staff-8",
          system: "parcours-command-line",
          purpose: "COACHING",
          caseReference: "dossier-7",
        },
        requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000042",
        hop: 1,
        language: "EN",
      });
    }
  });

  it("brings a token that is good for that subgraph, that question and once only", async () => {
    await askAs(await issuer.token("coach"));
    const { headers, text = "" } = shop.products.received[0] ?? {};
    const token = String(headers?.[internalTokenHeader]);
    const own = new InternalTokenVerifier("products", [secretOf("products")]);
    expect(own.verify(token, `${text} `)).toBe("OPERATION");
    expect(own.verify(token, text)).toMatchObject({ claims: { hop: 1 } });
    expect(own.verify(token, text)).toBe("REPLAYED");
    expect(new InternalTokenVerifier("stock", [secretOf("stock")]).verify(token, text)).toBe("SIGNATURE");
    expect(new InternalTokenVerifier("stock", [secretOf("products")]).verify(token, text)).toBe("SIGNATURE");
  });

  it("brings a new token where a question is sent once more", async () => {
    shop.products.behaviour = "resetOnce";
    await askAs(await issuer.token("coach"));
    const ids = shop.products.received.map(({ headers }) => headers[internalTokenHeader]);
    expect(new Set(ids).size).toBe(2);
  });

  it("says that nobody is signed in where nobody is", async () => {
    await askAs(undefined, { "x-purpose": "CALL", "x-case": "call-2026-0412" });
    expect(lastClaims(shop.products).reader).toEqual({ role: "ANONYMOUS" });
  });

  it("names the purpose of who has one only", async () => {
    await askAs(await issuer.token("entrepreneur"));
    expect(lastClaims(shop.products).reader).toEqual({
      role: "ENTREPRENEUR",
      entrepreneurId: "4f0c1d1e-5a0b-4c55-9c57-3a2f6f0f5d11",
      system: "parcours-command-line",
      purpose: "OWN_PATH",
    });
  });

  it("gives a service its name and nothing else", async () => {
    await askAs(await issuer.token("service"));
    expect(lastClaims(shop.products).reader).toEqual({ role: "SERVICE", system: "parcours-command-line" });
  });

  it.each([
    ["the request's before the person's own", "advisor", "fr-BE, nl;q=0.5", "FR"],
    ["the person's own where the request asks for none of ours", "advisor", "de, *;q=0.1", "NL"],
    ["French where nobody says", "coach", "de", "FR"],
  ] as const)("speaks %s", async (_what, person, acceptLanguage, language) => {
    await askAs(await issuer.token(person), { "accept-language": acceptLanguage });
    expect(lastClaims(shop.products).language).toBe(language);
  });

  it("lets no header of the client through, and believes none", async () => {
    const smuggled = {
      "x-parcours-token": "a.b.c",
      "x-parcours-ticket": "1.abc",
      "x-parcours-hop": "9",
      "x-parcours-reader": "ADVISOR_1819",
      "X-PARCOURS-Role": "ADVISOR_1819",
      "x-forwarded-user": "ada",
      authorization: `Bearer ${await issuer.token("coach")}`,
      cookie: "__Host-parcours-session=eyJ; other=1",
    };
    const answer = await gateway.ask("{ products { name } }", {}, smuggled);
    expect([answer.status, summaryOf(answer)]).toEqual([200, []]);
    const headers = shop.products.received[0]?.headers ?? {};
    expect(Object.keys(headers).sort()).toEqual([
      "accept",
      "accept-language",
      "connection",
      "content-length",
      "content-type",
      "host",
      "x-parcours-deadline-ms",
      "x-parcours-hop",
      "x-parcours-ticket",
      "x-parcours-token",
      "x-request-id",
    ]);
    expect(headers["x-parcours-hop"]).toBe("1");
    expect(headers["x-parcours-ticket"]).not.toBe("1.abc");
    expect(lastClaims(shop.products)).toMatchObject({ hop: 1, reader: { role: "COACH", agency: "HUB" } });
  });

  it("writes role, agency and purpose into the log line, and nothing that names a person or a case", async () => {
    await askAs(await issuer.token("coach"), { "x-purpose": "COACHING", "x-case": "dossier-7" });
    await askAs(await issuer.token("entrepreneur"));
    const lines = gateway.log.filter(({ msg }) => msg === "operation").slice(-2);
    expect(lines[0]).toMatchObject({ role: "COACH", agency: "HUB", purpose: "COACHING" });
    expect(lines[1]).toMatchObject({ role: "ENTREPRENEUR", purpose: "OWN_PATH" });
    expect(JSON.stringify(gateway.log)).not.toMatch(/staff-8|dossier-7|4f0c1d1e|eyJ/);
  });

  it("asks a subgraph that wants a token whether it is up, without one", async () => {
    shop.products.behaviour = "status401";
    const ready: unknown = await (await fetch(`${gateway.url}/health/ready`)).json();
    shop.products.behaviour = "well";
    expect(ready).toMatchObject({ ready: true, subgraphs: { products: { state: "UP" } } });
  });
});

describe("a gateway without issuers", () => {
  it("mints nothing, and reads no secret", async () => {
    const shop = Object.values(await startShop());
    const gateway = await startGateway(shop, { SUBGRAPH_TOKEN_SECRETS: "no JSON at all", GATEWAY_SECRETS: "short" });
    const answer = await gateway.ask("{ products { name } }", {}, { "x-parcours-token": "a.b.c", "x-purpose": "X" });
    await gateway.stop();
    await Promise.all(shop.map(({ kill }) => kill()));
    expect(answer.status).toBe(200);
    const names = Object.keys(shop[0]?.received[0]?.headers ?? {});
    expect(names.filter((name) => /token|ticket|purpose/.test(name))).toEqual([]);
  });
});
