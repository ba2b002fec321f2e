/** `pnpm backup <subgraph> <file>`: writes one subgraph's database to a file; the subgraph may serve meanwhile. */
import { backUp } from "./lib/backup/backup.js";
import { backupOrder } from "./lib/backup/command-line.js";
import { runVerb } from "./lib/run-verb.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

await runVerb(async () => {
  const { subgraph, file } = backupOrder("backup", process.argv.slice(2));
  await withOwnedDatabases("backup", [subgraph], async ([target]) => {
    if (!target) return;
    const bytes = await backUp(target, file);
    console.log(
      `${file}: ${(bytes / 1_000_000).toFixed(1)} MB of ${subgraph.name}. It holds personal data: keep it as you keep the database.`,
    );
  });
});
