/** API1, broken object level authorisation: ids, numbers and cursors of others, at every root of the graph. */
import { randomUUID } from "node:crypto";
import type { List } from "../asking.js";
import type { EndToEnd } from "../harness.js";
import { readWorld, type RowFacts, type World } from "../walk/subjects.js";
import { rootsBy, type Root } from "./roots.js";
import { bytesOf } from "./rough.js";

/** People to whom neither amina nor any of her rows is anything. */
const strangers = ["wim", "marc", "georges-company", "emma", null] as const;
/** Officials who see dossiers, but nothing that hangs on difficulty. */
const officials = ["tom", "lucas", "pieter", "elke", "nora", "benoit", "an"] as const;
const restricted = ["difficultyCase", "restartEnrolment"];
const page = `{ edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`;

export function describeObjectLevel(system: () => EndToEnd): void {
  describe("API1: ids of others", () => {
    let all: EndToEnd;
    let world: World;
    let amina: string;
    beforeAll(async () => {
      all = system();
      world = await readWorld(all.system);
      amina = all.story("KNOWN_TO_EVERY_POLE").id;
    });

    /** Ids of rows of a type that are about a person and about nobody else who attacks. */
    const rowsOf = (typeName: string, isWanted: (row: RowFacts) => boolean): string[] =>
      [...world.rows].filter(([, row]) => row.type === typeName && isWanted(row)).map(([id]) => id);

    it.each(rootsBy("entrepreneurId").concat(rootsBy("id").filter(({ typeName }) => typeName === "Entrepreneur")))(
      "at $name tell strangers of a person what they tell of nobody",
      async ({ query }) => {
        for (const as of strangers) {
          const nobody = randomUUID();
          const answers = [amina, nobody].map((id) => bytesOf(all, query, { id }, { as }));
          const [known, unknown] = await Promise.all(answers);
          expect([as, known]).toEqual([as, unknown]);
        }
      },
    );

    it.each(rootsBy("enterpriseNumber"))(
      "at $name tell strangers of an enterprise what they tell of one that nobody helps",
      async ({ query }) => {
        const [known, unhelped] = [all.numberOf("KNOWN_TO_EVERY_POLE"), "0202239951"];
        for (const as of strangers) {
          const [one, other] = await Promise.all([known, unhelped].map((id) => bytesOf(all, query, { id }, { as })));
          expect([as, one]).toEqual([as, other]);
        }
      },
    );

    it.each(rootsBy("id").filter(({ typeName }) => typeName !== "Entrepreneur"))(
      "at $name tell strangers of an entry what they tell of one that is not there",
      async ({ query, typeName }) => {
        const [entry] = rowsOf(typeName, ({ person }) => person === amina).concat(
          rowsOf(typeName, ({ person }) => person !== null && !strangersAre(all, person)),
          rowsOf(typeName, ({ person, enterprise }) => person === null && !isStrangers(all, world, enterprise)),
        );
        if (entry === undefined) throw new Error(`the demonstration has no ${typeName} to attack`);
        for (const as of strangers) {
          const answers = [entry, randomUUID()].map((id) => bytesOf(all, query, { id }, { as }));
          const [known, unknown] = await Promise.all(answers);
          expect([as, known]).toEqual([as, unknown]);
        }
      },
    );

    it("of what hangs on difficulty tell officials what they tell of nothing, at the roots and on the person", async () => {
      const roots = rootsBy("id").filter(({ name }) => restricted.includes(name));
      expect(roots.map(({ name }) => name).sort()).toEqual([...restricted].sort());
      for (const { query, typeName } of roots)
        for (const as of officials) {
          const [entry = ""] = rowsOf(typeName, () => true);
          const answers = [entry, randomUUID()].map((id) => bytesOf(all, query, { id }, { as }));
          const [known, unknown] = await Promise.all(answers);
          expect([as, typeName, known]).toEqual([as, typeName, unknown]);
        }
      const lists = rootsBy("entrepreneurId").filter(({ name }) => name === "difficultyCases") as [Root];
      const persons = ["IN_DIFFICULTY", "FRONT_DOOR_ONLY"] as const;
      for (const as of officials) {
        const found = persons.map((name) => bytesOf(all, lists[0].query, { id: all.story(name).id }, { as }));
        const [known, other] = await Promise.all(found);
        expect([as, known]).toEqual([as, other]);
      }
    });

    it("that a merge replaced are no way round: strangers are told what an unknown id tells", async () => {
      const merged = all.story("DUPLICATES_MERGED");
      expect(merged.formerIds.length).toBeGreaterThan(0);
      const query = `query ($id: ID!) { entrepreneur(id: $id) { id displayName formerIds } coachingDossiers(entrepreneurId: $id) ${page} }`;
      for (const as of strangers)
        for (const former of [...merged.formerIds.map(({ id }) => id), merged.id]) {
          const answers = [former, randomUUID()].map((id) => bytesOf(all, query, { id }, { as }));
          const [known, unknown] = await Promise.all(answers);
          expect([as, known]).toEqual([as, unknown]);
        }
    });

    it("in a cursor, read on in one's own list only, and say nothing of where they come from", async () => {
      const wim = all.story("COACHED_AND_REFUSED").id;
      const query = `query ($id: ID!, $after: String) { entrepreneur(id: $id) { timeline(first: 100, after: $after) ${page} } }`;
      type Path = { entrepreneur: { timeline: List<{ id: string }> } | null };
      const listOf = async (id: string, as: string, after: string | null = null): Promise<string[]> => {
        const { data } = await all.ask<Path>(query, { id, after }, { as });
        return (data.entrepreneur?.timeline.edges ?? []).map(({ node }) => node.id);
      };
      const { data } = await all.ask<Path>(query, { id: amina }, { as: "amina" });
      const [own, aminas] = [
        await listOf(wim, "wim"),
        (data.entrepreneur?.timeline.edges ?? []).map(({ cursor }) => cursor),
      ];
      for (const after of aminas) for (const id of await listOf(wim, "wim", after)) expect(own).toContain(id);
      const forged = ["x", "", "AAAA", Buffer.from("9e99.x").toString("base64url"), "' or 1=1 --"];
      for (const after of forged) {
        const { errors } = await all.ask<Path>(query, { id: wim, after }, { as: "wim" });
        expect([after, errors.map(({ extensions }) => extensions.code)]).toEqual([
          after,
          after === "" ? [] : ["CURSOR_INVALID"],
        ]);
      }
    });

    it("written otherwise, or with something behind them, are no ids", async () => {
      const query = `query ($id: ID!) { entrepreneur(id: $id) { displayName } }`;
      const others = [
        amina.toUpperCase(),
        ` ${amina}`,
        `${amina}'--`,
        `{${amina}}`,
        amina.replaceAll("-", ""),
        "%",
        "*",
        "null",
        "1",
      ];
      for (const id of others)
        for (const as of ["wim", "amina", "tom"]) {
          const { data, errors } = await all.ask<{ entrepreneur: unknown }>(query, { id }, { as });
          expect([id, data.entrepreneur, errors.length]).toEqual([id, null, 1]);
        }
    });
  });
}

/** Whether a person of the demonstration who attacks is that person. */
function strangersAre(all: EndToEnd, person: string): boolean {
  return strangers.some((handle) => handle !== null && all.person(handle).entrepreneurId === person);
}

/** Whether one of them has a mandate in an enterprise. */
function isStrangers(all: EndToEnd, { relations }: World, number: string | null): boolean {
  return relations.some(
    ({ kind, person, enterprise }) => kind === "MANDATE" && enterprise === number && strangersAre(all, person),
  );
}
