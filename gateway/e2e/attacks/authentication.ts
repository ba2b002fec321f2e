/** API2, broken authentication: what is no token, whose token it is, and what else in a request might say who asks. */
import { createHmac, createPublicKey, type JsonWebKey } from "node:crypto";
import { InternalTokenSigner } from "@parcours/shared/identity/internal-token";
import type { EndToEnd } from "../harness.js";
import { askRoughly, codesIn, inTurn } from "./rough.js";
import { looksOf } from "./stores.js";

const question = { query: "{ __typename agencies { code } me { id displayName } }" };
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens that somebody made of tom's; each must be refused whole, with what is public. */
const forgeries: Readonly<Record<string, (all: EndToEnd, parts: readonly string[]) => Promise<string> | string>> = {
  "without signature": (_, [head, body]) => `${head}.${body}.`,
  "that says alg none": (_, [, body]) => `${encoded({ alg: "none", typ: "at+jwt" })}.${body}.`,
  "that says alg None, signed": (_, [, body, signature]) =>
    `${encoded({ alg: "None", typ: "at+jwt" })}.${body}.${signature}`,
  "with the signature of another token": async (all, [head, body]) =>
    `${head}.${body}.${(await all.token("amina")).split(".")[2]}`,
  "with another role": (_, [head, body = "", signature]) => {
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    return `${head}.${encoded({ ...claims, parcours_role: "DATA_PROTECTION_OFFICER" })}.${signature}`;
  },
  "signed with the issuer's public key as if it were a secret": async (all, [, body]) => {
    const { keys } = (await (await fetch(`${all.system.issuer.url}/jwks`)).json()) as {
      keys: (JsonWebKey & { kid?: string })[];
    };
    const key = createPublicKey({ key: keys[0] ?? {}, format: "jwk" }).export({ type: "spki", format: "pem" });
    const signed = `${encoded({ alg: "HS256", typ: "at+jwt", kid: keys[0]?.kid })}.${body}`;
    return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
  },
  "with a key of its own in the header": (_, [head = "", body, signature]) => {
    const own = JSON.parse(Buffer.from(head, "base64url").toString()) as object;
    return `${encoded({ ...own, jwk: { kty: "oct", k: "AAAA" }, jku: "http://127.0.0.1:1/keys", x5u: "http://127.0.0.1:1/x" })}.${body}.${signature}`;
  },
  "of the hop, for a subgraph": (all) =>
    new InternalTokenSigner("front-door", all.system.tokenSecret("front-door")).sign(
      {
        reader: { role: "ADVISOR_1819", agency: "1819", staffId: "x", purpose: "CALL", caseReference: "call-1" },
        requestId: "forged-0001",
        hop: 0,
      },
      JSON.stringify(question),
    ),
  "of the hop, for the gateway itself": (all) =>
    new InternalTokenSigner("parcours-gateway", all.system.tokenSecret("coaching")).sign(
      { reader: { role: "DATA_PROTECTION_OFFICER", agency: "1819", staffId: "x" }, requestId: "forged-0002", hop: 0 },
      JSON.stringify(question),
    ),
  "of five parts, as sealed ones have": () => "a.b.c.d.e",
  "of nothing but dots": () => "..",
  "longer than any": (_, [head, , signature]) => `${head}.${"A".repeat(13_000)}.${signature}`,
};

