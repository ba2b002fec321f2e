/**
 * Merging and parting in any order (J17): whatever is merged, parted and written in between, everybody is who the merges say at every moment, and
 * when all merges are taken back every file is what it was, with what was written since under the id it was written under, and told from whom it was.
 */
import { statement } from "@parcours/shared/database";
import { FeedProducer } from "@parcours/shared/feed/feed-producer";
import { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import fc from "fast-check";
import { mergeUnlessToldApart, tellApartUnlessOne } from "../src/identity/identity.decisions.js";
import { idsOf, unmergeIdentities } from "../src/identity/identity.repository.js";
import { areToldApart } from "../src/identity/not-same-person.repository.js";
import { definition } from "../src/subgraph.js";
import { aPerson, readPolicy } from "./fixtures.js";

const people = 5;
const advisor: Reader = {
  role: "ADVISOR_1819",
  agency: "1819",
  staffId: "s1",
  purpose: "CALL",
  caseReference: "call-1",
};

const reviewer: Reader = { role: "MERGE_REVIEWER", agency: "1819", staffId: "s3", purpose: "MATCHING" };

type Step =
  | { readonly kind: "MERGE"; readonly from: number; readonly into: number; readonly overrules: boolean }
  | { readonly kind: "TELL_APART"; readonly one: number; readonly other: number }
  | { readonly kind: "UNMERGE"; readonly which: number }
  | { readonly kind: "WRITE"; readonly person: number };

const person = fc.nat({ max: people - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("MERGE" as const), from: person, into: person, overrules: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("TELL_APART" as const), one: person, other: person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("UNMERGE" as const), which: fc.nat({ max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("WRITE" as const), person }) },
);

let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
});
afterAll(() => subgraph.close());

let read = 0;
/** What every subgraph does with the feed: its copy of who is who follows. */
async function follow(): Promise<PolicyCopy> {
  const { database } = subgraph;
  const [producer, target] = [new FeedProducer(database), policyTargetFor("front-door", new Map())];
  for (;;) {
    const { rows } = await producer.page("POLICY", read, 0);
    const last = rows.at(-1);
    if (!last) break;
    await target.apply(database, rows, { producer: "front-door", generation: 1 });
    read = last.position;
  }
  await readPolicy(database);
  return new PolicyCopy(database);
}

/** What the merges that hold say: the simplest thing that can be right. */
class Model {
  readonly #merges = new Map<string, { readonly from: string; readonly into: string }>();
  readonly #notes: (readonly [string, string])[] = [];

  endOf(id: string): string {
    const merge = [...this.#merges.values()].find(({ from }) => from === id);
    return merge ? this.endOf(merge.into) : id;
  }

  merge(mergeId: string, from: string, into: string): void {
    this.#merges.set(mergeId, { from, into });
  }

  unmerge(mergeId: string): void {
    this.#merges.delete(mergeId);
  }

  tellApart(one: string, other: string): void {
    this.#notes.push([one, other]);
  }

  /** Whether a note stands between two persons: between any file of the one and any of the other. */
  areToldApart(one: string, other: string): boolean {
    const [a, b] = [this.endOf(one), this.endOf(other)];
    if (a === b) return false;
    return this.#notes.some(
      (note) => note.some((id) => this.endOf(id) === a) && note.some((id) => this.endOf(id) === b),
    );
  }

