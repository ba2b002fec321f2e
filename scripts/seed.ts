/** `pnpm seed --entrepreneurs N --seed S --as-of DATE`: makes the demonstration anew, and leaves the rows of every other source. */
import { parseArgs } from "node:util";
import { brusselsDate } from "@parcours/shared/periods";
import { CommandFailed, messageOf } from "./lib/command-failed.js";
import { isDate } from "./lib/demonstration/dates.js";
import { seedDemonstration, type SeedOrder } from "./lib/demonstration/seed.js";
import { discoverSubgraphs, spineOf } from "./lib/discover-subgraphs.js";
import { Progress } from "./lib/progress.js";
import { runVerb } from "./lib/run-verb.js";
import { runningSystem } from "./lib/supervisor/checkout.js";
import { migrateAll } from "./lib/supervisor/data-work.js";
import { writeDemonstrationMark } from "./lib/supervisor/demonstration-mark.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

const usage = "pnpm seed [--entrepreneurs 2000] [--seed 1819] [--as-of 2026-01-31]";

await runVerb(async () => {
  const order = orderOf(process.argv.slice(2));
  const subgraphs = discoverSubgraphs();
  const spine = spineOf(subgraphs).name;
  const progress = new Progress();
  const caller = await withOwnedDatabases("seed", subgraphs, async (targets) => {
    await progress.step(
      "migrations",
      () => migrateAll(targets),
      (results) => `${results.flatMap(({ applied }) => applied).length} applied`,
    );
    const seeded = await progress.step(
      "demonstration data",
      (onProgress) => seedDemonstration({ ...order, subgraphs: targets, onProgress }),
      ({ rows }) =>
        `${Object.values(rows).reduce((sum, count) => sum + count, 0)} rows of ${order.entrepreneurs} entrepreneurs`,
    );
    const spineUrl = targets.find(({ name }) => name === spine)?.ownerUrl;
    if (spineUrl !== undefined)
      await writeDemonstrationMark(spineUrl, { caller: seeded.caller, seed: order.seed, asOf: order.asOf });
    return seeded.caller;
  });
  progress.line(`try: ${caller}`);
  if (runningSystem())
    progress.line(
      "The system that runs knows the people of the data before: start it again, so that these can sign in.",
    );
});

/** Reads the options. @throws CommandFailed (exit code 2) that says what is wrong and how it is written */
function orderOf(options: readonly string[]): Omit<SeedOrder, "subgraphs" | "onProgress"> {
  const { entrepreneurs, seed, "as-of": asOf } = parsed(options);
  if (!/^\d{1,8}$/.test(entrepreneurs))
    throw refused(`--entrepreneurs ${entrepreneurs} is no whole number from 0 to 99999999`);
  if (!isDate(asOf)) throw refused(`--as-of ${asOf} is no day like 2026-01-31`);
  if (seed === "") throw refused("--seed is empty");
  return { entrepreneurs: Number(entrepreneurs), seed, asOf };
}

function parsed(options: readonly string[]) {
  try {
    const { values } = parseArgs({
      // Some launchers pass on the "--" that parts their options from ours.
      args: options.filter((option) => option !== "--"),
      options: {
        entrepreneurs: { type: "string", default: "2000" },
        seed: { type: "string", default: "1819" },
        "as-of": { type: "string", default: brusselsDate(new Date()) },
      },
    });
    return values;
  } catch (error) {
    throw refused(messageOf(error));
  }
}

function refused(why: string): CommandFailed {
  return new CommandFailed(`${why}. Usage: ${usage}`, 2);
}
