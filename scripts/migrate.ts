import { CommandFailed } from "./lib/command-failed.js";
/** `pnpm migrate`: applies what is missing of every subgraph's migrations; `--down` takes back the newest of each. */
import { discoverSubgraphs } from "./lib/discover-subgraphs.js";
import { runVerb } from "./lib/run-verb.js";
import { migrateAll, revertAll, type DataTarget } from "./lib/supervisor/data-work.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

await runVerb(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== "--down");
  if (unknown !== undefined) throw new CommandFailed(`Unknown option ${unknown}: pnpm migrate [--down]`, 2);
  await withOwnedDatabases("migrate", discoverSubgraphs(), options.includes("--down") ? down : up);
});

async function up(targets: DataTarget[]): Promise<void> {
  for (const { name, applied } of await migrateAll(targets)) {
    console.log(`${name.padEnd(16)} ${applied.length === 0 ? "up to date" : `applied ${applied.join(", ")}`}`);
  }
}

async function down(targets: DataTarget[]): Promise<void> {
  for (const [name, count] of Object.entries(await revertAll(targets))) {
    console.log(`${name.padEnd(16)} ${count === 0 ? "nothing to take back" : "took back the newest migration"}`);
  }
}
