/** API5, broken function level authorisation: acts of others, acts on others, and what only services and officers may do. */
import { randomUUID } from "node:crypto";
import { valueAt, type Answer } from "../asking.js";
import type { EndToEnd } from "../harness.js";
import { actsOn } from "./roots.js";
import { rowCounts } from "./stores.js";

/** Inputs that every act would take from who may do it. */
const fitting = {
  category: "COACHING_CONTENT",
  categories: ["COACHING_CONTENT"],
  toAgency: "HUB",
  ownerAgency: "HUB",
  motive: "There was no time to ask anybody else, honestly.",
  reason: "It is nobody's business.",
  note: "Nothing was found.",
};

/** People who may do nothing to amina, whatever they say it is for. */
const outsiders = [null, "wim", "marc", "yasmine-company", "emma", "nora", "pieter", "benoit", "lucas"] as const;

export function describeFunctionLevel(system: () => EndToEnd): void {
  describe("API5: acts", () => {
    let all: EndToEnd;
    let amina: string;
    beforeAll(() => {
      all = system();
      amina = all.story("KNOWN_TO_EVERY_POLE").id;
    });

    it.each(actsOn("", randomUUID, fitting).map(({ name }) => name))(
      "%s by who may not is refused, and changes nothing anywhere",
      async (name) => {
        const before = await rowCounts(all.system);
        for (const as of outsiders) {
          const act = actsOn(amina, randomUUID, fitting).find((one) => one.name === name);
          const answer = await all.ask<object | undefined>(act?.query ?? "", { input: act?.input }, { as });
          expect([as, name, isRefused(answer, name)]).toEqual([as, name, true]);
          expect(JSON.stringify(answer)).not.toContain(all.story("KNOWN_TO_EVERY_POLE").name.family);
        }
        expect(await rowCounts(all.system)).toEqual(before);
      },
    );

    it("without a purpose of one's own role are refused to officials too", async () => {
      const before = await rowCounts(all.system);
      for (const asking of [
        { as: "tom", purpose: null },
        { as: "sofie", purpose: "EMERGENCY", caseReference: null },
        { as: "pieter", purpose: "EMERGENCY" },
      ])
        for (const { name, query, input } of actsOn(amina, randomUUID, fitting)) {
          const answer = await all.ask<object | undefined>(query, { input }, asking);
          expect([asking, name, isRefused(answer, name)]).toEqual([asking, name, true]);
        }
      expect(await rowCounts(all.system)).toEqual(before);
    });

    it("on grants and reviews of others answer as for ones that never were", async () => {
      const grants = await all.ask<{ entrepreneur: { sharingGrants: { edges: { node: { id: string } }[] } } }>(
        `query ($id: ID!) { entrepreneur(id: $id) { sharingGrants(first: 5) { edges { node { id } } } } }`,
        { id: all.story("KNOWN_TO_EVERY_POLE").id },
        { as: "amina" },
      );
      const grantId = grants.data.entrepreneur.sharingGrants.edges[0]?.node.id ?? (await grantOf(all, amina));
      const withdraw = (id: string, as: string): Promise<Answer<unknown>> =>
        all.ask(
          `mutation ($input: WithdrawSharingInput!) { withdrawSharing(input: $input) { sharingGrant { id } reached pending errors { code message } } }`,
          { input: { idempotencyKey: randomUUID(), grantId: id } },
          { as },
        );
      for (const as of ["wim", "marc", "emma", "sofie", "an"]) {
        const [theirs, nobodys] = [await withdraw(grantId, as), await withdraw(randomUUID(), as)];
        expect([as, theirs.data, theirs.errors]).toEqual([as, nobodys.data, nobodys.errors]);
      }
    });

    it("are done once for who asked: another's key opens nothing of what was done", async () => {
      const input = {
        idempotencyKey: randomUUID(),
        entrepreneurId: amina,
        category: "SUPPORT_AMOUNT",
        reason: "A reason that is nobody else's.",
      };
      const query = `mutation ($input: RecordObjectionInput!) { recordObjection(input: $input) { objection { id reason } errors { code } } }`;
      const own = await all.ask(query, { input }, { as: "amina" });
      expect(valueAt(own.data, ["recordObjection", "objection", "reason"])).toBe(input.reason);
      for (const as of ["wim", "tom", "marc"]) {
        const other = await all.ask(query, { input }, { as });
        expect([as, valueAt(other.data, ["recordObjection", "objection"])]).toEqual([as, null]);
        expect(JSON.stringify(other)).not.toContain("nobody else's");
      }
    });

    it.each([
      [
        "lookups",
        `{ entrepreneur(id: "$id") { lookups(first: 5) { edges { node { id } } owners { total } } } }`,
        ["entrepreneur", "lookups"],
      ],
      ["reviews of emergencies", `{ breakGlassReviews(first: 5) { edges { node { id } } } }`, ["breakGlassReviews"]],
    ])("reading %s is for who the table names, and for no one by role alone", async (_, text, path) => {
      for (const as of ["tom", "pieter", "wim", "marc", "benoit", "emma", "nora", "elke", null]) {
        const { data, errors } = await all.ask(text.replace("$id", amina), {}, { as });
        expect([as, valueAt(data, path) ?? null, errors.length > 0]).toEqual([as, null, true]);
      }
    });
  });
}

/** Whether an act was refused: by an error of the request, or by one that its payload names, with nothing done beside it. */
function isRefused({ data, errors }: Answer<object | undefined>, name: string): boolean {
  const payload = valueAt(data, [name]);
  if (payload === null || payload === undefined) return errors.length > 0;
  const {
    errors: own = [],
    __typename: _,
    // How it was asked, not what was done.
    isDirectoryAsked: __,
    ...done
  } = payload as Readonly<Record<string, unknown>> & { errors?: unknown[]; isDirectoryAsked?: boolean };
  const isEmpty = (value: unknown): boolean =>
    value === null || value === false || (Array.isArray(value) && value.length === 0);
  return own.length + errors.length > 0 && Object.values(done).every(isEmpty);
}

async function grantOf(all: EndToEnd, entrepreneurId: string): Promise<string> {
  const input = { idempotencyKey: randomUUID(), entrepreneurId, toAgency: "HUB", categories: ["COACHING_CONTENT"] };
  const { data } = await all.ask(
    `mutation ($input: GrantSharingInput!) { grantSharing(input: $input) { sharingGrants { id } errors { code } } }`,
    { input },
    { as: "amina" },
  );
  return String(valueAt(data, ["grantSharing", "sharingGrants", 0, "id"]));
}
