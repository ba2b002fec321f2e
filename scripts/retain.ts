/** `pnpm retain [--dry-run] [--as-of DATE]`: removes what is older than `shared/retention.yaml` allows, from every subgraph's database. */
import { parseArgs } from "node:util";
import { brusselsDate } from "@parcours/shared/periods";
import { CommandFailed, messageOf } from "./lib/command-failed.js";
import { isDate } from "./lib/demonstration/dates.js";
import { discoverSubgraphs } from "./lib/discover-subgraphs.js";
import { retainAll, retentionLines } from "./lib/retention/retain-all.js";
import { runVerb } from "./lib/run-verb.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

const usage = "pnpm retain [--dry-run] [--as-of 2026-01-31]";

await runVerb(async () => {
  const order = orderOf(process.argv.slice(2));
  const subgraphs = discoverSubgraphs();
  const spineLast = [...subgraphs].sort((a, b) => Number(a.isSpine) - Number(b.isSpine));
  await withOwnedDatabases("retain", spineLast, async (targets) => {
    for (const line of retentionLines(await retainAll(targets, order), order)) console.log(line);
  });
});

/** Reads the options. @throws CommandFailed (exit code 2) that says what is wrong */
function orderOf(options: readonly string[]): { readonly dryRun: boolean; readonly today: string } {
  try {
    const { values } = parseArgs({
      // Some launchers pass on the "--" that parts their options from ours.
      args: options.filter((option) => option !== "--"),
      options: { "dry-run": { type: "boolean", default: false }, "as-of": { type: "string" } },
    });
    const today = values["as-of"] ?? brusselsDate(new Date());
    if (!isDate(today)) throw new Error(`--as-of ${today} is no day like 2026-01-31`);
    if (!values["dry-run"] && today > brusselsDate(new Date()))
      throw new Error(`--as-of ${today} has not come yet: what would go then is shown by --dry-run`);
    return { dryRun: values["dry-run"], today };
  } catch (error) {
    throw new CommandFailed(`${messageOf(error)}. Usage: ${usage}`, 2);
  }
}
