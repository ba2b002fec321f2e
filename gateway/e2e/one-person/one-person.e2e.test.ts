/**
 * J17, three agencies become one: one person whom three systems knew, with the reason; doubts wait for somebody; old names stay on old dossiers; a
 * match can be undone. Registering finds before it creates.
 */
import { newId } from "@parcours/shared/ids";
import { idsIn, sorted, until, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "one_person" });
});
afterAll(() => all?.system.stop());

const reviewer = { as: "benoit" };
const advisor = { as: "tom" };
const owners = ["coaching", "financing", "front-door", "housing", "registry"];

interface Path {
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly displayName: string;
  readonly timeline: List<{ readonly id: string; readonly agency: { readonly code: string; readonly name: string } }>;
}

const path = `query Path($id: ID!) { entrepreneur(id: $id) { id formerIds displayName
  timeline(first: 100) { edges { node { id agency { code name } } } } } }`;
async function pathOf(id: string, as = advisor): Promise<Path> {
  const { data } = await all.ask<{ entrepreneur: Path }>(path, { id }, as);
  return data.entrepreneur;
}

interface Told {
  readonly mergeId?: string | null;
  readonly outcome?: string | null;
  readonly done?: boolean;
  readonly entrepreneur?: { readonly id: string } | null;
  readonly reasons?: readonly { readonly reason: { readonly code: string; readonly label: string } }[];
  readonly reached?: readonly string[];
  readonly pending?: readonly string[];
  readonly errors: readonly { readonly code: string }[];
}

async function act(name: string, type: string, selection: string, input: object, as = reviewer): Promise<Told> {
  const { data } = await all.ask<Record<string, Told>>(
    `mutation Act($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code } } }`,
    { input: { idempotencyKey: newId(), ...input } },
    as,
  );
  const told = data[name];
  if (!told) throw new Error(`${name} answered nothing`);
  return told;
}

const reason = "Both files show the same identity card.";
const merge = (fromId: string, intoId: string): Promise<Told> =>
  act("mergeEntrepreneurs", "MergeEntrepreneursInput", "mergeId reached pending", { fromId, intoId, reason });
const unmerge = (mergeId: string): Promise<Told> =>
  act("unmergeEntrepreneurs", "UnmergeEntrepreneursInput", "reached pending", { mergeId, reason });

describe("three records that are one person", () => {
  it("are one entrepreneur under any of the ids, with the reason, for who decides on such things", async () => {
    const { id, formerIds } = all.story("DUPLICATES_MERGED");
    for (const each of [id, ...formerIds.map((former) => former.id)]) expect((await pathOf(each)).id).toBe(id);
    const asked = `query Events($id: ID!) { entrepreneur(id: $id) { identityEvents { kind reason author entrepreneurId otherId } } }`;
    const { data } = await all.ask<{ entrepreneur: { identityEvents: { reason: string; entrepreneurId: string }[] } }>(
      asked,
      { id },
      reviewer,
    );
    const events = data.entrepreneur.identityEvents;
    expect(sorted(events.map(({ entrepreneurId }) => entrepreneurId))).toEqual(sorted(formerIds.map((one) => one.id)));
    expect(events.every((event) => event.reason.length > 0)).toBe(true);
    expect((await all.ask(asked, { id }, advisor)).errors[0]?.extensions).toMatchObject({ code: "NOT_SHARED" });
  });

  it("keep the names of the agencies of their time on their dossiers", async () => {
    const { timeline } = await pathOf(all.story("DUPLICATES_MERGED").id);
    const names = new Set(timeline.edges.map(({ node }) => node.agency.code));
    expect([...names]).toEqual(expect.arrayContaining(["ATRIUM", "BIE", "HUB"]));
  });
});

