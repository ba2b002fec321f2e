import { openOrchard, serveOrchard, follow, type OpenedDatabase, type ServedFeed } from "../../test/feed-pair.js";
import { aRow, newSigningKey } from "../../test/log-rows.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import { AccessLog } from "./access-log.js";
import { graceMilliseconds, LogRootMaker } from "./log-root-maker.js";
import { logRootTarget } from "./log-root-target.js";
import { isEndorsed, isSigned, type SignedRoot } from "./log-root.js";
import { asSigningKeys, signedRoot } from "./signing-keys.js";

let served: ServedFeed;
let mine: OpenedDatabase;
beforeAll(async () => {
  [served, mine] = await Promise.all([serveOrchard("roots"), openOrchard("roots_of_others")]);
});
afterAll(() => Promise.all([served.close(), mine.close()]));
beforeEach(async () => {
  await withClient(served.testDatabase.ownerUrl, (owner) =>
    owner.query("truncate access_log, access_log_chain, log_root; delete from outbox"),
  );
  await withClient(mine.testDatabase.ownerUrl, (owner) =>
    owner.query("truncate log_root_received, log_root_key, feed_cursor"),
  );
});

const keys = asSigningKeys(newSigningKey());
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const after = (day: string): number => Date.parse(`${day}T00:00:00Z`) + 86_400_000 + graceMilliseconds;
const maker = (now: number, as = keys) => new LogRootMaker(served.database, "orchard", as, () => now);
const made = () =>
  served.database.query<{
    day: string;
    heads: { chain: string; position: number }[];
    previous: string | null;
    hash: string;
  }>(
    statement(
      `select to_char(day, 'YYYY-MM-DD') as day, heads, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash from log_root order by day`,
    ),
  );
const told = async (): Promise<SignedRoot[]> =>
  (
    await served.database.query<{ body: SignedRoot }>(
      statement("select body from outbox where topic = 'LOG_ROOT' order by id"),
    )
  ).map(({ body }) => body);

describe("the daily root", () => {
  it("is made of each finished day with looks, over the end of every chain that grew, on the root before", async () => {
    const [one, other] = [new AccessLog(served.database), new AccessLog(served.database)];
    await one.write([aRow({ at: noon("2026-01-30") }), aRow({ at: new Date("2026-01-30T23:59:59.999Z") })]);
    await other.write([aRow({ at: noon("2026-01-30") })]);
    await one.write([aRow({ at: new Date("2026-02-01T00:00:00.000Z") })]);
    await one.write([aRow({ at: noon("2026-02-02") })]);
    expect(await maker(after("2026-02-01")).makeDue()).toEqual(["2026-01-30", "2026-02-01"]);
    const roots = await made();
    expect(roots.map(({ heads }) => heads.map(({ position }) => position).toSorted((a, b) => a - b))).toEqual([
      [1, 2],
      [3],
    ]);
    expect([roots[0]?.previous, roots[1]?.previous]).toEqual([null, roots[0]?.hash]);
    const published = await told();
    expect(published.map(({ day }) => day)).toEqual(["2026-01-30", "2026-02-01"]);
    expect(published.every(isSigned)).toBe(true);
    expect(isSigned({ ...(published[0] as SignedRoot), day: "2026-01-31" })).toBe(false);
  });

  it("waits until nothing more can come to the day", async () => {
    await new AccessLog(served.database).write([aRow({ at: noon("2026-01-30") })]);
    expect(await maker(after("2026-01-30") - 1).makeDue()).toEqual([]);
    expect(await maker(after("2026-01-30")).makeDue()).toEqual(["2026-01-30"]);
    expect(await maker(after("2026-03-01")).makeDue()).toEqual([]);
  });

  it("is made once, whoever comes first", async () => {
    for (const day of ["2026-01-28", "2026-01-29", "2026-01-30"])
      await new AccessLog(served.database).write([aRow({ at: noon(day) })]);
    const days = await Promise.all(Array.from({ length: 5 }, () => maker(after("2026-01-30")).makeDue()));
    expect(days.flat().sort()).toEqual(["2026-01-28", "2026-01-29", "2026-01-30"]);
    expect((await told()).map(({ day }) => day)).toEqual(["2026-01-28", "2026-01-29", "2026-01-30"]);
  });

  it("is made by the running process by itself, which ends at once", async () => {
    await new AccessLog(served.database).write([aRow({ at: noon("2026-01-30") })]);
    const running = maker(after("2026-01-30"));
    const troubles: unknown[] = [];
    running.start((error) => troubles.push(error));
    while ((await made()).length === 0);
    await running.stop();
    expect(troubles).toEqual([]);
  });

  it("cannot be changed or removed by the role that serves", async () => {
    for (const table of ["log_root", "log_root_received", "log_root_key"])
      for (const text of [`delete from ${table}`, `update ${table} set key = ''`])
        await expect(served.database.query(statement(text))).rejects.toThrow("permission denied");
  });
});

