import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { aRow } from "../../test/log-rows.js";
import { withClient } from "../database-roles.js";
import { statement, type Statement } from "../database.js";
import { newId } from "../ids.js";
import { AccessLog, LogOverloaded } from "./access-log.js";
import { chainHash, chainedHash, type ChainHead, type LogRow } from "./log-row.js";

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("access_log")));
afterAll(() => opened.close());
beforeEach(() =>
  withClient(opened.testDatabase.ownerUrl, (owner) => owner.query("truncate access_log, access_log_chain")),
);

interface StoredRow extends LogRow {
  readonly chain: string;
  readonly position: number;
  readonly previous: string;
  readonly hash: string;
}
const readRows = statement(
  `select chain, position::int as position, at, action, subject, enterprise, agency_code as "agencyCode", system, role,
          staff_id as "staffId", reader_subject as "readerSubject", on_behalf_of as "onBehalfOf", purpose, case_reference as "caseReference",
          categories, withheld, result, records, flag, request_id as "requestId", hop, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
     from access_log order by chain, position`,
);
const readChains = statement(
  `select id, started_at as "startedAt", links, encode(hash, 'hex') as hash from access_log_chain order by started_at, id`,
);
const rows = () => opened.database.query<StoredRow>(readRows);
const chains = () =>
  opened.database.query<{ id: string; startedAt: Date; links: ChainHead[]; hash: string }>(readChains);

/** Every chain's rows follow each other without a gap, each hash on the one before. */
async function expectWhole(): Promise<void> {
  const all = await rows();
  for (const chain of await chains()) {
    expect(chain.hash).toBe(chainHash(chain.id, chain.startedAt, chain.links));
    let previous = chain.hash;
    for (const [index, row] of all.filter((candidate) => candidate.chain === chain.id).entries()) {
      expect([row.position, row.previous, row.hash]).toEqual([
        index + 1,
        previous,
        chainedHash(previous, index + 1, row),
      ]);
      previous = row.hash;
    }
  }
}

/** The database, with statements that fail as a test says: before they are sent, or after they were carried out. */
function failing(fails: (text: string) => "BEFORE" | "AFTER" | null) {
  return {
    query: async <Row>(asked: Statement, values?: readonly unknown[]): Promise<Row[]> => {
      const when = fails(asked.text);
      if (when === "BEFORE") throw new Error("the connection broke");
      const result = await opened.database.query<Row>(asked, values);
      if (when === "AFTER") throw new Error("the connection broke");
      return result;
    },
  };
}
const isInsert = (text: string): boolean => text.startsWith("insert into access_log (");