describe("a doubt", () => {
  it("waits for a person, with its reasons, and merges nothing by itself", async () => {
    const [one, other] = [all.story("DUPLICATE_TO_DECIDE"), all.story("DUPLICATE_NOT_MERGED")];
    expect([(await pathOf(one.id)).id, (await pathOf(other.id)).id]).toEqual([one.id, other.id]);
    const list = `{ matchReviews(state: OPEN, first: 50) { edges { node { id version score entrepreneur { id } other { id } reasons { reason { code label } } } } } }`;
    const { data } = await all.ask<{
      matchReviews: List<{ id: string; version: number; entrepreneur: { id: string }; other: { id: string } }>;
    }>(list, {}, reviewer);
    const review = data.matchReviews.edges.find(({ node }) => node.entrepreneur.id === one.id)?.node;
    expect(review?.other.id).toBe(other.id);
    expect((await all.ask(list, {}, advisor)).errors[0]?.extensions).toMatchObject({ code: "NOT_SHARED" });
  });

  it("that is decided as one person is followed by every owner within a second, and is undone without a trace", async () => {
    const [from, into] = [all.story("DUPLICATE_TO_DECIDE").id, all.story("DUPLICATE_NOT_MERGED").id];
    const before = [await pathOf(from), await pathOf(into)] as const;
    const entries = before.flatMap(({ timeline }) => idsIn(timeline)).length;
    const merged = await merge(from, into);
    expect(merged.errors).toEqual([]);
    // Whoever has not said within half a second that it follows is pending.
    expect(sorted([...(merged.reached ?? []), ...(merged.pending ?? [])])).toEqual(owners);
    await until("every owner follows", async () => idsIn((await pathOf(from)).timeline).length === entries);
    const together = await pathOf(from);
    expect(together).toMatchObject({ id: into, formerIds: [from] });
    expect(sorted(idsIn(together.timeline))).toEqual(sorted(before.flatMap(({ timeline }) => idsIn(timeline))));
    expect((await unmerge(merged.mergeId ?? "")).errors).toEqual([]);
    await until("every owner follows", async () => idsIn((await pathOf(from)).timeline).length !== entries);
    expect([await pathOf(from), await pathOf(into)]).toEqual(before);
  });

  it("is followed by an owner that was down when it was decided, as soon as it is back", async () => {
    const [from, into] = [all.story("DUPLICATE_TO_DECIDE").id, all.story("DUPLICATE_NOT_MERGED").id];
    await all.subgraph("coaching").kill();
    const merged = await merge(from, into);
    expect(merged.errors).toEqual([]);
    expect(merged.pending).toEqual(["coaching"]);
    expect((await pathOf(from)).id).toBe(into);
    await all.isUp("coaching");
    const dossiers = `query Dossiers($id: ID!) { entrepreneur(id: $id) { coaching { dossiers(first: 50) { edges { node { id entrepreneur { id } } } } } } }`;
    await until("coaching knows of the merge", async () => {
      const { data } = await all.ask<{
        entrepreneur: { coaching: { dossiers: List<{ id: string; entrepreneur: { id: string } }> } | null };
      }>(dossiers, { id: from }, advisor);
      const told = data.entrepreneur.coaching?.dossiers.edges ?? [];
      return told.every(({ node }) => node.entrepreneur.id === into);
    });
    const parted = await unmerge(merged.mergeId ?? "");
    expect(parted.errors).toEqual([]);
    expect((await pathOf(from)).id).toBe(from);
  });

  it("that was decided as two people is remembered, and merging needs somebody to say that this was wrong", async () => {
    const [twin, other] = [all.story("FIRST_TWIN").id, all.story("SECOND_TWIN").id];
    const apart = await act("notSamePerson", "NotSamePersonInput", "done", { oneId: twin, otherId: other, reason });
    expect(apart).toMatchObject({ done: true, errors: [] });
    expect((await merge(twin, other)).errors).toEqual([{ code: "MERGE_TOLD_APART" }]);
    expect((await pathOf(twin)).id).toBe(twin);
  });
});

describe("who calls for the first time, as it seems", () => {
  const register = (input: object, as = advisor): Promise<Told> =>
    act(
      "registerEntrepreneur",
      "RegisterEntrepreneurInput",
      "outcome entrepreneur { id } reasons { reason { code label(language: NL) } }",
      input,
      as,
    );

  it("is found under another spelling, with the reasons in the reader's language", async () => {
    const { name, birthDate, id } = all.story("KNOWN_TO_EVERY_POLE");
    const found = await register({
      givenName: name.given.toUpperCase(),
      familyName: name.family.replace(" ", "-"),
      birthDate,
      phones: [all.phoneOf("KNOWN_TO_EVERY_POLE")],
    });
    expect(found).toMatchObject({ outcome: "FOUND", entrepreneur: { id }, errors: [] });
    expect(found.reasons).toContainEqual({ reason: { code: "SAME_BIRTH_DATE", label: "Zelfde geboortedatum" } });
  });

  it("is a new person where nobody is like it, whom the next call finds", async () => {
    const person = {
      givenName: "Théodora",
      familyName: "Quaghebeur",
      birthDate: "1991-02-17",
      phones: ["0475 98 76 54"],
    };
    const created = await register(person);
    expect(created).toMatchObject({ outcome: "CREATED", errors: [] });
    const again = await register({ ...person, givenName: "Theodora", birthDate: "1991-02-17" });
    expect(again).toMatchObject({ outcome: "FOUND", entrepreneur: created.entrepreneur });
    expect((await register(person, { as: "pieter" })).errors).toEqual([{ code: "ACT_NOT_ALLOWED" }]);
  });
});
