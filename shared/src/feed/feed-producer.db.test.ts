import { gone, mandate, openOrchard, serveOrchard, tell, type OpenedDatabase } from "../../test/feed-pair.js";
import { orchard } from "../../test/orchard.js";
import { withClient } from "../database-roles.js";
import { openDatabase, statement, type Database } from "../database.js";
import { FeedProducer } from "./feed-producer.js";
import { publish } from "./outbox.js";

const seal = statement("select seal_outbox() as sealed");
const readAll = statement("select id, position, topic, key, body is null as gone from outbox order by position, id");
interface Line {
  readonly id: string;
  readonly position: string | null;
  readonly key: string;
  readonly gone: boolean;
}

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("producer")));
afterAll(() => opened.close());
beforeEach(async () => void (await opened.database.query(statement("delete from outbox"))));

const lines = (): Promise<Line[]> => opened.database.query<Line>(readAll);
const many = (count: number, prefix = "k") =>
  Array.from({ length: count }, (_, index) => mandate(index, `${prefix}${index}`));

/** Begins a transaction that has told something, and leaves it open. */
async function hold(database: Database, key: string): Promise<{ commit(): Promise<void> }> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let told = (): void => undefined;
  const isTold = new Promise<void>((resolve) => (told = resolve));
  const done = database.transaction(async (queries) => {
    await publish(queries, [mandate(1, key)]);
    told();
    await held;
  });
  await isTold;
  return {
    commit: async () => {
      release();
      await done;
    },
  };
}

describe("sealing", () => {
  it("gives each row one position, however many seal while others write", async () => {
    const { database } = opened;
    let writing = true;
    const sealers = Array.from({ length: 4 }, async () => {
      let sealed = 0;
      while (writing) sealed += Number((await database.query<{ sealed: string }>(seal))[0]?.sealed);
      return sealed;
    });
    await Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        for (let index = 0; index < 40; index += 1)
          await tell(database, ...many(1 + (index % 9), `w${writer}-${index}-`));
      }),
    );
    writing = false;
    const counts = [
      ...(await Promise.all(sealers)),
      Number((await database.query<{ sealed: string }>(seal))[0]?.sealed),
    ];
    const rows = await lines();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
    expect(rows.some(({ position }) => position === null)).toBe(false);
  });

  it("waits for a second sealer rather than saying there is nothing", async () => {
    const { database, testDatabase } = opened;
    await tell(database, ...many(3));
    await withClient(testDatabase.appUrl, async (other) => {
      await other.query("begin");
      await other.query("select pg_advisory_xact_lock(7001)");
      const second = database.query<{ sealed: string }>(seal);
      expect(await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 50, "waits"))])).toBe("waits");
      await other.query("commit");
      expect((await second)[0]?.sealed).toBe("3");
    });
  });

  it("orders what commits late behind what was read: no cursor passes it", async () => {
    const { database } = opened;
    const late = await hold(database, "late");
    await tell(database, mandate(2, "early"));
    await database.query(seal);
    await late.commit();
    await database.query(seal);
    expect((await lines()).map(({ key }) => key)).toEqual(["early", "late"]);
    expect(Number((await lines())[0]?.id)).toBeGreaterThan(Number((await lines())[1]?.id));
  });

  it("keeps the newest state of each entry and a tombstone for each that is gone", async () => {
    const { database } = opened;
    await tell(database, mandate(1, "a"), mandate(2, "b"), mandate(1, "a"), mandate(3, "c"));
    await database.query(seal);
    await tell(database, gone("b"), mandate(1, "a"), gone("a"), mandate(1, "a"));
    await database.query(seal);
    expect((await lines()).map(({ key, gone: isGone }) => [key, isGone])).toEqual([
      ["c", false],
      ["b", true],
      ["a", false],
    ]);
  });

  it("keeps topics apart that use the same key", async () => {
    const { database } = opened;
    await tell(database, mandate(1, "a"), { ...mandate(1, "a"), topic: "POINTER" });
    await database.query(seal);
    expect(await lines()).toHaveLength(2);
  });

  it("gives no position that a JSON number could not carry", async () => {
    const { database, testDatabase } = opened;
    await withClient(testDatabase.ownerUrl, (owner) =>
      owner.query("select setval('outbox_position_seq', 9007199254740990)"),
    );
    await tell(database, mandate(1, "last"));
    await database.query(seal);
    expect((await new FeedProducer(database).page("POLICY", 9007199254740990, 0)).rows[0]?.position).toBe(
      Number.MAX_SAFE_INTEGER,
    );
    await tell(database, mandate(1, "one too many"));
    await expect(database.query(seal)).rejects.toThrow("reached maximum value");
    await withClient(testDatabase.ownerUrl, (owner) => owner.query("select setval('outbox_position_seq', 1)"));
  });
});

