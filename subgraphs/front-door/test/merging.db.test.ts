/**
 * Merging and parting in any order (J17): whatever is merged, parted and written in between, everybody is who the merges say at every moment, and
 * when all merges are taken back every file is what it was, with what was written since under the id it was written under.
 */
import { statement } from "@parcours/shared/database";
import { FeedProducer } from "@parcours/shared/feed/feed-producer";
import { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import fc from "fast-check";
import { idsOf, mergeIdentities, unmergeIdentities } from "../src/identity/identity.repository.js";
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

type Step =
  | { readonly kind: "MERGE"; readonly from: number; readonly into: number }
  | { readonly kind: "UNMERGE"; readonly which: number }
  | { readonly kind: "WRITE"; readonly person: number };

const person = fc.nat({ max: people - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("MERGE" as const), from: person, into: person }) },
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
  const [producer, target] = [new FeedProducer(database), policyTargetFor("front-door")];
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
    const change = await database.transaction((queries) => mergeIdentities(queries, { formerId, into, ...by }));
    expect(change === null).toBe(model.endOf(formerId) === model.endOf(into));
    if (change) model.merge(change.mergeId, model.endOf(formerId), model.endOf(into));
  } else {
    const { mergeIds } = model;
    const mergeId = mergeIds[taken.which % Math.max(1, mergeIds.length)];
    if (mergeId === undefined) return;
    await database.transaction((queries) => unmergeIdentities(queries, { mergeId, ...by }));
    model.unmerge(mergeId);
  }
}

/** At the front door, and in the copies that the other subgraphs read. */
async function expectEverybodyToBe({ ids, model }: Run): Promise<void> {
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
