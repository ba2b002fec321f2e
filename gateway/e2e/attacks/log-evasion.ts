/** Looks that somebody would rather leave no row of: by another name, by ids or types alone, by errors, by leaving early, by an act. */
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { until } from "../asking.js";
import type { EndToEnd } from "../harness.js";
import { askRoughly, inTurn } from "./rough.js";
import { looksOf, type LoggedLook } from "./stores.js";

const byOwner = ([one]: readonly (string | null)[], [other]: readonly (string | null)[]): number =>
  (one ?? "") < (other ?? "") ? -1 : 1;

export function describeLogEvasion(system: () => EndToEnd): void {
  describe("a look leaves a row", () => {
    let all: EndToEnd;
    let amina: string;
    beforeAll(() => {
      all = system();
      amina = all.story("KNOWN_TO_EVERY_POLE").id;
    });

    const look = async (
      query: string,
      as = "tom",
      variables: object = {},
    ): Promise<{ looks: LoggedLook[]; text: string }> => {
      const requestId = randomUUID();
      const headers = inTurn({ ...(await all.headers({ as })), "x-request-id": requestId });
      const { text } = await askRoughly(all.system.gatewayUrl, headers, { query, variables });
      return { looks: await looksOf(all.system, requestId), text };
    };

    it.each<[string, (all: EndToEnd) => string, string]>([
      [
        "by an id alone",
        (one) => `{ caller(phone: "${one.phoneOf("KNOWN_TO_EVERY_POLE")}") { entrepreneur { id } } }`,
        "LOOK_UP",
      ],
      [
        "by the type alone",
        (one) => `{ caller(phone: "${one.phoneOf("KNOWN_TO_EVERY_POLE")}") { entrepreneur { __typename } } }`,
        "LOOK_UP",
      ],
      [
        "by whether there is anybody",
        (one) => `{ caller(phone: "${one.phoneOf("KNOWN_TO_EVERY_POLE")}") { outcome } }`,
        "LOOK_UP",
      ],
      [
        "by asking the answer for nothing but its type",
        (one) => `{ caller(phone: "${one.phoneOf("KNOWN_TO_EVERY_POLE")}") { __typename } }`,
        "LOOK_UP",
      ],
      ["by whether a name is known", (one) => `{ caller(name: "${nameOf(one)}") { outcome } }`, "LOOK_UP"],
      [
        "by how many a name has",
        (one) => `{ caller(name: "${nameOf(one)}") { candidates { __typename } } }`,
        "LOOK_UP",
      ],
      [
        "by another name for a field",
        (one) => `{ a: entrepreneur(id: "${idOf(one)}") { b: displayName } }`,
        "IDENTITY",
      ],
      [
        "in fragments",
        (one) =>
          `{ ...A } fragment A on Query { entrepreneur(id: "${idOf(one)}") { ... { ...B } } } fragment B on Entrepreneur { displayName }`,
        "IDENTITY",
      ],
      [
        "by directives",
        (one) => `{ entrepreneur(id: "${idOf(one)}") @include(if: true) { displayName @skip(if: false) } }`,
        "IDENTITY",
      ],
      [
        "by cursors alone",
        (one) => `{ entrepreneur(id: "${idOf(one)}") { timeline(first: 1) { edges { cursor } } } }`,
        "DOSSIER_HEADER",
      ],
      [
        "by whether there is more",
        (one) => `{ coachingDossiers(entrepreneurId: "${idOf(one)}", first: 1) { pageInfo { hasNextPage } } }`,
        "DOSSIER_HEADER",
      ],
      [
        "by a section alone",
        (one) => `{ financingOfEntrepreneur(entrepreneurId: "${idOf(one)}") { __typename } }`,
        "LOOK_UP",
      ],
      [
        "by one field of an entry, by its id",
        (one) => `{ coachingDossier(id: "${one.story("KNOWN_TO_EVERY_POLE").coaching.dossiers[0]?.id}") { active } }`,
        "DOSSIER_HEADER",
      ],
      ["by presence", (one) => `{ entrepreneur(id: "${idOf(one)}") { presence { state } } }`, "DOSSIER_HEADER"],
    ])("%s", async (_, query, category) => {
      const { looks, text } = await look(query(all));
      expect(text).not.toContain('"errors"');
      expect(looks.find(({ person, categories }) => person === amina && categories.includes(category))).toMatchObject({
        role: "ADVISOR_1819",
        agency: "1819",
        purpose: "CALL",
        action: "READ",
        result: "SERVED",
      });
    });

    it("as one of several candidates, for each of them, whatever is asked of them", async () => {
      const phone = all.story("ACCOUNTANT").contactPoints.find(({ kind }) => kind === "PHONE")?.value;
      for (const asks of ["outcome", "candidates { __typename }", "candidates { displayName }", "more"]) {
        const { looks } = await look(`{ caller(phone: "${phone}") { ${asks} } }`);
        expect([asks, new Set(looks.map(({ person }) => person)).size]).toEqual([asks, 20]);
      }
    });

    it("by way of an enterprise: the row names its number", async () => {
      const number = all.numberOf("KNOWN_TO_EVERY_POLE");
      const { looks } = await look(
        `{ enterprise(number: "${number}") { supports(first: 1) { edges { cursor } } financing { __typename } } }`,
      );
      expect(looks.map(({ enterprise, owner }) => [owner, enterprise]).toSorted(byOwner)).toEqual([
        ["financing", number],
        ["front-door", number],
      ]);
    });

    it("that was withheld, with what was asked", async () => {
      const { looks } = await look(
        `{ entrepreneur(id: "${amina}") { sex coaching { difficultyCases(first: 1) { edges { cursor } } } } }`,
        "lucas",
      );
      expect(looks.flatMap(({ withheld }) => withheld).sort()).toEqual(["DIFFICULTY_CASE", "SEX"]);
    });

    it("that was withheld as a whole, also at a root", async () => {
      for (const [query, as] of [
        [`{ entrepreneur(id: "${amina}") { id } }`, "wim"],
        [`{ difficultyCases(entrepreneurId: "${amina}", first: 1) { edges { cursor } } }`, "tom"],
      ] as const) {
        const { looks } = await look(query, as);
        expect([query, looks.map(({ person, result }) => [person, result])]).toEqual([query, [[amina, "WITHHELD"]]]);
      }
    });

    it("that the single desk withheld, at the owner of the person", async () => {
      const person = `entrepreneurId: "${amina}"`;
      const erasure = `mutation { eraseEntrepreneur(input: { ${person}, idempotencyKey: "${randomUUID()}" }) { __typename } }`;
      for (const [query, as, action, category] of [
        [`{ entrepreneur(id: "${amina}") { lookups(first: 1) { edges { cursor } } } }`, "tom", "READ", "LOOKUPS"],
        [`{ exportMyDossier(${person}) { __typename } }`, "tom", "READ", "DOSSIER_EXPORT"],
        [`{ exportMyDossier(${person}) { __typename } }`, "wim", "READ", "DOSSIER_EXPORT"],
        [`{ intake(${person}, form: "ORIENTATION") { __typename } }`, "benoit", "READ", "INTAKE"],
        [erasure, "tom", "WRITE", "ERASURE"],
      ] as const) {
        const { looks } = await look(query, as);
        const withheld = looks.filter((row) => row.withheld.length > 0);
        expect([query, withheld]).toMatchObject([
          query,
          [{ owner: "front-door", person: amina, action, withheld: [category], result: "WITHHELD" }],
        ]);
      }
    });

    it("whose answer nobody waited for", async () => {
      const requestId = randomUUID();
      const body = JSON.stringify({
        query: `{ entrepreneur(id: "${amina}") { displayName contactPoints { value } } }`,
      });
      const headers = {
        ...(await all.headers({ as: "tom" })),
        "content-type": "application/json",
        "x-request-id": requestId,
      };
      const { hostname, port, pathname } = new URL(all.system.gatewayUrl);
      // Leaves as soon as something was served, before the answer can have come.
      const leaving = Array.from({ length: 20 }, async (_, wait) => {
        const sent = request({
          hostname,
          port,
          path: pathname,
          method: "POST",
          headers: { ...headers, "content-length": Buffer.byteLength(body) },
          agent: false,
        });
        sent.on("error", () => undefined);
        sent.end(body);
        await new Promise((resolve) => setTimeout(resolve, 5 + wait));
        sent.destroy();
      });
      await Promise.all(leaving);
      await until("the looks are in the log", async () => (await looksOf(all.system, requestId)).length > 0);
    });

    it("that failed half-way: what was served before it is there", async () => {
      const { looks, text } = await look(
        `{ entrepreneur(id: "${amina}") { displayName timeline(first: 1, after: "x") { edges { cursor } } } }`,
      );
      expect(text).toContain("CURSOR_INVALID");
      expect(looks.some(({ person, categories }) => person === amina && categories.includes("IDENTITY"))).toBe(true);
    });

    it("and so does an act, whatever of its payload is asked", async () => {
      const act = `mutation { recordObjection(input: { idempotencyKey: "${randomUUID()}", entrepreneurId: "${amina}", category: "SUPPORT_AMOUNT", reason: "For a test." }) { __typename } }`;
      const { looks } = await look(act, "amina");
      expect(looks.map(({ action, person, categories }) => [action, person, categories])).toEqual([
        ["WRITE", amina, ["OBJECTION"]],
      ]);
    });

    it("as does one that was refused", async () => {
      const act = `mutation { grantSharing(input: { idempotencyKey: "${randomUUID()}", entrepreneurId: "${amina}", toAgency: "BWF", categories: ["NEED"] }) { __typename } }`;
      const { looks } = await look(act, "lucas");
      expect(looks).toMatchObject([
        { owner: "front-door", action: "WRITE", person: amina, withheld: ["SHARING_GRANT"], result: "WITHHELD" },
      ]);
    });
  });
}

function idOf(all: EndToEnd): string {
  return all.story("KNOWN_TO_EVERY_POLE").id;
}

function nameOf(all: EndToEnd): string {
  const { given, family } = all.story("KNOWN_TO_EVERY_POLE").name;
  return `${given} ${family}`;
}
