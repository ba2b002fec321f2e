/** API3, broken object property level authorisation: a withheld field by another name, another route, another type. */
import { getIntrospectionQuery } from "graphql";
import { valueAt } from "../asking.js";
import type { EndToEnd } from "../harness.js";
import { askRoughly } from "./rough.js";

export function describePropertyLevel(system: () => EndToEnd): void {
  describe("API3: a withheld field", () => {
    let all: EndToEnd;
    beforeAll(() => {
      all = system();
    });

    it.each([
      ["by another name", `{ entrepreneur(id: "$id") { displayName: sex } }`, ["entrepreneur", "displayName"]],
      [
        "in a fragment",
        `{ entrepreneur(id: "$id") { ...F } } fragment F on Entrepreneur { sex }`,
        ["entrepreneur", "sex"],
      ],
      [
        "in fragments in fragments",
        `{ ...A } fragment A on Query { entrepreneur(id: "$id") { ...B } } fragment B on Entrepreneur { ... { ... on Entrepreneur { x: sex } } }`,
        ["entrepreneur", "x"],
      ],
      [
        "by way of the caller",
        `{ caller(phone: "$phone") { entrepreneur { sex } } }`,
        ["caller", "entrepreneur", "sex"],
      ],
      [
        "by way of an entry",
        `{ coachingDossiers(entrepreneurId: "$id", first: 1) { edges { node { entrepreneur { sex } } } } }`,
        ["coachingDossiers", "edges", 0, "node", "entrepreneur", "sex"],
      ],
      [
        "beside itself, once included and once skipped",
        `{ entrepreneur(id: "$id") { sex @include(if: true) x: sex @skip(if: false) } }`,
        ["entrepreneur", "x"],
      ],
    ])("stays withheld %s", async (_, text, path) => {
      const query = text
        .replace("$id", all.story("KNOWN_TO_EVERY_POLE").id)
        .replace("$phone", all.phoneOf("KNOWN_TO_EVERY_POLE"));
      const { data, errors } = await all.ask(query, {}, { as: "tom" });
      expect(valueAt(data, path)).toBeNull();
      expect(errors.find((error) => JSON.stringify(error.path) === JSON.stringify(path))?.extensions).toMatchObject({
        code: "NOT_SHARED",
        category: "SEX",
      });
    });

    it("of a decision stays withheld from another lender by every route to it", async () => {
      const { id, financing } = all.story("HONOUR_LOAN_REFUSED");
      const refused = financing.applications.find(({ agency }) => agency === "VILLAGE_FINANCE");
      const told = `status { code } amountAsked { amount } closedAt decision { motivation outcome { code } } besideApplication { id }`;
      const routes = [
        `{ fundingApplication(id: "${refused?.id}") { ${told} } }`,
        `{ entrepreneur(id: "${id}") { financing { applications(first: 50) { edges { node { agency { code } ${told} } } } } } }`,
        `{ entrepreneur(id: "${id}") { timeline(first: 100) { edges { node { agency { code } ... on FundingApplication { ${told} } } } } } }`,
        `{ financingOfEntrepreneur(entrepreneurId: "${id}") { applications(first: 50) { edges { node { agency { code } ${told} } } } } }`,
      ];
      const secrets = Object.values(refused?.decision ?? {})
        .map(String)
        .filter((text) => text.length > 20);
      for (const query of routes) {
        const { data, errors } = await all.ask<object>(query, {}, { as: "claire" });
        const text = JSON.stringify([data, errors]);
        expect(JSON.stringify(data)).not.toContain("REFUSED");
        for (const secret of secrets) expect(text).not.toContain(secret);
        expect(errors.length).toBeGreaterThan(0);
        expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(["NOT_SHARED"]));
      }
    });

    it("is not told by the type or the fields of an interface", async () => {
      const { id } = all.story("IN_DIFFICULTY");
      const query = `{ entrepreneur(id: "${id}") { timeline(first: 100) { edges { node { __typename id kind { code label } label agency { code } } } } supports(first: 100) { edges { node { __typename kind { code } label } } } presence { agency { code } state } } }`;
      for (const as of ["lucas", "pieter", "elke"]) {
        const { data } = await all.ask<object>(query, {}, { as });
        expect(JSON.stringify(data)).toMatch(/"__typename":"FundingGrant"/);
        expect(JSON.stringify(data)).not.toMatch(/DIFFICULT|RESTART|MEDIATION|"COM"\},"state":"KNOWN/i);
      }
    });

    it("is not in the schema: introspection tells everybody of types and of nobody", async () => {
      const { text, status } = await askRoughly(all.system.gatewayUrl, [], { query: getIntrospectionQuery() });
      expect([status, text.includes("NOT_SHARED")]).toEqual([200, true]);
      for (const name of ["KNOWN_TO_EVERY_POLE", "IN_DIFFICULTY", "SELLER"] as const) {
        const { name: person, id, contactPoints } = all.story(name);
        for (const secret of [person.family, id, ...contactPoints.map(({ value }) => value)])
          expect(text).not.toContain(secret);
      }
      expect(text).not.toMatch(/_entities|_service|_Any\b/);
    });

    it("is not told by a filter, a clue or a sort that the reader may not read by", async () => {
      const { id, mandates } = all.story("ACCOUNTANT");
      const number = mandates.find(({ until }) => until === null)?.enterpriseNumber ?? "";
      const { data } = await all.ask<{ caller: { candidates: { entrepreneurId: string }[] } }>(
        `query ($number: String!) { caller(enterpriseNumber: $number) { candidates { entrepreneurId } } }`,
        { number },
        { as: "marc" },
      );
      // Who else acts for the enterprise is public; whose telephone a number is, is not (J12).
      const colleague =
        data.caller.candidates.find(({ entrepreneurId }) => entrepreneurId !== id)?.entrepreneurId ?? id;
      const points = await all.ask<{ entrepreneur: { contactPoints: { value: string }[] } }>(
        `query ($id: ID!) { entrepreneur(id: $id) { contactPoints { value } } }`,
        { id: colleague },
      );
      const values = points.data.entrepreneur.contactPoints.map(({ value }) => value);
      expect(values.length).toBeGreaterThan(0);
      for (const clue of [...values, "+32470999999", "nobody@mail.example"]) {
        const argument = clue.includes("@") ? "email" : "phone";
        const query = `query ($number: String!, $clue: String!) { caller(enterpriseNumber: $number, ${argument}: $clue) { outcome } }`;
        const found = await all.ask<{ caller: unknown }>(query, { number, clue }, { as: "marc" });
        expect([found.data.caller, found.errors.map(({ extensions }) => extensions.code)]).toEqual([
          null,
          ["NOT_SHARED"],
        ]);
      }
    });
  });
}
