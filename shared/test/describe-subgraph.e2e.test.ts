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

describe("what every subgraph promises is seen to fail", () => {
  let failures: Record<string, string[]>;
  beforeAll(async () => void (failures = await failuresByOrchard()), 120_000);

  it.each([
    ["other-column", "has entities that equal its tables"],
    ["other-type", "has entities that equal its tables"],
    ["other-nullability", "has entities that equal its tables"],
    ["no-source-index", "indexes what every table is read by: source, person, enterprise"],
    ["no-holder-index", "indexes what every table is read by: source, person, enterprise"],
    ["undescribed", "describes every type, field, argument and value"],
    ["strict", "lets every field be null that may be withheld"],
    ["wholesale", "names one category per field of what is not a mere value"],
    ["unlisted", "gives every type that the directory lists all pointer fields and a label"],
    ["stale-sdl", "commits the SDL that it serves"],
    ["silent", "answers a reference to an unknown Tree with its id, never with null"],
    ["n-plus-one", "reads fifty references to Tree with as many statements as one"],
  ])("%s: %s, and nothing else is blamed for it", (orchard, promise) => {
    expect(failures[orchard]).toEqual([promise]);
  });

  it("irreversible: a migration that leaves something behind, and then cannot be repeated", () => {
    expect(failures["irreversible"]).toEqual([
      "migrates up, down and up again to the same tables",
      "has entities that equal its tables",
    ]);
  });

  it("a field without category: nothing of the contract holds", () => {
    expect(failures["no-category"]).toContain("lets every field be null that may be withheld");
  });

  it("a sound one: nothing fails", () => expect(failures["sound"]).toEqual([]));
});