describe("the roots of others", () => {
  const received = () =>
    mine.database.query<{ day: string; hash: string }>(
      statement(
        "select to_char(day, 'YYYY-MM-DD') as day, encode(hash, 'hex') as hash from log_root_received order by place",
      ),
    );
  const pull = async (): Promise<void> => {
    const consumer = follow(mine.database, served.url, { producer: "orchard", target: logRootTarget });
    while (!(await consumer.pull()));
    await consumer.stop();
  };
  const publishBody = (day: string, body: object) =>
    served.database.query(
      statement("insert into outbox (topic, key, body, source) values ('LOG_ROOT', $1, $2::jsonb, 'TEST')"),
      [day, JSON.stringify(body)],
    );
  const aRoot = (day: string, previous: string | null = null) =>
    signedRoot({ producer: "orchard", day, previous, heads: [] }, keys);

  it("come by the feed and stay: a second one of a day stands beside the first, a withdrawn one is kept", async () => {
    await new AccessLog(served.database).write([aRow({ at: noon("2026-01-30") })]);
    await maker(after("2026-01-30")).makeDue();
    await pull();
    const [first] = await received();
    await publishBody("2026-01-30", aRoot("2026-01-30"));
    await pull();
    expect(await received()).toEqual([first, { day: "2026-01-30", hash: aRoot("2026-01-30").hash }]);
    await served.database.query(
      statement("insert into outbox (topic, key, source) values ('LOG_ROOT', '2026-01-30', 'TEST')"),
    );
    await withClient(served.testDatabase.ownerUrl, (owner) =>
      owner.query("update feed_epoch set epoch = gen_random_uuid()"),
    );
    await pull();
    expect(await received()).toHaveLength(2);
  });

  it("are not believed of another producer, and what is no root stops nothing", async () => {
    const good = aRoot("2026-01-31");
    const bad = [
      { ...good, producer: "vineyard" },
      { ...good, day: "2026-02-31" },
      { ...good, day: "today" },
      { ...good, hash: "no" },
      { ...good, heads: "none" },
      { ...good, heads: [{ chain: "x", position: 1, hash: good.hash }] },
      { ...good, key: null },
      { day: 7 },
    ];
    for (const [index, body] of bad.entries()) await publishBody(`bad ${index}`, body);
    await publishBody("2026-01-31", good);
    await pull();
    expect(await received()).toEqual([{ day: "2026-01-31", hash: good.hash }]);
  });

  it("come with their key, and a new key with the signature of the one before", async () => {
    const [former, present] = [newSigningKey(), newSigningKey()];
    const before = signedRoot({ ...aRoot("2026-01-30") }, asSigningKeys(former));
    const changed = signedRoot({ ...aRoot("2026-01-31") }, asSigningKeys(`${present}, ${former}`));
    await publishBody("2026-01-30", before);
    await publishBody("2026-01-31", changed);
    await pull();
    const kept = await mine.database.query<{ key: string; former: string | null; endorsement: string | null }>(
      statement(
        `select encode(key, 'base64') as key, encode(former_key, 'base64') as former, encode(endorsement, 'base64') as endorsement
           from log_root_key order by place`,
      ),
    );
    expect(kept.map(({ former: by }) => by === null)).toEqual([true, false]);
    expect(kept[1]?.former).toBe(kept[0]?.key);
    const { key, formerKey, endorsement } = changed;
    expect(isEndorsed("orchard", key, formerKey ?? "", endorsement ?? "")).toBe(true);
    expect(isEndorsed("vineyard", key, formerKey ?? "", endorsement ?? "")).toBe(false);
  });
});

describe("the signing key", () => {
  it.each([
    ["nothing", ""],
    ["a word", "secret"],
    ["three keys", [newSigningKey(), newSigningKey(), newSigningKey()].join()],
  ])("that is %s is refused, and not repeated", (_, text) => {
    expect(() => asSigningKeys(text)).toThrow(/^expected (one key|an Ed25519 private key)/);
  });
});
