/** `pnpm restore <subgraph> <file>`: puts one subgraph's database back as it was in a backup. The subgraph must not run. */
import { statSync } from "node:fs";
import { afterRestore, restore } from "./lib/backup/backup.js";
import { backupOrder } from "./lib/backup/command-line.js";
import { runVerb } from "./lib/run-verb.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

await runVerb(async () => {
  const { subgraph, file } = backupOrder("restore", process.argv.slice(2));
  await withOwnedDatabases("restore", [subgraph], async ([target]) => {
    if (!target) return;
    await restore(target, file);
    console.log(afterRestore(subgraph.name, statSync(file).mtime));
  });
});
