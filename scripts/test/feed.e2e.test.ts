import { setTimeout as pause } from "node:timers/promises";
import { statement, type Database } from "@parcours/shared/database";
import { withClient } from "@parcours/shared/database-roles";
import { FeedConsumer } from "@parcours/shared/feed/feed-consumer";
import { publish } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { idFrom, newId } from "@parcours/shared/ids";
import { merge, unmerge } from "../../subgraphs/front-door/src/identity/identity.service.js";
import { withdrawGrant } from "../../subgraphs/front-door/src/sharing-grant/sharing-grant.repository.js";
import { startSystem, type System } from "../lib/supervisor/system.js";
import { inOrder, openAsServing, removeEntry, writeEntries, type WrittenEntry } from "./feed-writers.js";

const [marie, twin] = [idFrom("feed", "marie"), idFrom("feed", "twin")];
const spine = "front-door";

let system: System;
let frontDoor: Database;
let coaching: Database;
/** Every subgraph's copy of the policy. */
let copies: Readonly<Record<string, Database>>;
let written: WrittenEntry[] = [];

const insertPerson = statement(
  `insert into entrepreneur (id, given_name, family_name, other_names, preferred_language, sex, known_since, source)
   values ($1, 'Marie', 'Peeters', '[]', 'FR', 'UNKNOWN', now(), 'TEST')`,
);
const insertGrant = statement(
  "insert into sharing_grant (id, entrepreneur_id, to_agency_code, category, since, given_at, given_by, how_given_code, source) values ($1, $2, 'HUB', $3, $4, now(), 'OWN_PERSON', 'SIGNED_IN', 'TEST')",
);

beforeAll(async () => {
  system = await startSystem({ name: "feed" });
  frontDoor = await openAsServing(spine, system.appUrl(spine));
  coaching = await openAsServing("coaching", system.appUrl("coaching"));
  const names = Object.keys(system.subgraphs);
  copies = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await openAsServing(name, system.appUrl(name), 1)] as const)),
  );
  for (const id of [marie, twin]) await frontDoor.query(insertPerson, [id]);
}, 120_000);
afterAll(async () => {
  await Promise.all([frontDoor, coaching, ...Object.values(copies)].map((database) => database.close()));
  await system.stop();
}, 30_000);

/** One page of the timeline through the graph. */
async function page(entrepreneurId: string, after: string | null): Promise<{ ids: string[]; next: string | null }> {
  const query = `query ($id: ID!, $after: String) { entrepreneur(id: $id) { timeline(first: 100, after: $after) {
    edges { node { id occurredAt } } pageInfo { hasNextPage endCursor } } } }`;
  const response = await fetch(system.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await system.people.headers()) },
    body: JSON.stringify({ query, variables: { id: entrepreneurId, after } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: {
      entrepreneur: {
        timeline: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    };
    errors?: object[];
  };
  if (!data || errors) throw new Error(`the gateway answered ${JSON.stringify(errors)}`);
  const { edges, pageInfo } = data.entrepreneur.timeline;
  return { ids: edges.map(({ node }) => node.id), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** The whole timeline, page by page. */
async function timeline(entrepreneurId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | null = null, first = true; first || next !== null; first = false) {
    const found = await page(entrepreneurId, next);
    ids.push(...found.ids);
    ({ next } = found);
  }
  return ids;
}

/** Waits until something holds; answers how many milliseconds that took. */
async function until(what: string, holds: () => Promise<boolean>, longest = 30_000): Promise<number> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > longest) throw new Error(`not within ${longest} ms: ${what}`);
    await pause(10);
  }
  return performance.now() - started;
}

const countPointers = statement("select count(*)::int as count from pointer where producer = 'coaching'");
const pointers = async (): Promise<number> => (await frontDoor.query<{ count: number }>(countPointers))[0]?.count ?? 0;
/** Everything the directory holds of coaching but the generation, as one digest. */
const digestPointers = statement(
  `select md5(string_agg((to_jsonb(p) - 'generation')::text, '' order by entry_id)) as digest from pointer p where producer = 'coaching'`,
);
const digest = async (): Promise<string | undefined> =>
  (await frontDoor.query<{ digest: string }>(digestPointers))[0]?.digest;
const readCursor = statement(
  "select generation, rebuilding from feed_cursor where producer = 'coaching' and topic = 'POINTER'",
);
const cursor = async (): Promise<{ generation: number; rebuilding: boolean } | undefined> =>
  (await frontDoor.query<{ generation: number; rebuilding: boolean }>(readCursor))[0];

