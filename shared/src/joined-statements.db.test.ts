import { openOrchard, type OpenedDatabase } from "../test/feed-pair.js";
import { withClient } from "./database-roles.js";
import { statement } from "./database.js";
import { idFrom } from "./ids.js";

const myself = statement("select pg_backend_pid() as pid, $1::int as asked");
const half = statement("select 1 / $1::int as half");
const byKeys = statement(
  "select asked.id, pg_backend_pid() as pid, statement_timestamp() as at from unnest($1::uuid[]) as asked(id)",
  { by: "KEY", column: "id" },
);
const nap = statement("select pg_sleep($1::float8)");
const sleeping = statement("select pg_sleep(30), pg_backend_pid() as pid");

interface Answered {
  readonly pid: number;
  readonly asked: number;
}

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("joined", 3)));
afterAll(() => opened.close());

const ask = (asked: number): Promise<Answered[]> => opened.database.query<Answered>(myself, [asked]);

describe("statements of one turn", () => {
  it("travel together, and each gets its own rows", async () => {
    const answers = (await Promise.all([1, 2, 3, 4].map(ask))).flat();
    expect(answers.map(({ asked }) => asked)).toEqual([1, 2, 3, 4]);
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
  });

  it("go over several connections where there are many", async () => {
    const answers = (await Promise.all(Array.from({ length: 20 }, (_, asked) => ask(asked)))).flat();
    expect(answers.map(({ asked }) => asked)).toEqual(Array.from({ length: 20 }, (_, asked) => asked));
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(3);
  });

  it("wait for slow ones a moment only, and then go beside them", async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const naps: Promise<unknown>[] = [];
    for (const seconds of [2, 2]) {
      naps.push(opened.database.query(nap, [seconds]));
      await turn();
    }
    const first = await Promise.race([ask(1), ...naps]);
    expect(first).toMatchObject([{ asked: 1 }]);
    await Promise.all(naps);
  });

  it("are one for the server where they read the same by keys; a wrong key costs who asked with it", async () => {
    const read = (id: string) => opened.database.query<{ id: string; pid: number; at: Date }>(byKeys, [[id]]);
    const ids = ["one", "two", "three"].map((name) => idFrom(name));
    const rows = (await Promise.all(ids.map(read))).flat();
    expect(rows.map(({ id }) => id)).toEqual(ids);
    // One statement has one instant.
    expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(1);
    const outcomes = await Promise.allSettled([read(ids[0] ?? ""), read("no id")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  });

  it("fail alone where the server refuses one, and leave the connection as it was", async () => {
    const [[before]] = await Promise.all([
      ask(1),
      expect(opened.database.query(half, [0])).rejects.toMatchObject({ code: "22012" }),
      ask(2),
    ]);
    const [after] = await ask(3);
    expect(after?.pid).toBe(before?.pid);
  });

  it("are all told of it where their connection is cut; the next ones find another", async () => {
    const cut = Promise.allSettled([opened.database.query(sleeping), ask(1), ask(2)]);
    const busy = "select pid from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid()";
    await withClient(opened.testDatabase.appUrl, async (app) => {
      let pid: number | undefined;
      while (pid === undefined) pid = (await app.query<{ pid: number }>(busy)).rows[0]?.pid;
      await app.query("select pg_terminate_backend($1, 2000)", [pid]);
    });
    expect((await cut).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await ask(3)).toMatchObject([{ asked: 3 }]);
  });
});
