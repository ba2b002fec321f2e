import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { merge, relate } from "../../test/log-rows.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import { idFrom } from "../ids.js";
import { forgetSubject, Pseudonyms } from "./pseudonyms.js";

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("pseudonyms")));
afterAll(() => opened.close());
const pseudonyms = () => new Pseudonyms(opened.database);

describe("pseudonyms", () => {
  it("are one for each person, whichever process names the person first", async () => {
    const persons = Array.from({ length: 200 }, (_, index) => idFrom("raced", index));
    const processes = Array.from({ length: 6 }, pseudonyms);
    const named = await Promise.all(
      processes.map((process, index) =>
        Promise.all(
          (index % 2 ? persons : persons.toReversed()).map(async (id) => [id, (await process.of(id)).pseudonym]),
        ),
      ),
    );
    const all = new Set(named.flat().map((pair) => pair.join(" ")));
    expect(all.size).toBe(200);
  });

  it("of a person whom another process is just naming are waited for", async () => {
    const person = idFrom("slowly named");
    await withClient(opened.testDatabase.appUrl, async (other) => {
      await other.query("begin");
      const { rows } = await other.query<{ pseudonym: string }>(
        "insert into log_subject (entrepreneur_id) values ($1) returning pseudonym",
        [person],
      );
      const asked = pseudonyms().of(person);
      const committed = new Promise((resolve) => setTimeout(resolve, 50)).then(() => other.query("commit"));
      expect((await asked).pseudonym).toBe(rows[0]?.pseudonym);
      await committed;
    });
  });

  it("are asked once for many looks of a turn, and kept", async () => {
    const mine = pseudonyms();
    const before = opened.database.statements;
    await Promise.all(Array.from({ length: 300 }, (_, index) => mine.of(idFrom("batched", index % 100))));
    await mine.of(idFrom("batched", 7));
    expect(opened.database.statements - before).toBe(1);
  });

  it("are asked again after a failure", async () => {
    const person = idFrom("asked twice");
    let broken = true;
    const query: Pick<typeof opened.database, "query"> = {
      query: (asked, values) => (broken ? Promise.reject(new Error("broken")) : opened.database.query(asked, values)),
    };
    const mine = new Pseudonyms(query);
    await expect(mine.of(person)).rejects.toThrow("broken");
    broken = false;
    expect((await mine.of(person)).pseudonym).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("come with the agencies where the person works today, under whatever id that was told", async () => {
    const [present, former, third] = [idFrom("present"), idFrom("former"), idFrom("third")];
    await merge(opened.database, former, present);
    await merge(opened.database, third, present);
    await relate(opened.database, { kind: "STAFF", person: former, agency: "HUB" });
    await relate(opened.database, { kind: "STAFF", person: present, agency: "1819", until: "2021-01-01" });
    const found = await Promise.all([present, former, third].map((id) => pseudonyms().of(id)));
    expect(found.map(({ worksAt }) => worksAt)).toEqual([["HUB"], ["HUB"], ["HUB"]]);
  });
});

describe("forgetting a person", () => {
  it("is the one thing that the serving role may take away, and may be repeated", async () => {
    const [person, other] = [idFrom("forgotten"), idFrom("kept")];
    const [before, kept] = await Promise.all([person, other].map((id) => pseudonyms().of(id)));
    expect(await forgetSubject(opened.database, [person])).toBe(1);
    expect(await forgetSubject(opened.database, [person])).toBe(0);
    expect(await forgetSubject(opened.database, [])).toBe(0);
    expect((await pseudonyms().of(other)).pseudonym).toBe(kept?.pseudonym);
    expect((await pseudonyms().of(person)).pseudonym).not.toBe(before?.pseudonym);
    await expect(opened.database.query(statement("delete from log_subject"))).rejects.toThrow("permission denied");
    await expect(
      opened.database.query(statement("update log_subject set pseudonym = gen_random_uuid()")),
    ).rejects.toThrow("permission denied");
  });
});