describe("the directory", () => {
  it("holds each of 10,000 entries of four writers exactly once, in order, though its puller was killed in mid-stream", async () => {
    const door = system.subgraphs[spine];
    if (!door) throw new Error("no front door");
    let committed = 0;
    const writing = writeEntries(coaching, {
      entrepreneurId: marie,
      entries: 10_000,
      writers: 4,
      onProgress: (count) => void (committed = count),
    });
    await until("the first entries arrive", async () => (await pointers()) > 300);
    await door.kill("SIGKILL");
    const atKill = await pointers();
    await until("most entries are written", async () => committed > 9_000);
    expect(await pointers()).toBe(atKill);
    // It comes back while the last transactions are still open.
    await door.start();
    written = await writing;
    await until("every entry arrives", async () => (await pointers()) >= 10_000);
    expect([atKill > 300, atKill < 9_000, written.length]).toEqual([true, true, 10_000]);
    expect(await timeline(marie)).toEqual(inOrder(written));
  }, 60_000);

  it.each(["a rebuild from zero", "a new epoch, as after a restore"])(
    "has the same rows after %s, and the old ones meanwhile",
    async (cause) => {
      const [before, first, generation] = [await digest(), await page(marie, null), (await cursor())?.generation ?? 0];
      if (cause.startsWith("a rebuild")) {
        const source = { producer: "coaching", url: "http://127.0.0.1:9", consumer: spine, secret: "" };
        const consumer = new FeedConsumer(
          frontDoor,
          source,
          { ...policyTargetFor(spine, new Map()), topic: "POINTER" },
          () => undefined,
        );
        await consumer.rebuild();
        await consumer.stop();
      } else {
        await withClient(system.ownerUrl("coaching"), (owner) =>
          owner.query("update feed_epoch set epoch = gen_random_uuid()"),
        );
      }
      const seen: number[] = [];
      await until("it has been read again", async () => {
        seen.push(await pointers());
        expect(await page(marie, null)).toEqual(first);
        const now = await cursor();
        return now !== undefined && now.generation > generation && !now.rebuilding;
      });
      expect(Math.min(...seen)).toBe(10_000);
      expect([await pointers(), await digest()]).toEqual([10_000, before]);
    },
    40_000,
  );

  it("drops a removed entry within a second", async () => {
    const [newest = ""] = inOrder(written);
    await removeEntry(coaching, newest);
    const milliseconds = await until("the entry is gone", async () => (await page(marie, null)).ids[0] !== newest);
    expect((await page(marie, null)).ids).toEqual(inOrder(written).slice(1, 101));
    expect(milliseconds).toBeLessThan(1000);
  });
});

/** Does something, and answers in how many milliseconds every copy of the policy said what is expected of it, by subgraph. */
async function told(
  act: () => Promise<unknown>,
  sql: string,
  values: readonly unknown[],
  expected: number,
): Promise<Record<string, number>> {
  const asked = statement(`select count(*)::int as count from ${sql}`);
  await act();
  const times = await Promise.all(
    Object.entries(copies).map(async ([name, database]) => {
      const says = async (): Promise<boolean> =>
        (await database.query<{ count: number }>(asked, values))[0]?.count === expected;
      return [name, Math.round(await until(`${name}: ${sql}`, says))] as const;
    }),
  );
  return Object.fromEntries(times);
}

describe("every copy of the policy", () => {
  it("learns of a merge within a second, and of its end; the timeline follows", async () => {
    const own = await writeEntries(coaching, { entrepreneurId: twin, entries: 5, writers: 1 });
    await until("the twin's entries arrive", async () => (await timeline(twin)).length === 5);
    const order = { formerId: twin, into: marie, reason: "TEST", author: "s1" };
    const merged = await told(
      () => merge(frontDoor, order),
      "policy_identity where former_id = $1 and canonical_id = $2",
      [twin, marie],
      1,
    );
    expect(Math.max(...Object.values(merged))).toBeLessThan(1000);
    expect(new Set(await timeline(marie))).toEqual(new Set([...inOrder(written).slice(1), ...own.map(({ id }) => id)]));
    const parted = await told(() => unmerge(frontDoor, twin), "policy_identity where former_id = $1", [twin], 0);
    expect(Math.max(...Object.values(parted))).toBeLessThan(1000);
    expect(await timeline(twin)).toEqual(inOrder(own));
    console.info(`merge told after ${JSON.stringify(merged)} ms, its end after ${JSON.stringify(parted)} ms`);
  }, 30_000);

  it("learns of a withdrawn grant within a second", async () => {
    const id = newId();
    const [since, category] = ["2024-01-01", "SUPPORT_AMOUNT"];
    const give = (): Promise<void> =>
      frontDoor.transaction(async (queries) => {
        await queries.query(insertGrant, [id, marie, category, since]);
        await publish(queries, [
          policyRow(
            id,
            { kind: "GRANT", entrepreneurId: marie, agencyCode: "HUB", category, since, until: null },
            "TEST",
          ),
        ]);
      });
    await told(give, "policy_relation where key = $1 and kind = 'GRANT'", [id], 1);
    const withdraw = (): Promise<void> => frontDoor.transaction((queries) => withdrawGrant(queries, id));
    const withdrawn = await told(withdraw, "policy_relation where key = $1", [id], 0);
    expect(Math.max(...Object.values(withdrawn))).toBeLessThan(1000);
    console.info(`withdrawn grant told after ${JSON.stringify(withdrawn)} ms`);
  });
});