  get notes(): ReadonlySet<string> {
    return new Set(this.#notes.map((note) => [...note].sort((one, other) => one.localeCompare(other)).join(" ")));
  }

  get mergeIds(): readonly string[] {
    return [...this.#merges.keys()];
  }
}

let towns = 0;
async function aTown(): Promise<string[]> {
  towns += 1;
  const names = Array.from({ length: people }, (_, number) => ({
    given: `Given ${number}`,
    family: `Town ${towns}`,
    phones: [`+3247${String(towns).padStart(4, "0")}${String(number).padStart(3, "0")}`],
  }));
  const ids: string[] = [];
  for (const name of names) ids.push(await aPerson(subgraph.database, name));
  return ids;
}

const write = statement(
  `insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, until, source)
   values ($1, $2, 'EMAIL', $3, $3, false, '2026-01-01', null, 'TEST')`,
);
async function writeUnder(id: string): Promise<string> {
  const value = `${newId()}@example.be`;
  await subgraph.database.query(write, [newId(), id, value]);
  return value;
}

async function filesOf(
  ids: readonly string[],
): Promise<Map<string, { readonly name: string; readonly values: string[] }>> {
  const files = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const id of ids) {
    const { data, errors } = await subgraph.run(
      `query ($id: ID!) { entrepreneur(id: $id) { id givenName familyName formerIds contactPoints { value } } }`,
      { id },
      { reader: advisor },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { entrepreneur } = data as {
      entrepreneur: {
        id: string;
        givenName: string;
        familyName: string;
        formerIds: string[];
        contactPoints: { value: string }[];
      };
    };
    files.set(id, {
      name: [entrepreneur.id, ...entrepreneur.formerIds, entrepreneur.givenName, entrepreneur.familyName].join(" "),
      values: entrepreneur.contactPoints.map(({ value }) => value).sort((one, other) => one.localeCompare(other)),
    });
  }
  return files;
}

interface Run {
  readonly ids: readonly string[];
  readonly model: Model;
  readonly written: Map<string, string[]>;
}

async function take(taken: Step, { ids, model, written }: Run): Promise<void> {
  const { database } = subgraph;
  const idAt = (place: number): string => ids[place] ?? "";
  const by = { reason: "seen the papers", author: "1819/s3" };
  if (taken.kind === "WRITE") {
    const id = idAt(taken.person);
    written.set(id, [...(written.get(id) ?? []), await writeUnder(id)]);
  } else if (taken.kind === "MERGE") {
    const [formerId, into] = [idAt(taken.from), idAt(taken.into)];
    const isRefused = !taken.overrules && model.areToldApart(formerId, into);
    const change = await database.transaction((queries) =>
      mergeUnlessToldApart(queries, { formerId, into, ...by }, taken.overrules),
    );
    expect(change === "TOLD_APART").toBe(isRefused);
    if (change === "TOLD_APART") return;
    expect(change === null).toBe(model.endOf(formerId) === model.endOf(into));
    if (change) model.merge(change.mergeId, model.endOf(formerId), model.endOf(into));
  } else if (taken.kind === "TELL_APART") {
    const ids = [idAt(taken.one), idAt(taken.other)] as const;
    const note = await database.transaction((queries) =>
      tellApartUnlessOne(queries, { ids, reason: by.reason, reader: reviewer }),
    );
    expect(note === null).toBe(model.endOf(ids[0]) === model.endOf(ids[1]));
    if (note !== null) model.tellApart(...ids);
  } else {
    const { mergeIds } = model;
    const mergeId = mergeIds[taken.which % Math.max(1, mergeIds.length)];
    if (mergeId === undefined) return;
    await database.transaction((queries) => unmergeIdentities(queries, { mergeId, ...by }));
    model.unmerge(mergeId);
  }
}

/** At the front door, and in the copies that the other subgraphs read. */
async function expectEverybodyToBe(run: Run): Promise<void> {
  const { ids, model } = run;
  const copy = await follow();
  for (const id of ids) {
    const same = ids.filter((other) => model.endOf(other) === model.endOf(id));
    const [canonical, ...others] = await idsOf(subgraph.database, id);
    expect(canonical).toBe(model.endOf(id));
    expect(new Set([canonical, ...others])).toEqual(new Set(same));
    const identity = await copy.identity(id);
    expect(identity.canonicalId).toBe(model.endOf(id));
    expect(new Set(identity.ids)).toEqual(new Set(same));
  }
  await expectNotesToStand(run);
}

const readNotes = statement(
  `select entrepreneur_id || ' ' || other_id as pair from not_same_person where entrepreneur_id = any($1::uuid[])`,
);
/** No merge takes a note away: what it overrules holds again when it is taken back. */
async function expectNotesToStand({ ids, model }: Run): Promise<void> {
  const notes = await subgraph.database.query<{ pair: string }>(readNotes, [ids]);
  expect(new Set(notes.map(({ pair }) => pair))).toEqual(model.notes);
}

/** Everybody is free again: two are told apart exactly where somebody said so. */
async function expectToldApart({ ids, model }: Run): Promise<void> {
  for (const [place, one] of ids.entries())
    for (const other of ids.slice(place + 1))
      expect(await areToldApart(subgraph.database, [one], [other])).toBe(model.areToldApart(one, other));
}

it("is undone without a trace, whatever the order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fc.nat({ max: 100 })),
      async (steps, order) => {
        const ids = await aTown();
        const before = await filesOf(ids);
        const run: Run = { ids, model: new Model(), written: new Map() };
        for (const taken of steps) {
          await take(taken, run);
          await expectEverybodyToBe(run);
        }
        while (run.model.mergeIds.length > 0) {
          const [which = 0] = order.take(1);
          await take({ kind: "UNMERGE", which }, run);
          await expectEverybodyToBe(run);
        }
        await expectToldApart(run);
        const after = await filesOf(ids);
        for (const id of ids) {
          const values = [...(before.get(id)?.values ?? []), ...(run.written.get(id) ?? [])];
          expect(after.get(id)).toEqual({
            name: before.get(id)?.name,
            values: values.sort((one, other) => one.localeCompare(other)),
          });
        }
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
