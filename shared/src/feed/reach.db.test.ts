import {
  follow,
  gone,
  mandate,
  openOrchard,
  serveOrchard,
  tell,
  type OpenedDatabase,
  type ServedFeed,
} from "../../test/feed-pair.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import { FeedProducer } from "./feed-producer.js";
import { positionOf, reachedBy } from "./reach.js";

let served: ServedFeed;
let mine: OpenedDatabase;
beforeAll(async () => {
  [served, mine] = await Promise.all([serveOrchard("reach"), openOrchard("reach_reader")]);
});
afterAll(() => Promise.all([served.close(), mine.close()]));
beforeEach(async () => {
  for (const table of ["outbox", "feed_reader"]) await served.database.query(statement(`delete from ${table}`));
  for (const table of ["feed_cursor", "policy_relation"]) await mine.database.query(statement(`delete from ${table}`));
});

const reach = async (key: string, readers = ["other"]) => {
  const position = await positionOf(served.database, "POLICY", [key]);
  return reachedBy(served.database, "POLICY", position, readers);
};
const holds = async (key: string): Promise<boolean> =>
  (await mine.database.query(statement("select from policy_relation where key = $1"), [key])).length > 0;
const noted = async () =>
  served.database.query<{ reader: string; position: string; at: Date }>(
    statement("select reader, position, at from feed_reader"),
  );

describe("what a feed tells", () => {
  it("is reached by a reader that follows, within the time that an act waits, and is obeyed there then", async () => {
    await tell(served.database, mandate(1, "m"));
    const consumer = follow(mine.database, served.url);
    consumer.start();
    expect(await reach("m")).toEqual({ reached: ["other"], pending: [] });
    expect(await holds("m")).toBe(true);
    await tell(served.database, gone("m"));
    expect(await reach("m")).toEqual({ reached: ["other"], pending: [] });
    expect(await holds("m")).toBe(false);
    await consumer.stop();
  });

  it("is pending at a reader that does not follow, after half a second and no more", async () => {
    await tell(served.database, mandate(1, "m"));
    const started = performance.now();
    expect(await reach("m", ["other", "away"])).toEqual({ reached: [], pending: ["other", "away"] });
    expect(performance.now() - started).toBeLessThan(1500);
    expect(await reach("never told")).toEqual({ reached: [], pending: ["other"] });
  });

  it("is not reached by a page that was fetched but not stored", async () => {
    await tell(served.database, mandate(1, "m"));
    const consumer = follow(mine.database, served.url);
    await consumer.pull();
    await consumer.pull();
    expect(await holds("m")).toBe(true);
    // The next question says that the page was stored.
    expect((await reach("m")).reached).toEqual([]);
    await consumer.pull();
    expect((await reach("m")).reached).toEqual(["other"]);
    await consumer.stop();
  });

  it("is noted only when a reader moved, whichever copy of the producer it asks", async () => {
    await tell(served.database, mandate(1, "m"));
    const consumer = follow(mine.database, served.url);
    for (let pulls = 0; pulls < 3; pulls += 1) await consumer.pull();
    const before = await noted();
    const { epoch } = await served.producer.page("POLICY", 0, 0);
    const copy = new FeedProducer(served.database);
    const position = Number(before[0]?.position);
    for (let polls = 0; polls < 3; polls += 1)
      await copy.page("POLICY", position, 0, undefined, { name: "other", epoch });
    await consumer.pull();
    expect(await noted()).toEqual(before);
    await consumer.stop();
  });

  it("is no longer reached by a reader that went back, and never by positions of another epoch", async () => {
    await tell(served.database, mandate(1, "m"));
    const position = (await positionOf(served.database, "POLICY", ["m"])) ?? 0;
    const { epoch } = await served.producer.page("POLICY", 0, 0);
    const poll = (after: number, of: string | null) =>
      served.producer.page("POLICY", after, 0, undefined, { name: "other", epoch: of });
    await poll(position + 100, "6f1ed002-ab55-4d1a-9b6b-0f1c2d3e4f5a");
    await poll(position + 100, null);
    expect(await noted()).toEqual([]);
    await poll(position, epoch);
    expect((await reach("m")).reached).toEqual(["other"]);
    await poll(position - 1, epoch);
    expect((await reach("m")).reached).toEqual([]);
  });

  it("is not said to be reached while a long backlog lies before it", async () => {
    await withClient(served.testDatabase.ownerUrl, (owner) =>
      owner.query(
        `insert into outbox (topic, key, body, source) select 'POINTER', 'k' || n, '{}', 'TEST' from generate_series(1, 12000) n`,
      ),
    );
    await tell(served.database, mandate(1, "m"));
    expect(await positionOf(served.database, "POLICY", ["m"])).toBeNull();
  });
});
