/** The last words of an import: what there is now, and what was left out of it. */
import { duration } from "@parcours/shared/import/progress";
import type { ExtractMeta } from "./extract-meta.js";
import { kboTables } from "./kbo-tables.js";
import type { ReplacedRegister } from "./replace-register.js";

/** What an import did. */
export interface KboImported extends ReplacedRegister {
  readonly rowsRead: number;
  readonly faults: number;
  readonly seconds: number;
}

/** A few lines to print. @param faultsOf bad rows of a file */
export function summaryOf(
  { tables, codes, contacts, changes, rowsRead, faults, seconds }: KboImported,
  { extractNumber, snapshotDate }: ExtractMeta,
  readSeconds: number,
  faultsOf: (file: string) => number,
): string {
  const lines = tables.map(({ name, rows, fenced, orphans }) => {
    const bad = faultsOf(kboTables.find((table) => table.name === name)?.file ?? "");
    const notes = [
      ...(orphans > 0 ? [`${count(orphans)} orphans kept`] : []),
      ...(fenced > 0 ? [`${count(fenced)} of natural persons left out`] : []),
      ...(bad > 0 ? [`${count(bad)} bad left out`] : []),
    ];
    return `  ${name.padEnd(14)}${count(rows).padStart(12)} rows${notes.length > 0 ? `  (${notes.join(", ")})` : ""}`;
  });
  const rate = count(Math.round(rowsRead / Math.max(readSeconds, 0.001)));
  return [
    `KBO extract ${extractNumber} of ${snapshotDate}: ${count(rowsRead)} rows read at ${rate} rows/s, in place after ${duration(seconds)}.`,
    ...lines,
    `  ${"code".padEnd(14)}${count(codes).padStart(12)} codes${faultsOf("code.csv") > 0 ? `  (${count(faultsOf("code.csv"))} bad left out)` : ""}`,
    `  feed: ${count(contacts.told)} enterprises told, ${count(contacts.withdrawn)} withdrawn`,
    `  history: ${count(changes)} facts say something else than before`,
    `  bad rows: ${count(faults)}`,
    `Source: FPS Economy, Crossroads Bank for Enterprises (KBO/BCE) Open Data, snapshot ${snapshotDate}.`,
    "",
  ].join("\n");
}

function count(number: number): string {
  return number.toLocaleString("en");
}
