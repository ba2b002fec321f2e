import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import {
  follow,
  gone,
  keysOf,
  mandate,
  openOrchard,
  serveOrchard,
  tell,
  type OpenedDatabase,
  type ServedFeed,
} from "../../test/feed-pair.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import type { FeedTrouble } from "./feed-consumer.js";
import type { FeedPage } from "./feed-page.js";
import { retract } from "./outbox.js";

let served: ServedFeed;
let mine: OpenedDatabase;
beforeAll(async () => {
  [served, mine] = await Promise.all([serveOrchard("served"), openOrchard("mine")]);
});
afterAll(() => Promise.all([served.close(), mine.close()]));
beforeEach(async () => {
  await served.database.query(statement("delete from outbox"));
  for (const table of ["feed_cursor", "policy_relation", "policy_identity"])
    await mine.database.query(statement(`delete from ${table}`));
});

interface CursorLine {
  readonly position: string;
  readonly generation: number;
  readonly rebuilding: boolean;
  readonly asOf: Date | null;
}
const cursor = async (producer = "spine"): Promise<CursorLine | undefined> =>
  (
    await mine.database.query<CursorLine>(
      statement(`select position, generation, rebuilding, as_of as "asOf" from feed_cursor where producer = $1`),
      [producer],
    )
  )[0];

const pullAll = async (consumer: ReturnType<typeof follow>): Promise<void> => {
  while (!(await consumer.pull()));
};
const newEpoch = () =>
  withClient(served.testDatabase.ownerUrl, (owner) => owner.query("update feed_epoch set epoch = gen_random_uuid()"));
const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => mandate(from + index));

