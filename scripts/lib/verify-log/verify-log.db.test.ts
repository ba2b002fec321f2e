import { AccessLog } from "@parcours/shared/access-log/access-log";
import type { SignedRoot } from "@parcours/shared/access-log/log-root";
import { graceMilliseconds, LogRootMaker } from "@parcours/shared/access-log/log-root-maker";
import { logRootTarget } from "@parcours/shared/access-log/log-root-target";
import { chainedHash, type LogRow } from "@parcours/shared/access-log/log-row";
import { forgetSubject, Pseudonyms } from "@parcours/shared/access-log/pseudonyms";
import { asSigningKeys, signedRoot } from "@parcours/shared/access-log/signing-keys";
import { statement } from "@parcours/shared/database";
import { withClient } from "@parcours/shared/database-roles";
import { idFrom } from "@parcours/shared/ids";
import type { Client } from "pg";
import { openOrchard, type OpenedDatabase } from "../../../shared/test/feed-pair.js";
import { aRow, newSigningKey } from "../../../shared/test/log-rows.js";
import { verifyLog, type LogReport } from "./verify-log.js";

let coaching: OpenedDatabase;
let others: readonly OpenedDatabase[];
beforeAll(async () => {
  const [first, ...rest] = await Promise.all(["coaching", "housing", "financing"].map((name) => openOrchard(name)));
  coaching = first as OpenedDatabase;
  others = rest;
});
afterAll(() => Promise.all([coaching, ...others].map((opened) => opened.close())));

const key = newSigningKey();
const days = ["2026-01-29", "2026-01-30"] as const;
const at = (day: string, index = 0): Date => new Date(Date.parse(`${day}T08:00:00Z`) + index * 1000);
const asOwner = (work: string | ((owner: Client) => Promise<unknown>), opened = coaching): Promise<unknown> =>
  withClient(opened.testDatabase.ownerUrl, async (owner) => {
    // What the tables themselves forbid, their owner can take away.
    await owner.query("alter table access_log drop constraint if exists access_log_chain_fkey");
    return typeof work === "string" ? owner.query(work) : work(owner);
  });

/** The first chain: 25 rows on two days; the second: 10 on the second day and 5 on one that is not closed. */
let chains: readonly [string, string];
beforeEach(async () => {
  for (const opened of [coaching, ...others])
    await asOwner(
      "truncate access_log, access_log_chain, log_subject, log_root, log_root_received, log_root_key, outbox",
      opened,
    );
  const rows = (count: number, day: string) =>
    Array.from({ length: count }, (_, index) => aRow({ at: at(day, index) }));
  const logs = [new AccessLog(coaching.database), new AccessLog(coaching.database)];
  await logs[0]?.write([...rows(15, days[0]), ...rows(10, days[1])]);
  await logs[1]?.write([...rows(10, days[1]), ...rows(5, "2026-02-01")]);
  const found = await coaching.database.query<{ id: string }>(
    statement("select c.id from access_log_chain c order by (select count(*) from access_log where chain = c.id) desc"),
  );
  chains = [found[0]?.id ?? "", found[1]?.id ?? ""];
});

const make = (as = key) => {
  const now = Date.parse(`${days[1]}T00:00:00Z`) + 86_400_000 + graceMilliseconds;
  return new LogRootMaker(coaching.database, "coaching", asSigningKeys(as), () => now).makeDue();
};
/** The others read what coaching published. */
async function deliver(): Promise<void> {
  const rows = await coaching.database.query<{ key: string; body: object }>(
    statement("select key, body from outbox where topic = 'LOG_ROOT' order by id"),
  );
  for (const { database } of others)
    await database.transaction((queries) =>
      logRootTarget.apply(
        queries,
        rows.map((row, position) => ({ ...row, position })),
        { producer: "coaching", generation: 0 },
      ),
    );
}
const names = ["housing", "financing"];
const verify = (): Promise<LogReport> =>
  verifyLog(
    { name: "coaching", ownerUrl: coaching.testDatabase.ownerUrl },
    others.map(({ testDatabase }, index) => ({ name: names[index] ?? "", ownerUrl: testDatabase.ownerUrl })),
  );
const faults = async (): Promise<string[]> =>
  (await verify()).faults.map((fault) =>
    chains.reduce((text, chain, index) => text.replaceAll(chain, index === 0 ? "ONE" : "TWO"), fault),
  );

