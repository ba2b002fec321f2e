/** Confused deputies and unsafe consumption (API10): tickets of on-behalf calls in wrong hands, and an owner that lies. */
import { InternalTokenVerifier, internalTokenHeader } from "@parcours/shared/identity/internal-token";
import { ticketHeader } from "@parcours/shared/server/graph-on-behalf";
import { Tickets } from "../../src/identity/tickets.js";
import type { EndToEnd } from "../harness.js";
import { LyingOwner, type Lie, type Overheard } from "./lying-owner.js";
import { askRoughly, codesIn, inTurn } from "./rough.js";
import { looksOf } from "./stores.js";

const nothing: Overheard = { path: "", headers: {}, body: {} };
const secretText = "Jean Dupont, 0475 12 34 56, NN 85.07.30-033.28";

export function describeDeputy(system: () => EndToEnd): void {
  describe("API10: an owner that lies", () => {
    let all: EndToEnd;
    let liar: LyingOwner;
    let amina: string;
    let coach: Record<string, string>;
    beforeAll(async () => {
      all = system();
      liar = await LyingOwner.start(all);
      amina = all.story("KNOWN_TO_EVERY_POLE").id;
      const { staffId } = all.person("lucas");
      const token = await liar.issuer.token("coach", { claims: { parcours_staff: staffId } });
      coach = { authorization: `Bearer ${token}`, "x-purpose": "COACHING", "x-case": "coaching-2026-9" };
    }, 60_000);
    afterAll(() => liar?.stop());

    const path = (): string =>
      `{ entrepreneur(id: "${amina}") { displayName housing { stays(first: 1) { edges { node { id label entrepreneur { id displayName sex } } } } } } }`;
    const ask = (headers: Record<string, string>, query = path()) => askRoughly(liar.url, inTurn(headers), { query });
    /** A ticket as the owner gets it with a question of the coach. */
    const ticket = async (more: Record<string, string> = {}): Promise<string> => {
      liar.overheard.length = 0;
      await ask({ ...coach, ...more });
      return String(liar.overheard[0]?.headers[ticketHeader]);
    };
    const claimsHeard = (place: number) => {
      const { headers, body } = liar.overheard[place] ?? nothing;
      const verified = new InternalTokenVerifier("housing", [all.system.tokenSecret("housing")]).verify(
        String(headers[internalTokenHeader]),
        JSON.stringify(body),
      );
      return typeof verified === "string" ? verified : verified.claims;
    };

    it("asks on behalf of the reader with its ticket, as that reader, for that purpose, in that request: nothing in the request changes it", async () => {
      const shown = await ticket({ "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000101" });
      const headers = {
        authorization: `Ticket ${shown}`,
        "x-purpose": "EMERGENCY",
        "x-case": "other-1",
        "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000102",
        "x-parcours-hop": "0",
      };
      const { status } = await ask(headers);
      expect(status).toBe(200);
      expect(claimsHeard(1)).toMatchObject({
        reader: { role: "COACH", agency: "HUB", purpose: "COACHING", caseReference: "coaching-2026-9" },
        requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000101",
        hop: 2,
      });
      const looks = await looksOf(all.system, "3f2b8c1e-5a64-4d0b-9c77-000000000101");
      expect(new Set(looks.map(({ role, hop, purpose }) => `${role} ${hop} ${purpose}`))).toEqual(
        new Set(["COACH 1 COACHING", "COACH 2 COACHING"]),
      );
      expect(await looksOf(all.system, "3f2b8c1e-5a64-4d0b-9c77-000000000102")).toEqual([]);
    });

    it.each<[string, (good: string) => Promise<string> | string]>([
      ["that was changed", (good) => good.replace(/.(?=.{20}$)/, (letter) => (letter === "A" ? "B" : "A"))],
      ["that was cut", (good) => good.slice(0, -4)],
      ["of another hour", (good) => good.replace(/^\d+/, (hour) => String(Number(hour) - 1))],
      ["of nothing", () => "493827.AAAA"],
      [
        "sealed with the key of a subgraph",
        () =>
          new Tickets([all.system.tokenSecret("housing")]).seal({
            reader: { role: "DATA_PROTECTION_OFFICER", agency: "1819" },
            requestId: "forged-0009",
            hop: 0,
            deadline: Date.now() + 60_000,
            subgraph: "housing",
            language: "FR",
          }),
      ],
      ["that is the token of the hop", () => String(liar.overheard[0]?.headers[internalTokenHeader])],
    ])("gets 401 with a ticket %s", async (_, forge) => {
      const { status, text } = await ask({ authorization: `Ticket ${await forge(await ticket())}` });
      expect([status, codesIn(text).length, "data" in (JSON.parse(text) as object)]).toEqual([401, 1, false]);
    });

    it("gets 401 with a ticket at another gateway, as a bearer token, as a session, where one asks who one is, and after the answer", async () => {
      const shown = await ticket();
      const query = { query: "{ agencies { code } }" };
      const tried = [
        await askRoughly(all.system.gatewayUrl, ["authorization", `Ticket ${shown}`], query),
        await askRoughly(liar.url, ["authorization", `Bearer ${shown}`], query),
        await askRoughly(
          liar.url,
          ["cookie", `__Host-parcours-session=${shown}`, "sec-fetch-site", "same-origin"],
          query,
        ),
        await askRoughly(
          liar.url,
          ["authorization", `Ticket ${shown}`, "authorization", coach["authorization"] ?? ""],
          query,
        ),
      ];
      expect(tried.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
      const who = await fetch(new URL("/auth/me", liar.url), { headers: { authorization: `Ticket ${shown}` } });
      expect(who.status).toBe(401);
      const short = await ticket({ "x-parcours-deadline-ms": "1500" });
      await new Promise((resolve) => setTimeout(resolve, 1_600));
      const late = await ask({ authorization: `Ticket ${short}` });
      expect([late.status, codesIn(late.text)]).toEqual([401, ["TICKET_EXPIRED"]]);
    });

    it("cannot act in the reader's name: a ticket only asks", async () => {
      const key = "0f8fad5b-d9cb-4c69-a165-70867728950e";
      const act = `mutation { recordObjection(input: { idempotencyKey: "${key}", entrepreneurId: "${amina}", category: "CONTACT", reason: "not by me" }) { errors { code } } }`;
      const answer = await ask({ authorization: `Ticket ${await ticket()}` }, act);
      expect([answer.status, codesIn(answer.text)]).toEqual([403, ["TICKET_ASKS_ONLY"]]);
    });

    it("cannot send a question round for ever", async () => {
      let shown = await ticket();
      const statuses: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        liar.overheard.length = 0;
        statuses.push((await ask({ authorization: `Ticket ${shown}` })).status);
        shown = String(liar.overheard[0]?.headers[ticketHeader] ?? shown);
      }
      expect(statuses.at(-1)).toBe(508);
    });

    it("hears neither the client's token nor its cookies", async () => {
      await ticket({ cookie: "other=1", "x-own": "1" });
      const { headers } = liar.overheard[0] ?? nothing;
      expect([
        headers["authorization"],
        headers["cookie"],
        headers["x-own"],
        headers["x-purpose"],
        headers["x-case"],
      ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(JSON.stringify(headers)).not.toContain(coach["authorization"]?.slice(7, 60));
    });

    const entity = (stays: unknown, typeName = "Entrepreneur"): string =>
      JSON.stringify({
        data: { _entities: [{ __typename: typeName, housing: { __typename: "EntrepreneurHousing", stays } }] },
      });
    const stay = (person: string): unknown => ({
      edges: [
        {
          node: {
            __typename: "HousingStay",
            id: "11111111-1111-4111-8111-111111111111",
            label: "a lie",
            entrepreneur: { __typename: "Entrepreneur", id: person },
          },
        },
      ],
    });

    it("that names somebody else opens nothing of that person to the reader: the owner of the name decides", async () => {
      const wim = all.story("COACHED_AND_REFUSED").id;
      const token = await liar.issuer.token("entrepreneur", { claims: { parcours_person: wim } });
      liar.lie = () => entity(stay(amina));
      const { text } = await ask({ authorization: `Bearer ${token}` }, path().replace(amina, wim));
      expect([text.includes("a lie"), text.includes("El Khattabi"), codesIn(text)]).toEqual([
        true,
        false,
        ["NOT_SHARED"],
      ]);
    });

    it.each<[string, Lie]>([
      ["an entity of another type", () => entity(stay(amina), "Enterprise")],
      ["more entities than were asked", () => JSON.stringify({ data: { _entities: [{}, {}, {}] } })],
      ["what is no JSON", () => `<html>${secretText}</html>`],
      ["a list where an object belongs", () => entity([[secretText]])],
      ["forty megabytes", () => entity(stay("x".repeat(40 * 1024 * 1024)))],
      [
        "errors with what it knows",
        () =>
          JSON.stringify({
            data: { _entities: [null] },
            errors: [
              { message: secretText, path: ["_entities", 0] },
              {
                message: secretText,
                extensions: { code: "INTERNAL_SERVER_ERROR", stacktrace: [secretText], exception: secretText },
              },
            ],
          }),
      ],
      [
        "errors without data",
        () =>
          JSON.stringify({
            errors: [{ message: secretText }, { message: secretText, extensions: { code: "INTERNAL" } }],
          }),
      ],
      [
        "fields that nobody asked",
        () =>
          JSON.stringify({
            data: {
              _entities: [
                {
                  __typename: "Entrepreneur",
                  id: amina,
                  housing: null,
                  displayName: secretText,
                  sex: secretText,
                  __proto__: { x: 1 },
                },
              ],
            },
            extensions: { secretText, agencies: { HUB: secretText } },
          }),
      ],
    ])("that answers %s costs its own fields only, and its words reach neither client nor log", async (_, lie) => {
      liar.lie = lie;
      const { status, text } = await ask(coach);
      const { data } = JSON.parse(text) as { data: { entrepreneur: { displayName: string; housing: unknown } } };
      expect([status, data.entrepreneur.displayName]).toEqual([200, "Amina El Khattabi"]);
      expect(text).not.toMatch(/Dupont|0475|85\.07/);
      expect(text.length).toBeLessThan(10_000);
      expect(await liar.log()).not.toMatch(/Dupont|0475|85\.07/);
    });

    it("that tells of looks what is none costs its own part of the list", async () => {
      const token = await liar.issuer.token("entrepreneur", { claims: { parcours_person: amina } });
      const query = `{ entrepreneur(id: "${amina}") { displayName lookups(first: 5) { edges { node { id at } } owners { owner state } } } }`;
      for (const told of [
        "[]",
        '{"rows":[{"at":"x","id":"y"}],"total":1,"period":{},"heartbeat":"z"}',
        '{"rows":"x"}',
        `{"rows":[${JSON.stringify(secretText)}]}`,
        "null",
        secretText,
      ]) {
        liar.lie = () => told;
        const { status, text } = await ask({ authorization: `Bearer ${token}` }, query);
        expect([told, status, text.includes("El Khattabi")]).toEqual([told, 200, true]);
        expect(text).not.toMatch(/Dupont|node_modules/);
      }
      expect(await liar.log()).not.toMatch(/Dupont|El Khattabi/);
    });

    it.each([
      ["a service", { parcours_role: "SERVICE" }, 200, ["ROLE_HAS_NO_PURPOSE"]],
      ["a role that there is not", { parcours_role: "PRIVATE_FINANCIER" }, 401, ["TOKEN_IDENTITY_REFUSED"]],
      ["two roles", { parcours_role: ["COACH", "DATA_PROTECTION_OFFICER"] }, 401, ["TOKEN_IDENTITY_REFUSED"]],
      ["an agency of another form", { parcours_agency: "HUB,COM" }, 401, ["TOKEN_IDENTITY_REFUSED"]],
      ["an id token", { nonce: "x" }, 401, ["TOKEN_INVALID"]],
      ["a token that has ended", { exp: 1 }, 401, ["TOKEN_EXPIRED"]],
      ["a token for others", { aud: "urn:others" }, 401, ["TOKEN_AUDIENCE_WRONG"]],
    ])("a trusted issuer's token of %s opens nothing personal", async (_, claims, status, codes) => {
      const token = await liar.issuer.token("coach", { claims });
      const answer = await ask(
        { authorization: `Bearer ${token}` },
        `{ entrepreneur(id: "${amina}") { displayName } }`,
      );
      expect([answer.status, codesIn(answer.text), answer.text.includes("El Khattabi")]).toEqual([
        status,
        codes,
        false,
      ]);
    });
  });
}
