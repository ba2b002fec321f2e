/** `pnpm backup <subgraph> <file>`: writes one subgraph's database to a file and its documents beside it; the subgraph may serve meanwhile. */
import { backUp } from "./lib/backup/backup.js";
import { backupOrder } from "./lib/backup/command-line.js";
import { backUpDocuments, documentFolderOf, refuseExisting, withoutSweeps } from "./lib/backup/document-backup.js";
import { bucketNote, lostNote, openPlace } from "./lib/backup/document-place.js";
import { CommandFailed } from "./lib/command-failed.js";
import { runVerb } from "./lib/run-verb.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

await runVerb(async () => {
  const { subgraph, file } = backupOrder("backup", process.argv.slice(2));
  await withOwnedDatabases("backup", [subgraph], async ([target]) => {
    if (!target) return;
    const place = await openPlace(target);
    refuseExisting(documentFolderOf(file));
    await withoutSweeps(target.ownerUrl, async () => {
      const bytes = await backUp(target, file);
      console.log(
        `${file}: ${megabytes(bytes)} of ${subgraph.name}. It holds personal data: keep it as you keep the database.`,
      );
      if (place.isBucket) return console.log(bucketNote(subgraph.name));
      const folder = documentFolderOf(file);
      const report = await backUpDocuments(place, folder);
      console.log(`${folder}: ${report.whole} documents, ${megabytes(report.bytes)}. Keep it with the file.`);
      if (report.lost.length > 0) throw new CommandFailed(lostNote(report.lost));
    });
  });
});
