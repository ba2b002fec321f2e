/** `pnpm restore <subgraph> <file>`: puts one subgraph's database and documents back as they were in a backup. The subgraph must not run. */
import { statSync } from "node:fs";
import { afterRestore, restore } from "./lib/backup/backup.js";
import { backupOrder } from "./lib/backup/command-line.js";
import { documentFolderOf, documentIds, leaveWordOfGone, restoreDocuments } from "./lib/backup/document-backup.js";
import { lostNote, openPlace } from "./lib/backup/document-place.js";
import { CommandFailed } from "./lib/command-failed.js";
import { runVerb } from "./lib/run-verb.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

await runVerb(async () => {
  const { subgraph, file } = backupOrder("restore", process.argv.slice(2));
  await withOwnedDatabases("restore", [subgraph], async ([target]) => {
    if (!target) return;
    const place = await openPlace(target);
    const before = await documentIds(target.ownerUrl);
    await restore(target, file);
    await leaveWordOfGone(target.ownerUrl, before);
    const { whole, brought, lost } = await restoreDocuments(place, documentFolderOf(file));
    console.log(afterRestore(subgraph.name, statSync(file).mtime));
    console.log(
      `${whole} documents have their bytes, each verified by its SHA-256; those of ${brought} came from the backup.`,
    );
    if (lost.length > 0) throw new CommandFailed(lostNote(lost));
  });
});