describe("the log of a process", () => {
  it("is one chain, whose rows of one turn are written together", async () => {
    const log = new AccessLog(opened.database);
    const before = opened.database.statements;
    await Promise.all(Array.from({ length: 50 }, (_, index) => log.write([aRow({ requestId: `a${index}` }), aRow()])));
    // The ends of other chains, the chain, the rows.
    expect(opened.database.statements - before).toBe(3);
    await log.write([
      aRow({ at: new Date("2026-01-31T23:59:59.999Z"), categories: ["A", 'with "quotes", and commas'] }),
    ]);
    expect([(await rows()).length, (await chains()).length]).toEqual([101, 1]);
    await expectWhole();
  });

  it("is a chain of its own beside that of every other process, and waits for none", async () => {
    const logs = [new AccessLog(opened.database), new AccessLog(opened.database)];
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        await pause(index % 17);
        await logs[index % 2]?.write([aRow({ requestId: `r${index}` })]);
      }),
    );
    const all = await rows();
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(200);
    expect((await chains()).map(({ id }) => all.filter(({ chain }) => chain === id).length)).toEqual([100, 100]);
    await expectWhole();
  });

  it("misses nothing that comes while rows are written, or in the very turn in which it falls idle", async () => {
    const log = new AccessLog(opened.database);
    let written = 0;
    const follow = async (depth: number): Promise<void> => {
      await log.write([aRow()]);
      written += 1;
      if (depth > 0) await Promise.all([follow(depth - 1), Promise.resolve().then(() => follow(depth - 1))]);
    };
    await follow(6);
    expect([written, (await rows()).length]).toEqual([127, 127]);
    await expectWhole();
  });

  it("begins each chain with the ends of those that nobody vouches for yet, and of these only", async () => {
    for (const count of [3, 1, 2])
      await new AccessLog(opened.database).write(Array.from({ length: count }, () => aRow()));
    await new AccessLog(opened.database).write([aRow()]);
    const [first, second, third, fourth] = await chains();
    expect(
      [first, second, third, fourth].map((chain) => chain?.links.map(({ chain: id, position }) => [id, position])),
    ).toEqual([[], [[first?.id, 3]], [[second?.id, 1]], [[third?.id, 2]]]);
  });

  it.each(["BEFORE", "AFTER"] as const)(
    "ends where a write fails %s it was carried out, and goes on in another that knows its end",
    async (when) => {
      let broken = false;
      const log = new AccessLog(failing((text) => (broken && isInsert(text) ? when : null)));
      await log.write([aRow(), aRow()]);
      broken = true;
      await expect(log.write([aRow({ requestId: "lost" })])).rejects.toThrow("the connection broke");
      broken = false;
      await log.write([aRow()]);
      const [first, second] = await chains();
      const kept = when === "AFTER" ? 3 : 2;
      expect(second?.links).toMatchObject([{ chain: first?.id, position: kept }]);
      expect((await rows()).length).toBe(kept + 1);
      await expectWhole();
    },
  );

  it("fails all looks that were to be written, where no chain can begin", async () => {
    let broken = true;
    const log = new AccessLog(
      failing((text) => (broken && text.startsWith("insert into access_log_chain") ? "BEFORE" : null)),
    );
    const outcomes = await Promise.allSettled([log.write([aRow()]), log.write([aRow()])]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    broken = false;
    await log.write([aRow()]);
    expect((await rows()).length).toBe(1);
  });

  it.each<[string, Partial<LogRow>]>([
    ["a value (22)", { requestId: "a \u0000 in a text" }],
    ["a constraint (23)", { action: "GOSSIP" as LogRow["action"] }],
    ["a limit (54)", { subject: newId(), enterprise: randomBytes(30_000).toString("base64") }],
  ])("fails one look that the database does not take for %s, and none that came with it", async (_, bad) => {
    const log = new AccessLog(opened.database);
    const outcomes = await Promise.allSettled([
      log.write([aRow({ requestId: "one" })]),
      log.write([aRow(bad)]),
      log.write([aRow({ requestId: "two" })]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await log.write([aRow({ requestId: "three" })]);
    expect((await rows()).map(({ requestId }) => requestId)).toEqual(["one", "two", "three"]);
    expect(await chains()).toHaveLength(1);
    await expectWhole();
  });

  it("takes no more than it can hold while the database hangs, and writes nothing that waited too long", async () => {
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    const slow = {
      query: async <Row>(asked: Statement, values?: readonly unknown[]): Promise<Row[]> => {
        if (isInsert(asked.text)) await hanging;
        return opened.database.query<Row>(asked, values);
      },
    };
    const log = new AccessLog(slow, { mostWaiting: 10, longestWait: 50 });
    const first = log.write([aRow({ requestId: "first" })]);
    await pause(20);
    const waiting = Promise.allSettled(Array.from({ length: 12 }, () => log.write([aRow()])));
    await pause(60);
    release();
    await first;
    const outcomes = await waiting;
    expect(outcomes.every((outcome) => outcome.status === "rejected" && outcome.reason instanceof LogOverloaded)).toBe(
      true,
    );
    await log.write([aRow({ requestId: "later" })]);
    expect((await rows()).map(({ requestId }) => requestId)).toEqual(["first", "later"]);
  });

  it("is settled when everything that was given is written", async () => {
    const log = new AccessLog(opened.database);
    void log.write([aRow()]);
    void pause(1).then(() => log.write([aRow()]));
    await pause(2);
    await log.settled();
    expect((await rows()).length).toBe(2);
  });

  it("writes a great many rows of one look in one statement", async () => {
    await new AccessLog(opened.database).write(Array.from({ length: 5000 }, () => aRow()));
    await expectWhole();
  });
});
