/** `pnpm import:state-aid [file]`: awards of the European state-aid register (TAM), as exported. Bad rows are told and left out. */
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { CsvHeaderWrong, readCsv, type CsvRow } from "@parcours/shared/import/csv-file";
import { ImportReport } from "@parcours/shared/import/import-report";
import { withImportSession, type ImportSession } from "@parcours/shared/import/import-session";
import { ImportRefused, type ImportOrder } from "@parcours/shared/import/importer";
import { Progress } from "@parcours/shared/import/progress";
import { readTamRow, tamHeader, TamRowFault, type TamAward } from "../state-aid-award/tam-row.js";
import { openStaging, stagingRow, swap, withoutDuplicates, type SwapCounts } from "../state-aid-award/tam-store.js";

const defaultFile = "state-aid-tam-belgium/state_aid_awards_belgium_2016_2020.csv";

/** What was read of the file. */
interface Tally {
  kept: number;
  zerosRestored: number;
  ranges: number;
}

/** Replaces the awards that came from the register by those of a file. @throws ImportRefused on a wrong header, a missing file, a second import */
export async function importer({ args, dataFolder, ownerUrl, output, signal }: ImportOrder): Promise<void> {
  const file = fileOf(args, dataFolder);
  const name = basename(file);
  const progress = new Progress((await stat(file)).size, output);
  const report = new ImportReport((line) => {
    progress.clear();
    output.write(`${line}\n`);
  });
  const tally: Tally = { kept: 0, zerosRestored: 0, ranges: 0 };
  const counts = await withImportSession(ownerUrl, "state-aid", signal, async (session) => {
    await stage(session, { file, name, progress, report, tally, signal });
    for (const { line, reference } of await withoutDuplicates(session)) {
      report.fault(name, line, `${reference} stands in the file already`);
      tally.kept -= 1;
    }
    return swap(session);
  });
  progress.clear();
  for (const line of summary(name, progress, report, tally, counts)) output.write(`${line}\n`);
}

function fileOf(args: readonly string[], dataFolder: string): string {
  const [file = join(dataFolder, defaultFile), ...others] = args;
  if (others.length > 0 || file.startsWith("-")) throw new ImportRefused("Usage: pnpm import:state-aid [file.csv]");
  if (!existsSync(file))
    throw new ImportRefused(`There is no file ${file}: name the export to read, or set PARCOURS_DATA.`);
  return file;
}

interface Reading {
  readonly file: string;
  readonly name: string;
  readonly progress: Progress;
  readonly report: ImportReport;
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

/** Streams the file into the staging table. */
async function stage(session: ImportSession, { file, name, progress, report, tally, signal }: Reading): Promise<void> {
  const rows = await openStaging(session);
  try {
    for await (const batch of readCsv(chunksOf(file, progress, signal), { header: tamHeader })) {
      for (const { line, reason } of batch.faults) report.fault(name, line, reason);
      await rows.write(
        batch.rows.flatMap((row) => {
          const award = readOrReport(row, name, report);
          return award ? [stagingRow(counted(award, tally), row.line)] : [];
        }),
      );
      progress.add({ rows: batch.rows.length + batch.faults.length });
      progress.tell(name);
    }
  } catch (error) {
    if (error instanceof CsvHeaderWrong)
      throw new ImportRefused(`${name}: ${error.message}. The database is as it was.`);
    throw error;
  }
  await rows.end();
}

/** The bytes of a file, counted as they pass. */
async function* chunksOf(file: string, progress: Progress, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file, { signal }) as AsyncIterable<Buffer>) {
    progress.add({ bytes: chunk.length });
    yield chunk;
  }
}

function readOrReport({ line, values }: CsvRow, name: string, report: ImportReport): TamAward | null {
  try {
    return readTamRow(values);
  } catch (error) {
    if (!(error instanceof TamRowFault)) throw error;
    report.fault(name, line, error.message);
    return null;
  }
}

function counted(award: TamAward, tally: Tally): TamAward {
  tally.kept += 1;
  if (award.zeroRestored) tally.zerosRestored += 1;
  if (award.amountNote !== null) tally.ranges += 1;
  return award;
}

function summary(
  name: string,
  { rows, seconds }: Progress,
  report: ImportReport,
  tally: Tally,
  counts: SwapCounts,
): string[] {
  const many = (count: number): string => count.toLocaleString("en");
  return [
    `${name}: ${many(rows)} rows in ${seconds.toFixed(1)} s: ${many(tally.kept)} awards kept, ${many(report.faults)} rows left out`,
    `  ${many(tally.zerosRestored)} enterprise numbers got their lost leading zero back; ${many(tally.ranges)} awards have a range in place of an amount`,
    `  ${many(counts.added)} new, ${many(counts.changed)} changed, ${many(counts.removed)} removed`,
  ];
}
