/** `pnpm import:state-aid` as a person runs it: the process, its exit code, and what it leaves in the database. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { statement } from "@parcours/shared/database";
import { runImportVerb } from "@parcours/shared/testing/import-verb";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { tamHeader } from "../src/state-aid-award/tam-row.js";
import { definition } from "../src/subgraph.js";

const folder = mkdtempSync(join(tmpdir(), "import-verb-"));
let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
});
afterAll(async () => {
  await subgraph.close();
  rmSync(folder, { recursive: true });
});

function award(number: number): string {
  return `TM-${number},SA.1,Title,0202.239.951,,,,,,,,Direct grant,Research and development,,1000,,EUR,2018-11-09,Innoviris,`;
}

function fileWith(lines: readonly string[]): string {
  const file = join(folder, `${lines.length}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** Runs the verb; `interruptAt` is a text in its output at which Ctrl-C is pressed. */
function run(args: readonly string[], interruptAt?: string): ReturnType<typeof runImportVerb> {
  const verb = {
    verb: "import-state-aid",
    subgraph,
    ownerUrlVariable: "DATABASE_OWNER_URL_FINANCING",
    dataFolder: folder,
  };
  return runImportVerb(verb, args, interruptAt);
}

const kept = async (): Promise<number> => {
  const [row] = await subgraph.database.query<{ count: string }>(statement("select count(*) from state_aid_award"));
  return Number(row?.count);
};

const header = tamHeader.join(",");

describe("pnpm import:state-aid", () => {
  it("imports, tells of a bad row, and ends with 0", async () => {
    const { code, output } = await run([fileWith([header, award(1), award(2).replace("0202.239.951", "KvK 1")])]);
    expect(output).toMatch(/3\.csv:3: has a foreign identification/);
    expect(output).toMatch(/1 awards kept, 1 rows left out/);
    expect([code, await kept()]).toEqual([0, 1]);
  });

  it.each([
    [
      "a wrong header",
      () => [fileWith(["a,b", "1,2"])],
      /the header is a,b in place of ref_no,.*The database is as it was/,
    ],
    ["no file where it looks by itself", () => [], /There is no file .*state_aid_awards_belgium.*set PARCOURS_DATA/],
    ["too many files", () => ["a.csv", "b.csv"], /Usage: pnpm import:state-aid \[file\.csv\]/],
  ])("is refused for %s with 2, in one line", async (_case, args, message) => {
    const { code, output } = await run(args());
    expect(output).toMatch(message);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect([code, await kept()]).toEqual([2, 1]);
  });

  it("is stopped by Ctrl-C with 130, and leaves the database as it was", async () => {
    const bad = award(0).replace("Innoviris", "Nobody");
    const lines = Array.from({ length: 400_000 }, (_, number) => award(number + 10));
    const { code, output } = await run([fileWith([header, bad, ...lines])], "is unknown");
    expect(output).toMatch(/Stopped; the database is as it was\.\s*$/);
    expect([code, await kept()]).toEqual([130, 1]);
  });
});
