/**
 * `pnpm test [pattern…]`: every test, or those whose path fits; further options go to Jest as they are. Tests that need a database get
 * one of their own: embedded, or on the server of `DATABASE_ADMIN_URL`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { countsOf, type JestReport } from "./lib/quality/jest-report.js";
import { runVerb } from "./lib/run-verb.js";
import { stateFolder, workspaceRoot } from "./lib/workspace.js";

await runVerb(async () => {
  const report = join(stateFolder(), `test-report-${process.pid}.json`);
  mkdirSync(stateFolder(), { recursive: true });
  try {
    const code = await runJest([
      "--json",
      `--outputFile=${report}`,
      ...process.argv.slice(2).filter((option) => option !== "--"),
    ]);
    const { passed, failed, skipped } = countsOf(JSON.parse(readFileSync(report, "utf8")) as JestReport);
    // Read by .ci/run.
    console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = code === 0 && failed === 0 ? 0 : 1;
  } finally {
    rmSync(report, { force: true });
  }
});

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
