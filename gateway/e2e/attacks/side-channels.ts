/**
 * Side channels: for who may not know, "exists" and "does not" are the same bytes, the same calls of subgraphs and the same SQL statements.
 * How long an answer takes is not held against anything: one statement more or less is what it would tell.
 */
import { randomUUID } from "node:crypto";
import type { Cost } from "../cost.js";
import type { Asking, EndToEnd } from "../harness.js";
import { readWorld, type World } from "../walk/subjects.js";
import { rootsBy } from "./roots.js";
import { bytesOf } from "./rough.js";

/** Readers of every kind who may not know of amina's and nadia's entries; the officials may not know of what hangs on difficulty. */
const strangers = ["wim", "marc", "emma", null] as const;
const officials = ["tom", "lucas", "pieter", "elke", "nora"] as const;

export function describeSideChannels(system: () => EndToEnd): void {
  describe("side channels", () => {
    let all: EndToEnd;
    let world: World;
    beforeAll(async () => {
      all = system();
      world = await readWorld(all.system);
    });

    /** What two questions cost that differ in the id alone; feeds send statements of their own, so a difference is looked at again. */
    const sameCost = async (query: string, known: string, unknown: string, asking: Asking): Promise<void> => {
      let pair: readonly Cost[] = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        pair = [await all.costOf(query, { id: known }, asking), await all.costOf(query, { id: unknown }, asking)];
        if (JSON.stringify(pair[0]) === JSON.stringify(pair[1])) break;
      }
      expect([asking.as, query, pair[0]]).toEqual([asking.as, query, pair[1]]);
      const [one, other] = [
        await bytesOf(all, query, { id: known }, asking),
        await bytesOf(all, query, { id: unknown }, asking),
      ];
      expect([asking.as, one]).toEqual([asking.as, other]);
    };
    const rowOf = (typeName: string): string => {
      const others = strangers.map((as) => (as === null ? undefined : all.person(as).entrepreneurId));
      const found = [...world.rows].find(
        ([, { type, person }]) => type === typeName && person !== null && !others.includes(person),
      );
      if (!found) throw new Error(`the demonstration has no ${typeName}`);
      return found[0];
    };

    it.each(strangers)("an entry by id costs %s what one costs that is not there", async (as) => {
      const roots = rootsBy("id").filter(({ name }) =>
        ["fundingApplication", "coachingDossier", "interaction", "referral", "housingStay", "need", "project"].includes(
          name,
        ),
      );
      expect(roots).toHaveLength(7);
      for (const { query, typeName } of roots) await sameCost(query, rowOf(typeName), randomUUID(), { as });
    });

    it.each(officials)(
      "what hangs on difficulty costs %s what is not there costs: by id, by person, in the section",
      async (as) => {
        for (const { query, typeName, name } of rootsBy("id"))
          if (["difficultyCase", "restartEnrolment"].includes(name))
            await sameCost(query, [...world.rows].find(([, { type }]) => type === typeName)?.[0] ?? "", randomUUID(), {
              as,
            });
        const [inDifficulty, not] = [all.story("IN_DIFFICULTY").id, all.story("FRONT_DOOR_ONLY").id];
        const lists = rootsBy("entrepreneurId").find(({ name }) => name === "difficultyCases")?.query ?? "";
        await sameCost(lists, inDifficulty, not, { as });
      },
    );

    it("somebody else's file costs strangers what nobody's costs", async () => {
      const query = `query ($id: ID!) { entrepreneur(id: $id) { id displayName timeline(first: 5) { edges { cursor } } coaching { __typename } lookups(first: 1) { edges { cursor } } } }`;
      for (const as of strangers) await sameCost(query, all.story("KNOWN_TO_EVERY_POLE").id, randomUUID(), { as });
    });

    it("an enterprise that is helped costs strangers what one costs that nobody helps", async () => {
      const query = `query ($id: String!) { enterprise(number: $id) { number supports(first: 5) { edges { cursor } } coaching { __typename } financing { __typename } housing { __typename } earlySignals { negativeEquity } } }`;
      for (const as of ["wim", "emma", null])
        await sameCost(query, all.numberOf("KNOWN_TO_EVERY_POLE"), "0202239951", { as });
    });

    it("a telephone number that is somebody's costs those who look up nobody what another costs", async () => {
      const query = `query ($id: String!) { caller(phone: $id) { outcome more candidates { entrepreneurId } } }`;
      for (const as of ["wim", "marc", "emma", "nora", null])
        await sameCost(query, all.phoneOf("KNOWN_TO_EVERY_POLE"), "+32470999999", { as });
    });

    it("a grant or a review of somebody else's costs what one costs that never was", async () => {
      const [grant] = all.story("KNOWN_TO_EVERY_POLE").sharingGrants;
      const query = `mutation ($id: ID!) { withdrawSharing(input: { idempotencyKey: "${randomUUID()}", grantId: $id }) { sharingGrant { id } errors { code } } }`;
      const known = grant?.id ?? [...world.rows].find(([, { type }]) => type === "SharingGrant")?.[0];
      if (!known) throw new Error("the demonstration has no grant");
      for (const as of ["emma", "marc", "sofie"]) await sameCost(query, known, randomUUID(), { as });
    });
  });
}