describe("a page", () => {
  it("holds a thousand rows and says whether it is the end, also while a backlog is being sealed", async () => {
    const { database } = opened;
    await tell(database, ...many(7500));
    const producer = new FeedProducer(database);
    const seen: string[] = [];
    const ends: boolean[] = [];
    for (let after = 0, end = false; !end;) {
      const page = await producer.page("POLICY", after, 0);
      seen.push(...page.rows.map(({ key }) => key));
      ends.push(page.end);
      ({ end } = page);
      after = page.rows.at(-1)?.position ?? after;
    }
    expect(ends).toEqual([...Array.from({ length: 7 }, () => false), true]);
    expect(seen).toEqual(many(7500).map(({ key }) => key));
  });

  it("is no end while another copy of the process seals what it has not seen", async () => {
    const { database } = opened;
    await tell(database, ...many(5500));
    const pages = await Promise.all([0, 1, 2].map(() => new FeedProducer(database).page("POLICY", 5001, 0)));
    const claims = pages.filter(({ end }) => end).map(({ rows }) => rows.length);
    expect(claims.every((count) => count === 499)).toBe(true);
  });

  it("carries an epoch that stays, and changes by itself when the table was restored", async () => {
    const { database, testDatabase } = opened;
    const producer = new FeedProducer(database);
    await tell(database, mandate(1));
    const { epoch } = await producer.page("POLICY", 0, 0);
    await tell(database, mandate(2));
    expect((await producer.page("POLICY", 0, 0)).epoch).toBe(epoch);
    // What a dump and its restore leave: the same rows, the same kept epoch, in another table.
    await withClient(testDatabase.ownerUrl, async (owner) => {
      await owner.query(
        "create table restored (like outbox including all); insert into restored (position, topic, key, body, source) select position, topic, key, body, source from outbox",
      );
      await owner.query("alter table outbox rename to lost; alter table restored rename to outbox");
    });
    expect((await producer.page("POLICY", 0, 0)).epoch).not.toBe(epoch);
    await withClient(testDatabase.ownerUrl, (owner) =>
      owner.query("drop table outbox; alter table lost rename to outbox"),
    );
  });
});

describe("a reader that waits", () => {
  it("hears of a commit within about a tenth of a second", async () => {
    const { database } = opened;
    const producer = new FeedProducer(database);
    const delays: number[] = [];
    for (let index = 0, after = 0; index < 7; index += 1) {
      const waiting = producer.page("POLICY", after, 5000).then((page) => ({ page, at: performance.now() }));
      await new Promise((resolve) => setTimeout(resolve, 60 + index * 7));
      await tell(database, mandate(index, `n${index}`));
      const committed = performance.now();
      const { page, at } = await waiting;
      expect(page.rows.map(({ key }) => key)).toEqual([`n${index}`]);
      delays.push(at - committed);
      after = page.rows[0]?.position ?? after;
    }
    expect(delays.toSorted((a, b) => a - b)[3]).toBeLessThan(200);
  });

  it("is told the end when nothing came, and when the producer looked", async () => {
    const producer = new FeedProducer(opened.database);
    const started = performance.now();
    const page = await producer.page("POLICY", 0, 300);
    expect(page).toMatchObject({ rows: [], end: true });
    expect(performance.now() - started).toBeGreaterThanOrEqual(299);
    expect(page.lookedAfter).toBeGreaterThanOrEqual(299);
  });

  it("is not kept waiting by a topic that it does not read", async () => {
    const producer = new FeedProducer(opened.database);
    const [contacts, policy] = [producer.page("CONTACT", 0, 400), producer.page("POLICY", 0, 5000)];
    await tell(opened.database, mandate(1));
    expect((await policy).rows).toHaveLength(1);
    expect((await contacts).rows).toHaveLength(0);
  });

  it("costs the same for one reader and for thirty", async () => {
    const { database } = opened;
    const cost = async (readers: number): Promise<number> => {
      const producer = new FeedProducer(database);
      const before = database.statements;
      await Promise.all(Array.from({ length: readers }, () => producer.page("POLICY", 0, 500)));
      return database.statements - before;
    };
    const [one, thirty] = [await cost(1), await cost(30)];
    // What each asks once more at the beginning and at the end is its own.
    expect(thirty - one).toBeLessThan(30 * 5);
  });

  it("costs a few looks a second while this process writes nothing", async () => {
    const { database } = opened;
    const producer = new FeedProducer(database);
    const before = database.statements;
    await producer.page("POLICY", 0, 1000);
    // Six or so, and what the page itself asks at its beginning and its end.
    expect(database.statements - before).toBeLessThan(16);
  });

  it("hears soon of what another process has written", async () => {
    const producer = new FeedProducer(opened.database);
    const waiting = producer.page("POLICY", 0, 5000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const other = await openDatabase(orchard, opened.testDatabase.appUrl, 1);
    await tell(other, mandate(1, "from-elsewhere"));
    const committed = performance.now();
    expect((await waiting).rows.map(({ key }) => key)).toEqual(["from-elsewhere"]);
    expect(performance.now() - committed).toBeLessThan(1000);
    await other.close();
  });

  it("is sent away when the process ends, or has left", async () => {
    const producer = new FeedProducer(opened.database);
    const left = new AbortController();
    const started = performance.now();
    const pages = [producer.page("POLICY", 0, 5000, left.signal), producer.page("CONTACT", 0, 5000)];
    left.abort();
    await pages[0];
    producer.stop();
    await pages[1];
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("costs nothing any more once its connection is closed", async () => {
    const served = await serveOrchard("leaver");
    const leaver = new AbortController();
    const headers = { authorization: `Bearer ${"a-secret-of-the-consumer"}`, "x-parcours-subgraph": "other" };
    const asked = fetch(`${served.url}/feed?topic=POLICY&after=0&wait=5000`, { headers, signal: leaver.signal }).catch(
      () => "left",
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    leaver.abort();
    expect(await asked).toBe("left");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = served.database.statements;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(served.database.statements).toBe(before);
    await served.close();
  });
});