/** A producer that answers as the test says. */
async function answering(listener: RequestListener): Promise<{ url: string; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe("a consumer", () => {
  it("stores every entry, its changes and its end, each page with its cursor", async () => {
    await tell(served.database, ...many(2300));
    const consumer = follow(mine.database, served.url);
    await pullAll(consumer);
    expect(await keysOf(mine.database)).toHaveLength(2300);
    await tell(served.database, gone("m7"), mandate(8), { ...mandate(9), key: "new" });
    await pullAll(consumer);
    const keys = await keysOf(mine.database);
    expect([keys.length, keys.includes("m7"), keys.includes("new")]).toEqual([2300, false, true]);
    await consumer.stop();
  });

  it("changes nothing by reading a page twice, nor by two copies that read at once", async () => {
    await tell(served.database, ...many(2500));
    const consumers = [follow(mine.database, served.url), follow(mine.database, served.url)];
    await Promise.all(consumers.map(pullAll));
    expect(await keysOf(mine.database)).toHaveLength(2500);
    await Promise.all(consumers.map((consumer) => consumer.stop()));
  });

  it("dates its copy by the producer's look, and only when it reached the end", async () => {
    await tell(served.database, ...many(1500));
    const consumer = follow(mine.database, served.url);
    await consumer.pull();
    await consumer.pull();
    expect((await cursor())?.asOf).toBeNull();
    await consumer.pull();
    expect(Math.abs(Date.now() - ((await cursor())?.asOf?.getTime() ?? 0))).toBeLessThan(1500);
    await consumer.stop();
  });

  it("is not younger for a page that was long on its way", async () => {
    const page: FeedPage = { epoch: "6f1ed002-ab55-4d1a-9b6b-0f1c2d3e4f5a", rows: [], end: true, lookedAfter: 0 };
    const slow = await answering((_, response) => void setTimeout(() => response.end(JSON.stringify(page)), 700));
    const consumer = follow(mine.database, slow.url);
    await consumer.pull();
    await consumer.pull();
    expect(Date.now() - ((await cursor())?.asOf?.getTime() ?? 0)).toBeGreaterThanOrEqual(690);
    await consumer.stop();
    slow.close();
  });
});

describe("reading again from zero", () => {
  it("keeps the old rows readable meanwhile, and ends with the same rows", async () => {
    await tell(served.database, ...many(2500));
    const consumer = follow(mine.database, served.url);
    await pullAll(consumer);
    const before = await keysOf(mine.database);
    await consumer.rebuild();
    for (let end = false; !end;) {
      end = await consumer.pull();
      expect(await keysOf(mine.database)).toEqual(before);
    }
    expect(await cursor()).toMatchObject({ rebuilding: false });
    await consumer.stop();
  });

  it.each(["a rebuild", "a new epoch"])(
    "after %s drops what the producer no longer tells, of this producer only",
    async (cause) => {
      const consumers = [
        follow(mine.database, served.url),
        follow(mine.database, served.url, { producer: "coaching" }),
      ];
      await tell(served.database, ...many(5), {
        ...mandate(1),
        key: "c1",
        body: {
          kind: "COACHING",
          entrepreneurId: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
          agencyCode: "HUB",
          staffId: "s",
          since: "2020-01-01",
          until: null,
        },
      });
      for (const consumer of consumers) await pullAll(consumer);
      // The producer was restored to a day on which it knew less: no tombstone tells of the difference.
      await served.database.query(statement("delete from outbox where key in ('m3', 'c1')"));
      if (cause === "a rebuild") await consumers[0]?.rebuild();
      else await newEpoch();
      await pullAll(consumers[0] ?? follow(mine.database, served.url));
      expect(await keysOf(mine.database)).toEqual(["c1", "m0", "m1", "m2", "m4"]);
      for (const consumer of consumers) await consumer.stop();
    },
  );

  it("sweeps nothing before the end of a backlog that is still being sealed", async () => {
    await tell(served.database, ...many(300));
    const consumer = follow(mine.database, served.url);
    await pullAll(consumer);
    // A restore in which every row is unsealed: the first pages seal while the consumer reads.
    await served.database.query(statement("update outbox set position = null"));
    await tell(served.database, ...many(12_000, 300));
    await newEpoch();
    const helper = follow(mine.database, served.url, { producer: "coaching" });
    let fewest = Number.POSITIVE_INFINITY;
    const watch = async (end: boolean): Promise<boolean> => {
      fewest = Math.min(fewest, (await keysOf(mine.database)).length);
      return end;
    };
    await Promise.all([
      (async () => {
        while (!(await watch(await consumer.pull())));
      })(),
      (async () => {
        for (let round = 0; round < 10; round += 1) await helper.pull();
      })(),
    ]);
    expect(fewest).toBeGreaterThanOrEqual(300);
    expect(await keysOf(mine.database)).toHaveLength(12_300);
    await Promise.all([consumer.stop(), helper.stop()]);
  }, 60_000);

  it("follows a source that is replaced as a whole", async () => {
    await tell(served.database, ...many(4), { ...mandate(9), source: "OFFICE" });
    const consumer = follow(mine.database, served.url);
    await pullAll(consumer);
    await served.database.transaction(async (queries) => {
      await retract(queries, "TEST", "POLICY");
    });
    await tell(served.database, mandate(2));
    await pullAll(consumer);
    expect(await keysOf(mine.database)).toEqual(["m2", "m9"]);
    await consumer.stop();
  });
});

describe("a producer that does not answer as it should", () => {
  const row = { position: 5, key: "k", body: null };
  const page = { epoch: "6f1ed002-ab55-4d1a-9b6b-0f1c2d3e4f5a", rows: [row], end: true, lookedAfter: 0 };
  const json =
    (value: unknown): RequestListener =>
    (_, response) =>
      void response.end(typeof value === "string" ? value : JSON.stringify(value));

  it.each<[string, RequestListener, RegExp]>([
    ["refuses", (_, response) => void response.writeHead(403).end("{}"), /answered 403/],
    ["breaks", (_, response) => void response.writeHead(500).end("Marie Peeters"), /^the feed answered 500$/],
    ["says what is no JSON", json("<html>Marie Peeters</html>"), /^the feed's answer is no page$/],
    ["says nothing", json(""), /is no page/],
    ["answers a list", json([]), /no epoch/],
    ["has no epoch", json({ ...page, epoch: "today" }), /no epoch/],
    ["does not say the end", json({ ...page, end: "no" }), /whether it is the end/],
    ["does not say when it looked", json({ ...page, lookedAfter: null }), /when it looked/],
    ["has no rows", json({ ...page, rows: {} }), /has no rows/],
    ["goes back", json({ ...page, rows: [row, { ...row, position: 4 }] }), /a row behind 5 that is none/],
    ["repeats a position", json({ ...page, rows: [row, row] }), /a row behind 5/],
    [
      "counts beyond what a number holds",
      json(JSON.stringify(page).replace('"position":5', '"position":9007199254740993')),
      /a row behind 0/,
    ],
    ["gives no key", json({ ...page, rows: [{ ...row, key: 7 }] }), /a row behind 0/],
    ["gives a body that is none", json({ ...page, rows: [{ ...row, body: "text" }] }), /a row behind 0/],
    ["hangs", () => undefined, /timeout|aborted/i],
    [
      "trickles",
      (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(" "), 50);
        response.once("close", () => clearInterval(drip));
      },
      /timeout|aborted/i,
    ],
    [
      "cuts off",
      (_, response) => {
        response.writeHead(200, { "content-length": 1000 });
        response.write("{");
        setTimeout(() => response.destroy(), 20);
      },
      /./,
    ],
  ])("and %s: the cursor stays, and no content is in the reason", async (_, listener, reason) => {
    const producer = await answering(listener);
    const consumer = follow(mine.database, producer.url, { patience: 400 });
    await expect(consumer.pull()).rejects.toThrow(reason);
    expect(await cursor()).toMatchObject({ position: "0", generation: 0, asOf: null });
    await consumer.stop();
    producer.close();
  });

  it("and sends without end is cut off", async () => {
    const producer = await answering((_, response) => {
      const part = Buffer.alloc(1024 * 1024, 32);
      const push = (): void => void (!response.destroyed && response.write(part, () => setImmediate(push)));
      push();
    });
    const consumer = follow(mine.database, producer.url, { patience: 20_000 });
    await expect(consumer.pull()).rejects.toThrow(/size/i);
    await consumer.stop();
    producer.close();
  });

  it("is told of once, and once more when it answers again; nothing is lost meanwhile", async () => {
    const told: FeedTrouble[] = [];
    const address = new URL(served.url);
    await new Promise((resolve) => served.server.close(resolve));
    const consumer = follow(mine.database, served.url, { onTrouble: (trouble) => told.push(trouble) });
    consumer.start();
    await pause(900);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      producer: "spine",
      topic: "POLICY",
      reason: expect.stringContaining("ECONNREFUSED"),
    });
    await tell(served.database, ...many(3));
    await new Promise<void>((resolve) => served.server.listen(Number(address.port), "127.0.0.1", resolve));
    for (let tries = 0; tries < 100 && told.length < 2; tries += 1) await pause(50);
    expect(told[1]).toMatchObject({ reason: null });
    for (let tries = 0; tries < 100 && (await keysOf(mine.database)).length < 3; tries += 1) await pause(50);
    expect(await keysOf(mine.database)).toEqual(["m0", "m1", "m2"]);
    await consumer.stop();
  });

  it("and gives a row that cannot be stored: the cursor stays before it, and the trouble names no content", async () => {
    const bad = mandate(2);
    await tell(served.database, mandate(1), { ...bad, body: { ...bad.body, since: "Marie Peeters" } });
    const told: FeedTrouble[] = [];
    const consumer = follow(mine.database, served.url, { onTrouble: (trouble) => told.push(trouble) });
    consumer.start();
    for (let tries = 0; tries < 100 && told.length === 0; tries += 1) await pause(50);
    expect(told[0]?.reason).toBe("the page could not be stored (22007)");
    expect([await keysOf(mine.database), (await cursor())?.position]).toEqual([[], "0"]);
    // Once the producer has mended the row, everything arrives by itself.
    await tell(served.database, bad);
    for (let tries = 0; tries < 100 && (await keysOf(mine.database)).length < 2; tries += 1) await pause(50);
    expect(await keysOf(mine.database)).toEqual(["m1", "m2"]);
    await consumer.stop();
  });

  it("does not keep a consumer from stopping at once", async () => {
    const producer = await answering(() => undefined);
    const consumer = follow(mine.database, producer.url);
    consumer.start();
    await pause(100);
    const started = performance.now();
    await consumer.stop();
    expect(performance.now() - started).toBeLessThan(500);
    producer.close();
  });
});
