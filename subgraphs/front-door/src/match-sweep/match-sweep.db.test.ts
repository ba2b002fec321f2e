/** The search for duplicates among all persons: everybody once a round, every pair asked once, whatever happens to who sweeps (J17). */
import { setTimeout as pause } from "node:timers/promises";
import { statement } from "@parcours/shared/database";
import { withClient } from "@parcours/shared/database-roles";
import { newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { anOfficer } from "../../test/acts-fixtures.js";
import { aTownOf, rowOf, type TownPerson } from "../../test/town.js";
import { mergeUnlessToldApart, tellApartUnlessOne } from "../identity/identity.decisions.js";
import { unmergeIdentities } from "../identity/identity.repository.js";
import { writeMissingKeys } from "../matching/person-key.repository.js";
import { definition } from "../subgraph.js";
import { readMatchSweep } from "./match-sweep.repository.js";
import { sweepPage, type SweepPace } from "./match-sweep.service.js";
import { MatchSweeper } from "./match-sweeper.js";

const pace: SweepPace = { pageSize: 20, pause: 0, roundEvery: 0 };
const reviewer: Reader = {
  role: "MERGE_REVIEWER",
  agency: "1819",
  staffId: "s3",
  purpose: "MATCHING",
  caseReference: "duplicate-1",
};

let tested: SubgraphUnderTest;
beforeAll(async () => void (tested = await openSubgraphUnderTest(definition)));
afterAll(() => tested.close());
const tables = [
  "match_review",
  "not_same_person",
  "identity_merge",
  "person_key",
  "entrepreneur_word",
  "contact_point",
];
beforeEach(async () => {
  for (const table of [...tables, "entrepreneur"]) await tested.database.query(statement(`delete from ${table}`));
  await tested.database.query(
    statement("update match_sweep set due_at = now() - interval '1 second', round = 0, after_id = null"),
  );
});

/** Answers how many pages it had. */
async function sweepRound(): Promise<number> {
  for (let pages = 0; ;) {
    const step = await sweepPage(tested.database, pace);
    if (step === "ROUND_ENDED") return pages;
    // The next page may be due in a fraction of a millisecond.
    if (step === "PAGE") pages += 1;
  }
}

interface Review {
  readonly id: string;
  readonly pair: string;
  readonly newer: string;
  readonly state: string;
}
const readReviews = statement(
  `select id, least(entrepreneur_id, other_id) || ' ' || greatest(entrepreneur_id, other_id) as pair, entrepreneur_id as newer, state
     from match_review order by opened_at, id`,
);
const reviews = (): Promise<Review[]> => tested.database.query<Review>(readReviews);
const pairOf = (...ids: readonly string[]): string => [...ids].sort().join(" ");

const lotte: TownPerson = { ...rowOf(1), given: "Lotte", family: "Quaghebeur", birthDate: "1984-05-06" };
/** The same person, known by another file of which little is the same. */
const lotteAgain = (part: Partial<TownPerson> = {}): TownPerson => ({
  ...lotte,
  id: newId(),
  knownSince: "2025-01-01T00:00:00Z",
  ...part,
});
const doubt = (): TownPerson => lotteAgain({ birthDate: "1986-11-24" });

async function decide(id: string, decision: "SAME" | "DIFFERENT"): Promise<void> {
  const input = { idempotencyKey: newId(), reviewId: id, version: 1, decision, reason: "seen the papers" };
  const answer = await tested.run(
    `mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { errors { code } } }`,
    { input },
    { reader: reviewer },
  );
  expect(answer.data).toEqual({ decideMatch: { errors: [] } });
}

describe("a person who cannot be swept", () => {
  it("is stepped over, and keeps nobody else from being found", async () => {
    // Behind everybody else: who is not reached is not found.
    const first = { ...lotte, id: "ffffffff-ffff-4fff-bfff-fffffffffffe" };
    const again = lotteAgain({ id: "ffffffff-ffff-4fff-bfff-ffffffffffff" });
    const others = Array.from({ length: 30 }, (_, n) => rowOf(n + 2));
    await aTownOf(tested.database, [first, again, ...others]);
    const [broken] = others.map(({ id }) => id).sort();
    await withClient(tested.testDatabase.ownerUrl, async (client) => {
      await client.query(`create function refuse_key() returns trigger language plpgsql as $$ begin
        if new.entrepreneur_id = '${broken}' then raise exception 'broken'; end if; return new; end $$`);
      await client.query(`delete from person_key where entrepreneur_id = '${broken}'`);
      await client.query(
        "create trigger refuse_key before insert or update on person_key for each row execute function refuse_key()",
      );
    });
    const warned: unknown[] = [];
    const logger = { warn: (...words: unknown[]) => warned.push(words), info: () => undefined };
    const sweeper = new MatchSweeper(tested.database, pace, logger as never, 1);
    sweeper.start();
    try {
      for (let tries = 0; tries < 500 && (await reviews()).length === 0; tries += 1) await pause(20);
    } finally {
      await sweeper.stop();
      await withClient(
        tested.testDatabase.ownerUrl,
        async (client) => void (await client.query("drop function refuse_key cascade")),
      );
    }
    expect(warned.length).toBeGreaterThan(0);
    expect((await reviews()).map(({ pair }) => pair)).toContain(pairOf(first.id, again.id));
  });
});

describe("a round", () => {
  it("asks about doubtful and certain pairs alike, the newer file beside the older one, and merges nothing", async () => {
    const [certain, doubtful] = [lotteAgain(), doubt()];
    const twin = lotteAgain({ given: "Bart", phones: [] });
    await aTownOf(tested.database, [
      lotte,
      certain,
      doubtful,
      twin,
      ...Array.from({ length: 60 }, (_, n) => rowOf(n + 2)),
    ]);
    expect(await sweepRound()).toBe(4);
    const found = await reviews();
    expect(new Set(found.map(({ pair }) => pair))).toEqual(
      new Set([pairOf(lotte.id, certain.id), pairOf(lotte.id, doubtful.id), pairOf(certain.id, doubtful.id)]),
    );
    expect(found.find(({ pair }) => pair === pairOf(lotte.id, certain.id))?.newer).toBe(certain.id);
    expect(await tested.database.query(statement("select from identity_merge"))).toEqual([]);
    expect(await readMatchSweep(tested.database)).toMatchObject({ round: 1, people: 64, pairs: 3 });
  });

  it("finds whose name an import wrote without its keys, and nobody by the name that was there before", async () => {
    const other = { ...rowOf(7), birthDate: lotte.birthDate };
    await aTownOf(tested.database, [lotte, other]);
    await sweepRound();
    expect(await reviews()).toEqual([]);
    await tested.database.query(
      statement("update entrepreneur set given_name = 'Lotte', family_name = 'Quaghebuer' where id = $1"),
      [other.id],
    );
    await sweepRound();
    expect((await reviews()).map(({ pair }) => pair)).toEqual([pairOf(lotte.id, other.id)]);
    const words = await tested.database.query<{ word: string }>(
      statement("select word from entrepreneur_word where entrepreneur_id = $1 order by word"),
      [other.id],
    );
    expect(words.map(({ word }) => word)).toEqual(["lotte", "quaghebuer"]);
  });
});

describe("a pair", () => {
  it("is asked once, whoever asked first, and under whatever id", async () => {
    const [certain, third] = [lotteAgain(), { ...rowOf(40), knownSince: "2025-02-01T00:00:00Z" }];
    await aTownOf(tested.database, [lotte, certain, third]);
    await sweepRound();
    await sweepRound();
    const order = { formerId: certain.id, into: third.id, reason: "seen", author: "1819/s3" };
    await tested.database.transaction((queries) => mergeUnlessToldApart(queries, order, false));
    await sweepRound();
    expect((await reviews()).map(({ pair }) => pair)).toEqual([pairOf(lotte.id, certain.id)]);
  });

  it("that somebody told apart is not asked again, whatever changes", async () => {
    const doubtful = doubt();
    await aTownOf(tested.database, [lotte, doubtful]);
    await tested.database.transaction((queries) =>
      tellApartUnlessOne(queries, { ids: [lotte.id, doubtful.id], reason: "seen", reader: reviewer }),
    );
    await sweepRound();
    await tested.database.query(statement("update entrepreneur set birth_date = '1984-05-06'"));
    await sweepRound();
    expect(await reviews()).toEqual([]);
  });

  it("that was decided is asked again only when its files say something else", async () => {
    const doubtful = doubt();
    await aTownOf(tested.database, [lotte, doubtful]);
    await sweepRound();
    await decide((await reviews())[0]?.id ?? "", "SAME");
    const [merge] = await tested.database.query<{ id: string }>(statement("select id from identity_merge"));
    await tested.database.transaction((queries) =>
      unmergeIdentities(queries, { mergeId: merge?.id ?? "", reason: "two after all", author: "1819/s3" }),
    );
    await sweepRound();
    expect(await reviews()).toHaveLength(1);
    await tested.database.query(statement("update entrepreneur set birth_date = '1984-05-06'"));
    await sweepRound();
    await sweepRound();
    expect((await reviews()).map(({ state }) => state)).toEqual(["CLOSED", "OPEN"]);
  });
});

describe("of several processes", () => {
  it("one sweeps a page at a time, and none before it is due", async () => {
    await aTownOf(
      tested.database,
      Array.from({ length: 50 }, (_, n) => rowOf(n)),
    );
    const slow = { ...pace, pause: 60_000 };
    const steps = await Promise.all([sweepPage(tested.database, slow), sweepPage(tested.database, slow)]);
    expect(steps.sort()).toEqual(["IDLE", "PAGE"]);
    expect(await sweepPage(tested.database, slow)).toBe("IDLE");
    expect(await readMatchSweep(tested.database)).toMatchObject({ people: 20 });
  });

  it("one that is killed in the middle leaves nothing half done, and the next goes on", async () => {
    const pairs = Array.from({ length: 30 }, (_, n): TownPerson[] => {
      const one = rowOf(n);
      return [one, { ...one, id: newId(), knownSince: "2025-01-01T00:00:00Z" }];
    });
    await aTownOf(tested.database, pairs.flat());
    let killed = 0;
    for (let ended = false; !ended;) {
      const sweeping = sweepPage(tested.database, pace).then(
        (step) => step,
        () => "KILLED" as const,
      );
      if (killed < 3) await killAfter(killed * 15);
      const step = await sweeping;
      if (step === "KILLED") killed += 1;
      else if (killed < 3) killed += 0.5;
      ended = step === "ROUND_ENDED";
    }
    expect(killed).toBeGreaterThan(1);
    const found = (await reviews()).map(({ pair }) => pair);
    expect(new Set(found)).toEqual(new Set(pairs.map((two) => pairOf(...two.map(({ id }) => id)))));
    expect(found).toHaveLength(30);
    expect(await readMatchSweep(tested.database)).toMatchObject({ round: 1, people: 60, pairs: 30 });
  });

  async function killAfter(milliseconds: number): Promise<void> {
    await pause(milliseconds);
    await withClient(tested.testDatabase.ownerUrl, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and application_name like 'parcours%'`,
      ),
    );
  }
});

describe("how far it is", () => {
  const ask = (reader: Reader) => tested.run("{ matchSweep { round people pairs endedAt } }", {}, { reader });
  it("is told to reviewers and the data protection officer, and to nobody else", async () => {
    await sweepRound();
    for (const reader of [reviewer, anOfficer])
      expect((await ask(reader)).data).toMatchObject({ matchSweep: { round: 1, people: 0, pairs: 0 } });
    const refused = await ask({ role: "ADVISOR_1819", agency: "1819" });
    expect(refused.errors?.[0]?.extensions?.["code"]).toBe("NOT_SHARED");
  });
});

it("costs a statement and a little for each person, however many there are", async () => {
  const people = Array.from({ length: 10_000 }, (_, n) => rowOf(n));
  const copies = people.filter((_, n) => n % 400 === 0).map((one) => ({ ...one, id: newId() }));
  await aTownOf(tested.database, [...people, ...copies], { keys: false });
  await writeMissingKeys(tested.database);
  const before = tested.database.statements;
  const pages = await sweepRound();
  const asked = tested.database.statements - before;
  expect(pages).toBe(Math.ceil((people.length + copies.length) / pace.pageSize));
  expect(asked).toBeLessThanOrEqual(people.length + copies.length + 6 * (pages + 1));
  const found = (await reviews()).map(({ pair }) => pair);
  for (const copy of copies) expect(found.filter((pair) => pair.includes(copy.id))).toHaveLength(1);
}, 600_000);