describe("a whole log", () => {
  it("is told with its figures", async () => {
    expect(await make()).toEqual(days);
    await deliver();
    expect(await verify()).toMatchObject({ chains: 2, rows: 40, roots: 2, rootsKept: 2, faults: [] });
  });

  it("stays whole without roots, without rows, and when a person is forgotten", async () => {
    expect((await verify()).faults).toEqual([]);
    const person = idFrom("forgotten");
    const { pseudonym } = await new Pseudonyms(coaching.database).of(person);
    const enterprise = await new Pseudonyms(coaching.database).ofEnterprise("0202239951");
    await new AccessLog(coaching.database).write([aRow({ subject: pseudonym, enterprise, onBehalfOf: enterprise })]);
    expect(await forgetSubject(coaching.database, [person], ["0202239951"])).toBe(2);
    expect((await verify()).faults).toEqual([]);
    await asOwner("truncate access_log, access_log_chain");
    expect(await verify()).toMatchObject({ chains: 0, rows: 0, faults: [] });
  });

  it("stays whole while it is written", async () => {
    const log = new AccessLog(coaching.database);
    let writing = true;
    const written = (async () => {
      while (writing) await log.write([aRow(), aRow()]);
    })();
    for (let round = 0; round < 5; round += 1) expect((await verify()).faults).toEqual([]);
    writing = false;
    await written;
  });

  it("is walked over many batches", async () => {
    await new AccessLog(coaching.database).write(Array.from({ length: 12_000 }, () => aRow()));
    expect(await verify()).toMatchObject({ rows: 12_040, faults: [] });
  });
});

const where = (position: number) => `chain = '${chains[0]}' and position = ${position}`;

/** Makes the rows of a chain from a position on anew, as somebody would who knows how hashes are made. */
async function rehash(owner: Client, from: number, change: (row: LogRow) => LogRow, most = 1000): Promise<void> {
  const { rows } = await owner.query<LogRow & { position: number; previous: string }>(
    `select position::int as position, at, action, subject, enterprise, agency_code as "agencyCode", system, role,
            staff_id as "staffId", reader_subject as "readerSubject", on_behalf_of as "onBehalfOf", purpose, case_reference as "caseReference",
            categories, withheld, result, records, flag, request_id as "requestId", hop, encode(previous, 'hex') as previous
       from access_log where chain = $1 and position >= $2 order by position limit $3`,
    [chains[0], from, most],
  );
  let previous = rows[0]?.previous ?? "";
  for (const [index, row] of rows.entries()) {
    const changed = index === 0 ? change(row) : row;
    const hash = chainedHash(previous, row.position, changed);
    await owner.query(
      `update access_log set case_reference = $3, previous = decode($4, 'hex'), hash = decode($5, 'hex') where chain = $1 and position = $2`,
      [chains[0], row.position, changed.caseReference, previous, hash],
    );
    previous = hash;
  }
}
const otherCase = (row: LogRow): LogRow => ({ ...row, caseReference: "another" });

describe("a row that the owner of the database touched", () => {
  it.each<[string, (owner: Client) => Promise<unknown>, string[]]>([
    [
      "changed",
      (owner) => owner.query(`update access_log set purpose = 'REFERRAL' where ${where(17)}`),
      ["coaching: chain ONE row 17 was changed"],
    ],
    [
      "changed in its instant by a millisecond",
      (owner) => owner.query(`update access_log set at = at + interval '1 ms' where ${where(17)}`),
      ["coaching: chain ONE row 17 was changed"],
    ],
    [
      "changed in its hash",
      (owner) => owner.query(`update access_log set hash = sha256('x') where ${where(17)}`),
      ["coaching: chain ONE row 17 was changed"],
    ],
    ["changed with its hash", (owner) => rehash(owner, 17, otherCase, 1), ["coaching: chain ONE row 17 was changed"]],
    [
      "removed in the middle",
      (owner) => owner.query(`delete from access_log where ${where(17)}`),
      ["coaching: chain ONE row 17 is missing"],
    ],
    [
      "removed with its neighbours",
      (owner) => owner.query(`delete from access_log where chain = '${chains[0]}' and position between 18 and 20`),
      ["coaching: chain ONE rows 18 to 20 are missing"],
    ],
    [
      "removed at the beginning",
      (owner) => owner.query(`delete from access_log where ${where(1)}`),
      ["coaching: chain ONE row 1 is missing"],
    ],
    [
      "swapped with another",
      (owner) =>
        owner.query(
          `update access_log set position = 100 where ${where(7)}; update access_log set position = 7 where ${where(20)};
           update access_log set position = 20 where ${where(100)}`,
        ),
      ["coaching: chain ONE row 7 is out of order", "coaching: chain ONE row 20 is out of order"],
    ],
    [
      "put in, with all behind it moved",
      async (owner) => {
        await owner.query(
          `update access_log set position = position + 1000 where chain = '${chains[0]}' and position >= 10`,
        );
        await owner.query(
          `update access_log set position = position - 999 where chain = '${chains[0]}' and position >= 1000`,
        );
        await owner.query(
          `insert into access_log select (jsonb_populate_record(l, jsonb_build_object('position', 10, 'case_reference', 'forged'))).*
             from access_log l where ${where(9)}`,
        );
      },
      ["coaching: chain ONE row 10 was changed", "coaching: chain ONE rows 11 to 26 are out of order"],
    ],
    [
      "put in at the end as a copy",
      (owner) =>
        owner.query(
          `insert into access_log select (jsonb_populate_record(l, jsonb_build_object('position', 26))).* from access_log l where ${where(25)}`,
        ),
      ["coaching: chain ONE row 26 is out of order"],
    ],
    [
      "put in at the end with an invented hash",
      (owner) =>
        owner.query(
          `insert into access_log select (jsonb_populate_record(l, jsonb_build_object('position', 26, 'records', 99))).* from access_log l
            where ${where(25)}`,
        ),
      ["coaching: chain ONE row 26 was changed"],
    ],
  ])("%s is named", async (_, attack, expected) => {
    await asOwner(attack);
    expect(await faults()).toEqual(expected);
  });

  it("is told in one sentence with its neighbours", async () => {
    await asOwner(`update access_log set records = 7 where chain = '${chains[0]}'`);
    expect(await faults()).toEqual(["coaching: chain ONE rows 1 to 25 were changed"]);
  });
});

