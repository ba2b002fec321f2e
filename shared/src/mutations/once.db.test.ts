import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { withClient } from "../database-roles.js";
import { statement, type Queries } from "../database.js";
import { newId } from "../ids.js";
import type { Reader } from "../visibility/reader.js";
import { actorOf, once, type Order } from "./once.js";
import { UserFault } from "./user-error.js";

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("once", 20)));
afterAll(() => opened.close());

const insert = statement("insert into feed_cursor (producer, topic) values ($1, 'TEST')");
const count = async (): Promise<number> =>
  (await opened.database.query<{ count: string }>(statement("select count(*) from feed_cursor"))).map(
    ({ count: rows }) => Number(rows),
  )[0] ?? -1;

/** Writes a row and answers its id, in a transaction. */
function act(
  order: Partial<Order> & Pick<Order, "idempotencyKey">,
  logged: (ids: readonly string[]) => void = () => undefined,
): Promise<readonly string[]> {
  return opened.database.transaction((queries) =>
    once(
      queries,
      { actor: "a", mutation: "m", persons: [], input: { text: "x" }, ...order },
      { work: () => work(queries), logged: async (ids) => logged(ids) },
    ),
  );
}

async function work(queries: Queries): Promise<string[]> {
  const id = newId();
  await queries.query(insert, [id]);
  return [id];
}

async function codes(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => "done",
    (error: unknown) => (error instanceof UserFault ? error.faults.map(({ definition }) => definition.code) : error),
  );
}

describe("an act", () => {
  it("that twenty clients ask at once with one key is done once, and all get what was done", async () => {
    const [idempotencyKey, before] = [newId(), await count()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => act({ idempotencyKey })));
    expect(new Set(answers.flat()).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it("asked again with the same input, in whatever order and with nulls, is not done again", async () => {
    const idempotencyKey = newId();
    const first = await act({ idempotencyKey, input: { idempotencyKey, a: 1, b: { c: 2, d: [3] } } });
    const again = await act({
      idempotencyKey: idempotencyKey.toUpperCase(),
      input: { idempotencyKey: "other", b: { d: [3], c: 2, e: null }, a: 1, f: undefined },
    });
    expect(again).toEqual(first);
  });

  it("with another input and the same key is refused", async () => {
    const idempotencyKey = newId();
    await act({ idempotencyKey });
    const before = await count();
    for (const input of [{ text: "y" }, {}, { text: "x", more: [] }])
      expect(await codes(act({ idempotencyKey, input }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await count()).toBe(before);
  });

  it("of another actor or another mutation has keys of its own", async () => {
    const idempotencyKey = newId();
    const ids = await Promise.all([
      act({ idempotencyKey }),
      act({ idempotencyKey, actor: "b" }),
      act({ idempotencyKey, mutation: "n" }),
    ]);
    expect(new Set(ids.flat()).size).toBe(3);
  });

  it("that failed may be tried again with its key, and twenty who waited for it do it once", async () => {
    const idempotencyKey = newId();
    const before = await count();
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const failing = opened.database.transaction((queries) =>
      once(
        queries,
        { actor: "a", mutation: "m", idempotencyKey, persons: [], input: { text: "x" } },
        {
          async work() {
            begin();
            await work(queries);
            throw new UserFault([]);
          },
          logged: async () => undefined,
        },
      ),
    );
    // The one that fails holds the key before the others come: connections are given in no order of their own.
    await begun;
    const others = Array.from({ length: 19 }, () => act({ idempotencyKey }));
    expect(await codes(failing)).toEqual([]);
    expect(new Set((await Promise.all(others)).flat()).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it("is told to the log each time it is asked, before it is final", async () => {
    const [idempotencyKey, told] = [newId(), [] as (readonly string[])[]];
    const done = await act({ idempotencyKey }, (ids) => void told.push(ids));
    await act({ idempotencyKey }, (ids) => void told.push(ids));
    expect(told).toEqual([done, done]);
  });

  it("that the log does not take is not done, and may be tried again with its key", async () => {
    const [idempotencyKey, before] = [newId(), await count()];
    const full = (): never => {
      throw new Error("no log");
    };
    await expect(act({ idempotencyKey }, full)).rejects.toThrow("no log");
    expect(await count()).toBe(before);
    await act({ idempotencyKey });
    expect(await count()).toBe(before + 1);
    await expect(act({ idempotencyKey }, full)).rejects.toThrow("no log");
  });

  it("is done anew after thirty days, and what is older is forgotten", async () => {
    const [idempotencyKey, other] = [newId(), newId()];
    const [first] = await act({ idempotencyKey });
    await act({ idempotencyKey: other });
    await withClient(opened.testDatabase.ownerUrl, (owner) =>
      owner.query("update mutation_key set at = at - interval '31 days' where key in ($1, $2)", [
        idempotencyKey,
        other,
      ]),
    );
    expect(await act({ idempotencyKey })).not.toEqual([first]);
    const left = await opened.database.query<{ key: string }>(statement("select key from mutation_key"));
    expect(left.map(({ key }) => key)).not.toContain(other);
  });

  it("needs a key that is a UUID", async () => {
    for (const idempotencyKey of ["", "x", "00000000-0000-0000-0000-00000000000g"])
      expect(await codes(act({ idempotencyKey }))).toEqual(["IDEMPOTENCY_KEY_INVALID"]);
  });

  it("leaves keys that the serving role cannot change, and that name nobody", async () => {
    const entrepreneurId = newId();
    const actor = actorOf({ role: "ENTREPRENEUR", entrepreneurId });
    await act({ idempotencyKey: newId(), actor, input: { entrepreneurId } });
    const rows = await opened.database.query<{ line: string }>(statement("select t::text as line from mutation_key t"));
    expect(rows.some(({ line }) => line.includes(entrepreneurId))).toBe(false);
    await expect(opened.database.query(statement("update mutation_key set digest = ''"))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("an actor", () => {
  const base: Reader = { role: "COACH", agency: "HUB", staffId: "7", system: "desk" };
  it.each<[string, Partial<Reader>, boolean]>([
    ["through another program", { system: "app" }, true],
    ["for another case", { caseReference: "x-1" }, true],
    ["at another agency", { agency: "COM" }, false],
    ["with another staff id", { staffId: "8" }, false],
    ["in another role", { role: "ADVISOR_1819" }, false],
  ])("%s is the same: %#", (_, part, same) => {
    expect(actorOf({ ...base, ...part }) === actorOf(base)).toBe(same);
  });
});
