/**
 * `pnpm test [pattern…]`: every test, or those whose path fits; further options go to Jest as they are. Tests that need a database get
 * one of their own: embedded, or on the server of `DATABASE_ADMIN_URL`. `--once-more` runs the files that failed a second time, alone, and
 * names those that passed only then.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import {
  countsOf,
  countsOfBoth,
  filesToRunAlone,
  type JestReport,
  type TestCounts,
} from "./lib/quality/jest-report.js";
import { runVerb } from "./lib/run-verb.js";
import { stateFolder, workspaceRoot } from "./lib/workspace.js";

const onceMore = "--once-more";

await runVerb(async () => {
  const options = process.argv.slice(2).filter((option) => option !== "--");
  const { passed, failed, skipped } = await runTests(
    options.filter((option) => option !== onceMore),
    options.includes(onceMore),
  );
  // Read by .ci/run.
  console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
});

async function runTests(options: readonly string[], isRepeated: boolean): Promise<TestCounts> {
  const first = await reportOf(options);
  const again = isRepeated ? filesToRunAlone(first) : [];
  if (again.length === 0) return countsOf(first);
  console.log(`\nOnce more, alone: ${again.length} files that failed.`);
  const second = await reportOf(["--runInBand", "--runTestsByPath", ...again]);
  const failing = new Set(filesToRunAlone(second));
  for (const file of again.filter((name) => !failing.has(name)))
    console.log(`passed only when it was run again, alone: ${relative(workspaceRoot(), file)}`);
  return countsOfBoth(first, again, second);
}

async function reportOf(options: readonly string[]): Promise<JestReport> {
  const file = join(stateFolder(), `test-report-${process.pid}.json`);
  mkdirSync(stateFolder(), { recursive: true });
  try {
    const code = await runJest(["--json", `--outputFile=${file}`, ...options]);
    const report = JSON.parse(readFileSync(file, "utf8")) as JestReport;
    return { ...report, success: report.success && code === 0 };
  } finally {
    rmSync(file, { force: true });
  }
}

/** Runs Jest in the foreground; Ctrl-C reaches it from the terminal, and we wait until it has put away its databases. */
function runJest(options: readonly string[]): Promise<number | null> {
  const root = workspaceRoot();
  const jest = spawn(
    join(root, "node_modules/.bin/jest"),
    ["--config", join(root, "scripts/quality/jest.config.cjs"), ...options],
    {
      cwd: root,
      // With --json Jest writes its report to standard output as well: people read standard error, where it tells its progress.
      stdio: ["inherit", "ignore", "inherit"],
    },
  );
  const wait = (): void => undefined;
  process.on("SIGINT", wait).on("SIGTERM", () => jest.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    jest.on("error", reject);
    jest.on("close", resolve);
  });
}
