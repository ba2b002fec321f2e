import type { CopyValue } from "@parcours/shared/import/copy-rows";
/** Staging: rows as the files give them, in temporary tables that nobody else sees and that go when the connection goes. */
import { CsvHeaderWrong, readCsv, type CsvRow } from "@parcours/shared/import/csv-file";
import type { ImportReport } from "@parcours/shared/import/import-report";
import type { ImportSession } from "@parcours/shared/import/import-session";
import { ImportRefused } from "@parcours/shared/import/importer";
import type { Progress } from "@parcours/shared/import/progress";
import { bytesOf, type ExtractFile } from "./extract-files.js";
import { codeHeader, type KboTable } from "./kbo-tables.js";
import { BadRow, required } from "./values.js";

/** A file on its way into its staging table. */
export interface StagedFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns that are dates; all others are texts. */
  readonly dates: readonly string[];
  /** @throws BadRow */
  readonly read: (values: readonly string[]) => CopyValue[];
  /** Told of the values of a row that is left out. */
  readonly onBadRow?: (values: readonly string[]) => void;
}

/** The file of one of the seven tables. */
export function tableFile({ name, file, header, columns, dates, read }: KboTable): StagedFile {
  return { name: file, header, table: `staging_${name}`, columns, dates, read };
}

/** The file of codes: one row for each language. */
export const codeFile: StagedFile = {
  name: "code.csv",
  header: codeHeader,
  table: "staging_code",
  columns: ["category", "code", "language", "description"],
  dates: [],
  read: ([category = "", code = "", language = "", description = ""]) => [
    required("Category", category),
    required("Code", code),
    required("Language", language),
    required("Description", description),
  ],
};

/** Makes the staging table of a file. */
export async function createStaging(session: ImportSession, { table, columns, dates }: StagedFile): Promise<void> {
  const types = columns.map((column) => `${column} ${dates.includes(column) ? "date" : "text"}`);
  await session.query(`create temporary table ${table} (line integer, ${types.join(", ")})`);
}

/** Whether a file is the one it should be, before anything is read. @throws ImportRefused when its first line is another one */
export async function checkHeader({ name, header }: StagedFile, file: ExtractFile): Promise<void> {
  const batches = readCsv(bytesOf(name, file), { header });
  try {
    await batches.next();
  } catch (error) {
    throw refusal(name, error);
  } finally {
    await batches.return(undefined);
  }
}

/** What goes on while files are read. */
export interface Reading {
  readonly session: ImportSession;
  readonly report: ImportReport;
  readonly progress: Progress;
}

/** Streams a file into its staging table; a bad row is reported and left out. @returns rows staged @throws ImportRefused on a wrong header */
export async function stageFile(
  staged: StagedFile,
  file: ExtractFile,
  { session, report, progress }: Reading,
): Promise<number> {
  const copy = session.copy(staged.table, ["line", ...staged.columns]);
  let count = 0;
  try {
    for await (const { rows, faults } of readCsv(counted(staged.name, file, progress), { header: staged.header })) {
      for (const { line, reason } of faults) report.fault(staged.name, line, reason);
      const good = rows.flatMap((row) => readRow(staged, row, report));
      await copy.write(good);
      count += good.length;
      progress.add({ rows: rows.length });
      progress.tell(staged.name);
    }
  } catch (error) {
    throw refusal(staged.name, error);
  }
  await copy.end();
  return count;
}

/** One row to stage, or none. */
function readRow(
  { name, header, read, onBadRow }: StagedFile,
  { line, values }: CsvRow,
  report: ImportReport,
): CopyValue[][] {
  try {
    if (values.length !== header.length) throw new BadRow(`has ${values.length} values in place of ${header.length}`);
    return [[line, ...read(values)]];
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    report.fault(name, line, error.message);
    onBadRow?.(values);
    return [];
  }
}

async function* counted(name: string, file: ExtractFile, progress: Progress): AsyncGenerator<Buffer> {
  for await (const chunk of bytesOf(name, file)) {
    progress.add({ bytes: chunk.length });
    yield chunk;
  }
}

function refusal(file: string, error: unknown): unknown {
  return error instanceof CsvHeaderWrong
    ? new ImportRefused(`${file}: ${error.message}. The database is as it was.`)
    : error;
}
