import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

interface Outcome {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: "passed" | "failed";
}

/** Runs the suite on the broken orchards in a Jest of its own. Answers the promises that failed, by orchard. */
async function failuresByOrchard(): Promise<Record<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), "parcours-broken-"));
  const report = join(folder, "report.json");
  const jest = createRequire(join(root, "package.json")).resolve("jest/bin/jest");
  const config = join(root, "scripts/quality/jest.config.cjs");
  const options = [
    jest,
    "--config",
    config,
    "--testMatch",
    "**/shared/test/broken/*.broken.ts",
    "--json",
    "--outputFile",
    report,
    "--silent",
    "--forceExit",
  ];
  // It fails, as it should: what failed is in the report.
  await new Promise<void>((resolve) =>
    execFile(process.execPath, options, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, () => resolve()),
  );
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: readonly { readonly assertionResults: readonly Outcome[] }[];
  };
  rmSync(folder, { recursive: true, force: true });
  const failures: Record<string, string[]> = {};
  for (const { ancestorTitles, title, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const name = ancestorTitles[0]?.split(" ")[0] ?? "";
    failures[name] ??= [];
    if (status === "failed") failures[name].push(title);
  }
  return failures;
}

const tables = "has entities that equal its tables";
const indexes = "indexes what every table is read by: source, person, enterprise";

const kept = "says of every table that names a person, and of what hangs on one, how long it is kept";
const found = "finds a person's rows by an index";
const forgets = "erases a person whom it does not know, and forgets what is old where nothing is";

describe("what every subgraph promises is seen to fail", () => {
  let failures: Record<string, string[]>;
  beforeAll(async () => void (failures = await failuresByOrchard()), 240_000);

  it.each<[string, string, readonly string[]]>([
    [
      "a stale SDL, a README that lies, what has no description, a withheld field that is never null, a type of one category, an unlisted type",
      "contract",
      [
        "commits the SDL that it serves",
        "describes every type, field, argument and value",
        "lets every field be null that may be withheld",
        "names one category per field of what is not a mere value",
        "gives every type that the directory lists all pointer fields and a label",
        "shows two operations in its README that the schema answers",
      ],
    ],
    ["an entity with a column that its table lacks", "other-column", [tables]],
    ["a column of another type, and a source without index", "other-type", [tables, indexes]],
    ["a column that may be null, and a holder without index", "other-nullability", [tables, indexes, found]],
    ["a table of persons of which nobody says how long it is kept", "forgotten", [kept]],
    ["what hangs on another goes after it", "wrong-order", ["removes what hangs on another before the other"]],
    ["a line of retention that does not exist", "no-such-line", [kept, forgets]],
    [
      "a migration that leaves something behind, and so cannot be repeated",
      "irreversible",
      ["migrates up, down and up again to the same tables", tables],
    ],
    ["a reference that is null", "silent", ["answers a reference to an unknown Tree with its id, never with null"]],
    ["a statement for each reference", "n-plus-one", ["reads fifty references to Tree with as many statements as one"]],
    ["nothing", "sound", []],
  ])("%s: exactly that is blamed", (_, orchard, promises) => {
    expect(failures[orchard]?.toSorted()).toEqual(promises.toSorted());
  });

  it("a field without category: there is no schema at all", () => {
    expect(failures["no-category"]).toContain("lets every field be null that may be withheld");
  });
});
