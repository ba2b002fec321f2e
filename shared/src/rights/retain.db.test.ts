import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { aRow } from "../../test/log-rows.js";
import { orchard, treeRetention } from "../../test/orchard.js";
import { AccessLog } from "../access-log/access-log.js";
import { Pseudonyms } from "../access-log/pseudonyms.js";
import { openDatabase, statement, type Database } from "../database.js";
import { idFrom } from "../ids.js";
import { retain } from "./retain.js";

let opened: OpenedDatabase;
let owner: Database;
beforeAll(async () => {
  opened = await openOrchard("retain");
  owner = await openDatabase(orchard, opened.testDatabase.ownerUrl, 2);
});
afterAll(async () => {
  await owner.close();
  await opened.close();
});

const years = (day: string): Date => new Date(`${day}T10:00:00Z`);

/** What the log links to still, by name. */
async function linked(names: readonly string[]): Promise<string[]> {
  const rows = await owner.query<{ id: string }>(statement("select entrepreneur_id as id from log_subject"));
  return names.filter((name) => rows.some(({ id }) => id === idFrom(name)));
}

describe("the link from the log to a person", () => {
  it("goes ten years after the last look at the person or by the person, whichever is later", async () => {
    const names = ["looked at long ago", "looked long ago", "looked at lately", "looked lately", "never"];
    const pseudonyms = new Pseudonyms(opened.database);
    const of = async (name: string): Promise<string> => (await pseudonyms.of(idFrom(name))).pseudonym;
    const [one, two, three, four] = (await Promise.all(names.map(of))) as [string, string, string, string];
    const [old, late] = [years("2016-01-10"), years("2024-01-10")];
    await new AccessLog(opened.database).write([
      aRow({ subject: one, at: old }),
      aRow({ readerSubject: two, at: old }),
      aRow({ subject: three, at: late }),
      // Somebody looked at the person ten years ago, and the person looked at something last year.
      aRow({ subject: four, at: old }),
      aRow({ readerSubject: four, at: late }),
    ]);
    const enterprise = await pseudonyms.ofEnterprise("0202239951");
    await new AccessLog(opened.database).write([aRow({ enterprise, at: old })]);
    await pseudonyms.ofEnterprise("0403170701");

    expect(await linked(names)).toEqual(names);
    const done = await retain(owner, [treeRetention], { today: "2026-02-01", dryRun: false });
    expect(done).toEqual([
      { table: "tree", line: "COACHING", due: 0, unnamed: 0, kept: 0 },
      { table: "erasure", line: "ERASURES", due: 0, unnamed: 0, kept: 0 },
      { table: "log_subject", line: "LOG", due: 2, unnamed: 0, kept: 3 },
      { table: "log_enterprise", line: "LOG", due: 1, unnamed: 0, kept: 1 },
    ]);
    expect(await linked(names)).toEqual(["looked at lately", "looked lately", "never"]);
  });

  it("is dated by the index of each, whatever the length of the log", async () => {
    await owner.query(statement("set enable_seqscan = off"));
    const plan = await owner.query<{ "QUERY PLAN": string }>(
      statement("explain select max(at) from access_log where reader_subject = '00000000-0000-4000-8000-000000000000'"),
    );
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/access_log_reader/);
  });
});