export function describeAuthentication(system: () => EndToEnd): void {
  describe("API2: who asks", () => {
    let all: EndToEnd;
    let url: string;
    beforeAll(() => {
      all = system();
      url = all.system.gatewayUrl;
    });

    it.each(Object.keys(forgeries))("is nobody with a token %s: 401, a code, and no data", async (name) => {
      const token = await forgeries[name]?.(all, (await all.token("tom")).split("."));
      const { status, text, headers } = await askRoughly(url, ["authorization", `Bearer ${token}`], question);
      expect([status, "data" in (JSON.parse(text) as object)]).toEqual([401, false]);
      expect(headers["www-authenticate"]).toMatch(/^Bearer realm="parcours"/);
      expect(text).not.toContain(String(token).slice(0, 24));
    });

    it.each([
      [
        "two tokens of different people",
        async (): Promise<string[]> => [
          "authorization",
          `Bearer ${await all.token("tom")}`,
          "authorization",
          `Bearer ${await all.token("amina")}`,
        ],
        401,
      ],
      [
        "the same token twice",
        async (): Promise<string[]> => [
          "authorization",
          `Bearer ${await all.token("tom")}`,
          "Authorization",
          `Bearer ${await all.token("tom")}`,
        ],
        401,
      ],
      [
        "two tokens in one header",
        async (): Promise<string[]> => [
          "authorization",
          `Bearer ${await all.token("tom")}, Bearer ${await all.token("amina")}`,
        ],
        401,
      ],
      [
        "another scheme",
        async (): Promise<string[]> => ["authorization", `Basic ${Buffer.from("tom:tom").toString("base64")}`],
        401,
      ],
      [
        "a token as a ticket",
        async (): Promise<string[]> => ["authorization", `Ticket ${await all.token("tom")}`],
        401,
      ],
      [
        "a token as a session",
        async (): Promise<string[]> => [
          "cookie",
          `__Host-parcours-session=${await all.token("tom")}`,
          "sec-fetch-site",
          "same-origin",
        ],
        401,
      ],
      [
        "two purposes",
        async (): Promise<string[]> => [...inTurn(await all.headers({ as: "tom" })), "x-purpose", "EMERGENCY"],
        400,
      ],
      [
        "a purpose in lower case",
        async (): Promise<string[]> => inTurn({ ...(await all.headers({ as: "tom" })), "x-purpose": "call" }),
        400,
      ],
      [
        "a purpose that is a property of every object",
        async (): Promise<string[]> => inTurn({ ...(await all.headers({ as: "tom" })), "x-purpose": "constructor" }),
        400,
      ],
      [
        "two cases",
        async (): Promise<string[]> => [...inTurn(await all.headers({ as: "tom" })), "x-case", "call-2"],
        400,
      ],
      [
        "a telephone number for a case",
        async (): Promise<string[]> => inTurn({ ...(await all.headers({ as: "tom" })), "x-case": "call-0475123456" }),
        400,
      ],
      [
        "a name for a case",
        async (): Promise<string[]> => inTurn({ ...(await all.headers({ as: "tom" })), "x-case": "Amina El Khattabi" }),
        400,
      ],
    ])("is not guessed from %s", async (_, headers, expected) => {
      const { status, text } = await askRoughly(url, await headers(), question);
      expect([status, "data" in (JSON.parse(text) as object)]).toEqual([expected, false]);
    });

    it.each([
      ["a purpose of another role", { "x-purpose": "FUNDING" }, "PURPOSE_NOT_ALLOWED"],
      ["the officer's purpose", { "x-purpose": "DATA_PROTECTION" }, "PURPOSE_NOT_ALLOWED"],
      ["the own path's purpose", { "x-purpose": "OWN_PATH" }, "PURPOSE_NOT_ALLOWED"],
    ])("in %s opens nothing personal", async (_, header, code) => {
      const id = all.story("KNOWN_TO_EVERY_POLE").id;
      const query = `{ entrepreneur(id: "${id}") { id displayName } caller(phone: "${all.phoneOf("KNOWN_TO_EVERY_POLE")}") { outcome } }`;
      const { text } = await askRoughly(url, inTurn({ ...(await all.headers({ as: "tom" })), ...header }), { query });
      expect([codesIn(text), JSON.parse(text)]).toEqual([
        [code],
        expect.objectContaining({ data: { entrepreneur: null, caller: null } }),
      ]);
    });

    it("is who the token says, whatever headers of the hop come with it", async () => {
      const requestId = "3f2b8c1e-5a64-4d0b-9c77-000000000201";
      const forged = new InternalTokenSigner("front-door", all.system.tokenSecret("front-door")).sign(
        {
          reader: {
            role: "DATA_PROTECTION_OFFICER",
            agency: "1819",
            staffId: "x",
            purpose: "DATA_PROTECTION",
            caseReference: "c-1",
          },
          requestId: "forged-0003",
          hop: 3,
        },
        "",
      );
      const smuggled = {
        "x-parcours-token": forged,
        "x-parcours-ticket": "493827.AAAA",
        "x-parcours-hop": "99",
        "x-parcours-reader": encoded({ role: "DATA_PROTECTION_OFFICER" }),
        "x-parcours-role": "DATA_PROTECTION_OFFICER",
        "x-forwarded-user": "an",
        "x-forwarded-for": "127.0.0.1",
        "x-original-url": "/lookups",
        "x-http-method-override": "GET",
        connection: "close, authorization, x-purpose, x-case",
        "keep-alive": "x",
        "proxy-authorization": `Bearer ${await all.token("an")}`,
        "x-request-id": requestId,
      };
      const query = `{ entrepreneur(id: "${all.story("KNOWN_TO_EVERY_POLE").id}") { displayName contactPoints { value } sex } }`;
      const { status, text } = await askRoughly(url, inTurn({ ...(await all.headers({ as: "tom" })), ...smuggled }), {
        query,
      });
      // An advisor's answer: contact points, which the officer has not; no sex.
      expect([status, codesIn(text), text.includes("+32")]).toEqual([200, ["NOT_SHARED"], true]);
      const looks = await looksOf(all.system, requestId);
      expect(looks.map(({ role, hop, purpose }) => [role, hop, purpose])).toEqual([["ADVISOR_1819", 1, "CALL"]]);
    });

    it("cannot be put in by a client as an answer's deadline, a request's hop or its id", async () => {
      const headers = inTurn({
        ...(await all.headers({ as: "tom" })),
        "x-parcours-deadline-ms": "999999999",
        "x-request-id": "x Set-Cookie: a=b",
      });
      const { status, headers: answered } = await askRoughly(url, headers, question);
      expect([status, answered["set-cookie"], answered["x-request-id"]]).toEqual([
        200,
        undefined,
        expect.stringMatching(/^[0-9a-f-]{36}$/),
      ]);
    });
  });
}
