/** The line between gateway and owners (API2, API5): tokens of one used at another, feeds and endpoints from outside, stolen keys. */
import { randomUUID } from "node:crypto";
import {
  InternalTokenSigner,
  internalTokenHeader,
  type InternalClaims,
} from "@parcours/shared/identity/internal-token";
import type { Reader } from "@parcours/shared/visibility/reader";
import type { EndToEnd } from "../harness.js";
import { askRoughly, codesIn, inTurn, rough, type RoughAnswer } from "./rough.js";
import { looksOf, rowCounts } from "./stores.js";

const officer: Reader = {
  role: "DATA_PROTECTION_OFFICER",
  agency: "1819",
  staffId: "x",
  purpose: "DATA_PROTECTION",
  caseReference: "request-1",
};
const owners = ["front-door", "coaching", "financing", "housing", "registry"];

export function describeHop(system: () => EndToEnd): void {
  describe("API2 and API5: around the gateway", () => {
    let all: EndToEnd;
    let amina: string;
    beforeAll(() => {
      all = system();
      amina = all.story("KNOWN_TO_EVERY_POLE").id;
    });

    /** A token as the gateway would sign it for an owner; `for` another, it has that one's name in it. */
    const signed = (
      owner: string,
      body: string,
      claims: Partial<InternalClaims> = {},
      now = Date.now(),
      audience = owner,
    ): string =>
      new InternalTokenSigner(audience, all.system.tokenSecret(owner)).sign(
        { reader: officer, requestId: "forged-hop-0001", hop: 1, ...claims },
        body,
        now,
      );
    const post = (owner: string, path: string, token: string | null, body: string): Promise<RoughAnswer> =>
      askRoughly(all.subgraph(owner).url + path, token === null ? [] : [internalTokenHeader, token], body);
    const question = (): string =>
      JSON.stringify({
        query: `{ _entities(representations: [{ __typename: "Entrepreneur", id: "${amina}" }]) { __typename } }`,
      });

    it.each(owners)("%s answers nothing without a token, nor with what is none of its own", async (owner) => {
      const body = question();
      const other = owner === "coaching" ? "financing" : "coaching";
      const good = signed(owner, body);
      const [head, claims, signature] = good.split(".");
      const wrong: readonly (string | null)[] = [
        null,
        "",
        await all.token("an"),
        `${head}.${claims}.`,
        `${Buffer.from('{"alg":"none"}').toString("base64url")}.${claims}.`,
        `${head}.${Buffer.from(JSON.stringify({ reader: officer, iss: "parcours-gateway", aud: owner })).toString("base64url")}.${signature}`,
        signed(other, body),
        signed(other, body, {}, Date.now(), owner),
        signed(owner, `${body} `),
        signed(owner, body, {}, Date.now() - 60_000),
        signed(owner, body, {}, Date.now() + 60_000),
        signed(owner, body, {}, Date.now() - 3 * 3_600_000),
        `${good}.x`,
        `${good}, ${good}`,
      ];
      for (const token of wrong) {
        const { status, text } = await post(owner, "/graphql", token, body);
        expect([token, status, text]).toEqual([
          token,
          401,
          '{"error":"Only the gateway is answered here, once per token."}',
        ]);
      }
      // The token was good all along: the first time, and only then.
      expect([
        (await post(owner, "/graphql", good, body)).status,
        (await post(owner, "/graphql", good, body)).status,
      ]).toEqual([200, 401]);
    });

    it.each(owners)("%s opens its endpoints to the gateway alone, and there to who may", async (owner) => {
      const before = await rowCounts(all.system);
      const bodies = {
        "/lookups": JSON.stringify({ entrepreneurId: amina, first: 5 }),
        "/erase": JSON.stringify({ entrepreneurId: amina, idempotencyKey: randomUUID(), ownEnterprises: [] }),
      };
      for (const [path, body] of Object.entries(bodies)) {
        for (const token of [null, await all.token("an"), signed(owner, question())])
          expect([path, (await post(owner, path, token, body)).status]).toEqual([path, 401]);
        for (const reader of [
          { role: "SERVICE", system: "x" },
          { role: "ADVISOR_1819", agency: "1819", staffId: "x", purpose: "CALL", caseReference: "call-1" },
          { role: "ENTREPRENEUR", entrepreneurId: all.story("SELLER").id, purpose: "OWN_PATH" },
          { role: "DATA_PROTECTION_OFFICER", agency: "1819", staffId: "x" },
          { role: "ANONYMOUS" },
        ] as const) {
          const { status, text } = await post(owner, path, signed(owner, body, { reader }), body);
          expect([path, reader.role, status]).toEqual([path, reader.role, 403]);
          expect(text).not.toMatch(/rows|total|erased/);
        }
      }
      expect(await rowCounts(all.system)).toEqual(before);
    });

    it.each(owners)("%s gives its feeds to subgraphs by their own secrets only", async (owner) => {
      const { url } = all.subgraph(owner);
      for (const topic of ["POLICY", "POINTER", "LOG_ROOT", "CONTACT", "constructor", ""])
        for (const headers of [
          [],
          ["x-parcours-subgraph", "front-door"],
          ["x-parcours-subgraph", "front-door", "authorization", `Bearer ${await all.token("an")}`],
          ["x-parcours-subgraph", "front-door", "authorization", `Bearer ${all.system.tokenSecret(owner)}`],
          ["x-parcours-subgraph", "__proto__", "authorization", "Bearer x"],
          [internalTokenHeader, signed(owner, "", { reader: { role: "SERVICE" } })],
        ]) {
          const { status, text } = await rough(`${url}/feed?topic=${topic}&after=0`, { method: "GET", headers });
          expect([topic, status, text]).toEqual([topic, 403, '{"error":"This feed is not open to you."}']);
        }
    });

    it.each(owners)("%s tells its health in numbers, and has no other address", async (owner) => {
      const { url } = all.subgraph(owner);
      const [live, ready] = [
        await rough(`${url}/health/live`, { method: "GET" }),
        await rough(`${url}/health/ready`, { method: "GET" }),
      ];
      expect([JSON.parse(live.text), JSON.parse(ready.text)]).toEqual([
        { live: true, statements: expect.any(Number) as number },
        { ready: true },
      ]);
      for (const path of ["/", "/graphql", "/erase", "/metrics", "/feed/../erase", "/constructor"])
        expect([path, (await rough(url + path, { method: "GET" })).status]).toEqual([path, 404]);
    });

    it("a service identity sees nothing of anybody, by any owner", async () => {
      for (const owner of owners) {
        const body = JSON.stringify({
          query: `{ _entities(representations: [{ __typename: "Entrepreneur", id: "${amina}" }]) { ... on Entrepreneur { id } } }`,
        });
        const asked: Readonly<Record<string, string>> = {
          "front-door": "displayName",
          coaching: "coaching { __typename }",
          financing: "financing { __typename }",
          housing: "housing { __typename }",
        };
        const field = asked[owner];
        if (!field) continue;
        const personal = body.replace("{ id }", `{ ${field} }`);
        const { text } = await post(
          owner,
          "/graphql",
          signed(owner, personal, { reader: { role: "SERVICE", system: "import" } }),
          personal,
        );
        expect([owner, codesIn(text), /"(displayName|coaching|financing|housing)":(?!null)/.test(text)]).toEqual([
          owner,
          ["ROLE_HAS_NO_PURPOSE"],
          false,
        ]);
      }
    });

    it("who holds one subgraph's key forges towards that one only: nothing at the gateway, nothing at another", async () => {
      const forged = signed("registry", "{}", { requestId: "stolen-key-0001" });
      for (const headers of [
        ["authorization", `Bearer ${forged}`],
        ["authorization", `Ticket ${forged}`],
        ["cookie", `__Host-parcours-session=${forged}`, "sec-fetch-site", "same-origin"],
      ])
        expect((await askRoughly(all.system.gatewayUrl, headers, { query: "{ agencies { code } }" })).status).toBe(401);
      for (const owner of owners.filter((name) => name !== "registry"))
        expect((await post(owner, "/graphql", forged, "{}")).status).toBe(401);
      expect(await looksOf(all.system, "stolen-key-0001")).toEqual([]);
    });

    it("headers that the gateway would set say nothing to an owner without its token", async () => {
      const body = question();
      const headers = inTurn({
        "x-parcours-hop": "1",
        "x-parcours-deadline-ms": "1000",
        "x-parcours-ticket": "1.AAAA",
        authorization: `Bearer ${await all.token("an")}`,
        "x-purpose": "DATA_PROTECTION",
        "x-case": "request-1",
      });
      for (const owner of owners)
        expect((await askRoughly(`${all.subgraph(owner).url}/graphql`, headers, body)).status).toBe(401);
    });
  });
}