describe("the end of a chain that was removed", () => {
  it("is missed by a later chain", async () => {
    await new AccessLog(coaching.database).write([aRow()]);
    await asOwner(`delete from access_log where ${where(25)}`);
    expect(await faults()).toEqual(["coaching: the end of chain ONE is missing (a later chain knew 25 rows)"]);
  });

  it("is missed by the root of its day, here or at another", async () => {
    await make();
    await deliver();
    await asOwner(`delete from access_log where chain = '${chains[0]}' and position > 20`);
    expect(await faults()).toEqual([
      `coaching: the end of chain ONE is missing (the daily root of ${days[1]} knew 25 rows)`,
    ]);
    await asOwner("truncate log_root");
    expect(await faults()).toEqual(
      expect.arrayContaining([
        `coaching: the daily root of ${days[1]} is missing (housing keeps it)`,
        `coaching: the end of chain ONE is missing (the daily root of ${days[1]} kept at housing knew 25 rows)`,
      ]),
    );
  });

  it("is named where the whole chain went with it", async () => {
    await new AccessLog(coaching.database).write([aRow()]);
    await asOwner(
      `delete from access_log where chain = '${chains[0]}'; delete from access_log_chain where id = '${chains[0]}'`,
    );
    expect(await faults()).toEqual(["coaching: chain ONE is missing (a later chain knew 25 rows)"]);
  });

  it("is named where everything went", async () => {
    await make();
    await deliver();
    await asOwner("truncate access_log, access_log_chain, log_root");
    expect(await faults()).toEqual(
      expect.arrayContaining([
        `coaching: the daily root of ${days[0]} is missing (housing keeps it)`,
        `coaching: chain ONE is missing (the daily root of ${days[1]} kept at housing knew 25 rows)`,
      ]),
    );
  });
});

describe("a chain that was rewritten with all its hashes", () => {
  it("is betrayed by a later chain", async () => {
    await new AccessLog(coaching.database).write([aRow()]);
    await asOwner((owner) => rehash(owner, 17, otherCase));
    expect(await faults()).toEqual([
      "coaching: chain ONE row 25 is another than a later chain knew: it, or what leads to it, was rewritten with all hashes",
    ]);
  });

  it("is betrayed by the roots, also where the own roots were made anew", async () => {
    await make();
    await deliver();
    await asOwner(async (owner) => {
      await rehash(owner, 3, otherCase);
      await owner.query("truncate log_root");
    });
    await make();
    const found = await faults();
    expect(found).toEqual(
      expect.arrayContaining([
        `coaching: the daily root of ${days[0]} is another than housing keeps`,
        `coaching: chain ONE row 15 is another than the daily root of ${days[0]} kept at housing knew: it, or what leads to it, was rewritten with all hashes`,
      ]),
    );
  });

  it("shows a row that was added to a day after its root, though all hashes fit", async () => {
    await make();
    await asOwner(async (owner) => {
      const { rows } = await owner.query<{ hash: string }>(
        `select encode(hash, 'hex') as hash from access_log where ${where(25)}`,
      );
      const row = aRow({ at: at(days[1], 3600) });
      const previous = rows[0]?.hash ?? "";
      await owner.query(
        `insert into access_log select (jsonb_populate_record(l, jsonb_build_object('position', 26, 'at', $1::timestamptz, 'previous', $2::text, 'hash', $3::text))).*
           from access_log l where ${where(25)}`,
        [row.at, `\\x${previous}`, `\\x${chainedHash(previous, 26, row)}`],
      );
    });
    expect(await faults()).toEqual([`coaching: chain ONE row 26 was added after the daily root had closed ${days[1]}`]);
  });

  it("shows a beginning that was changed, and rows that have none", async () => {
    await asOwner(`update access_log_chain set started_at = started_at - interval '1 day' where id = '${chains[0]}'`);
    expect(await faults()).toEqual(["coaching: the beginning of chain ONE was changed"]);
    await asOwner(`delete from access_log_chain where id = '${chains[0]}'`);
    expect(await faults()).toEqual(["coaching: chain ONE has rows and no beginning"]);
  });
});

