/** `pnpm bench NAME [options]`: measures on this machine, with processes and databases of its own, and ends with one line of JSON. */
import { callerBench } from "./bench/caller/caller-bench.js";
import { logBench } from "./bench/log/log-bench.js";
import { matchingBench } from "./bench/matching/matching-bench.js";
import type { Bench } from "./lib/bench/bench.js";
import { openThrowAwayCluster } from "./lib/bench/throw-away-cluster.js";
import { CommandFailed } from "./lib/command-failed.js";
import { Progress } from "./lib/progress.js";
import { runVerb } from "./lib/run-verb.js";
import { endOnSignal, Shutdown } from "./lib/supervisor/shutdown.js";

const benches: Readonly<Record<string, Bench>> = { caller: callerBench, log: logBench, matching: matchingBench };

// What is said on the way goes beside the result, which may be piped on.
const progress = new Progress(process.stderr);
const shutdown = new Shutdown();
endOnSignal(shutdown, (why) => progress.line(`\nStopping (${why}).`));

await runVerb(async () => {
  const [name = "", ...options] = process.argv.slice(2);
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench)
    throw new CommandFailed(
      `There is no bench "${name}". Usage: pnpm bench ${Object.keys(benches).join("|")} [options]`,
      2,
    );
  try {
    const cluster = await progress.step("database server", () => openThrowAwayCluster());
    shutdown.add(() => cluster.close());
    const report = await bench({ adminUrl: cluster.adminUrl, progress, shutdown }, options);
    await shutdown.end();
    console.log(JSON.stringify(report));
    // Whoever measures before a release sees a missed target by the exit code too.
    if (!report.ok) process.exitCode = 1;
  } catch (error) {
    // Once it is being stopped, what fails fails because of that.
    if (shutdown.hasBegun) return;
    await shutdown.end();
    throw error;
  }
});