describe("the daily roots", () => {
  beforeEach(async () => {
    await make();
    await deliver();
  });
  const rootOf = async (day: string): Promise<SignedRoot> => {
    const [row] = await coaching.database.query<{ body: SignedRoot }>(
      statement("select body from outbox where topic = 'LOG_ROOT' and key = $1"),
      [day],
    );
    return row?.body as SignedRoot;
  };
  const publish = (root: SignedRoot) =>
    coaching.database.query(
      statement("insert into outbox (topic, key, body, source) values ('LOG_ROOT', $1, $2::jsonb, 'TEST')"),
      [root.day, JSON.stringify(root)],
    );

  it("that were changed no longer fit their signature", async () => {
    await asOwner(`update log_root set heads = '[]' where day = '${days[0]}'`);
    expect(await faults()).toEqual([`coaching: the daily root of ${days[0]} was changed: its signature does not fit`]);
  });

  it("that a producer gave twice are told, the first is kept", async () => {
    await publish(signedRoot({ ...(await rootOf(days[1])), heads: [] }, asSigningKeys(key)));
    await deliver();
    const found = await faults();
    expect(found).toEqual(
      names.flatMap((name) => [
        `coaching: ${name} was given two daily roots of ${days[1]}`,
        `coaching: the daily root of ${days[1]} is another than ${name} keeps`,
      ]),
    );
  });

  it("by a new key are whole where the one before signed it, and told where it did not", async () => {
    const next = { producer: "coaching", day: "2026-01-31", previous: (await rootOf(days[1])).hash, heads: [] };
    const [endorsed, foreign] = [newSigningKey(), newSigningKey()];
    const store = async (root: SignedRoot): Promise<void> => {
      const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, "base64url"));
      await coaching.database.query(
        statement(
          `insert into log_root (day, previous, heads, hash, key, signature, former_key, endorsement)
           values ($1, decode($2, 'hex'), '[]', decode($3, 'hex'), $4, $5, $6, $7)`,
        ),
        [
          root.day,
          root.previous,
          root.hash,
          ...[root.key, root.signature, root.formerKey, root.endorsement].map(bytes),
        ],
      );
      await publish(root);
      await deliver();
    };
    const good = signedRoot(next, asSigningKeys(`${endorsed},${key}`));
    await store(good);
    expect(await faults()).toEqual([]);
    await store(signedRoot({ ...next, day: "2026-02-01", previous: good.hash, heads: [] }, asSigningKeys(foreign)));
    expect(await faults()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^coaching: the key of the daily root of 2026-02-01 \([0-9a-f]{16}\) is not signed by the one before$/,
        ),
        expect.stringMatching(
          /^coaching: housing saw a new key \([0-9a-f]{16}\) on 20\d\d-\d\d-\d\d that the one before did not sign$/,
        ),
      ]),
    );
  });
});

describe("a database", () => {
  it("that has no log yet, or does not answer, is named with what to do", async () => {
    const { ownerUrl } = coaching.testDatabase;
    await expect(verifyLog({ name: "coaching", ownerUrl: ownerUrl.replace(/:\d+\//, ":1/") }, [])).rejects.toThrow(
      /^The log of coaching could not be read \(.*ECONNREFUSED/,
    );
    await asOwner("alter table log_root rename to log_root_away");
    await expect(verify()).rejects.toThrow("The database of coaching has no access log yet: run pnpm migrate.");
    await asOwner("alter table log_root_away rename to log_root");
  });
});
