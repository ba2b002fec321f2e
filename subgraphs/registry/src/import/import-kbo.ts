/** Takes over a full extract of KBO Open Data: reads every file into staging, then swaps in one transaction. */
import { parseEnterpriseNumber } from "@parcours/shared/ids";
import { ImportReport } from "@parcours/shared/import/import-report";
import { withImportSession, type ImportSession } from "@parcours/shared/import/import-session";
import { ImportRefused } from "@parcours/shared/import/importer";
import { Progress, type ProgressOutput } from "@parcours/shared/import/progress";
import type { ExtractFile, ExtractFiles } from "./extract-files.js";
import { fullOnly, type ExtractMeta } from "./extract-meta.js";
import { summaryOf, type KboImported } from "./import-summary.js";
import { kboTables } from "./kbo-tables.js";
import { dropDuplicates, fenceNaturalPersons, replaceRegister, type FenceOptions } from "./replace-register.js";
import { checkHeader, codeFile, createStaging, stageFile, tableFile, type StagedFile } from "./staging.js";

/** What to import, and where. */
export interface KboImport extends FenceOptions {
  readonly ownerUrl: string;
  readonly meta: ExtractMeta;
  /** The files of the extract. */
  readonly extract: ExtractFiles;
  /** `code.csv`, in the extract or elsewhere. */
  readonly codes: ExtractFile;
  readonly output: ProgressOutput;
  readonly signal: AbortSignal;
}

type Source = readonly [StagedFile, ExtractFile];

/** @throws ImportRefused when a file is missing or headed otherwise, the signal's reason when stopped: the database is then as it was */
export async function importKbo(order: KboImport): Promise<KboImported> {
  const doubtful: string[] = [];
  const sources = sourcesOf(order, (number) => doubtful.push(number));
  for (const [staged, file] of sources) await checkHeader(staged, file);
  const bytes = sources.reduce((sum, [, { size }]) => sum + size, 0);
  const progress = new Progress(bytes, order.output);
  const report = new ImportReport((line) => {
    progress.clear();
    order.output.write(`${line}\n`);
  });
  return withImportSession(order.ownerUrl, "kbo", order.signal, async (session) => {
    await prepare(session);
    for (const [staged, file] of sources) {
      await createStaging(session, staged);
      await stageFile(staged, file, { session, report, progress });
    }
    progress.clear();
    const readSeconds = progress.seconds;
    await dropDuplicates(session, report);
    await fenceNaturalPersons(session, order, doubtful);
    const replacing = new Progress(progress.rows, order.output);
    const replaced = await session.inTransaction(() => replaceRegister(session, order.meta, replacing));
    replacing.clear();
    const imported = { ...replaced, rowsRead: progress.rows, faults: report.faults, seconds: progress.seconds };
    order.output.write(summaryOf(imported, order.meta, readSeconds, (file) => report.faultsOf(file)));
    // The rows are in place: whoever stops it now only spares the tidying.
    await tidy(session).catch((error: unknown) => {
      if (!order.signal.aborted) throw error;
    });
    return imported;
  });
}

/** @param onBadEnterprise told the number of an enterprise whose row is left out */
function sourcesOf({ extract, codes }: KboImport, onBadEnterprise: (number: string) => void): Source[] {
  const tables = kboTables.map((table): Source => {
    const staged = tableFile(table);
    const onBadRow = ([text = ""]: readonly string[]): void => {
      const number = parseEnterpriseNumber(text);
      if (number !== null) onBadEnterprise(number);
    };
    return [table.name === "enterprise" ? { ...staged, onBadRow } : staged, fileOf(extract, table.file)];
  });
  return [...tables, [codeFile, codes]];
}

/** Work on millions of rows may take its time and its memory; nothing of this outlives the connection. */
async function prepare(session: ImportSession): Promise<void> {
  await session.query("set statement_timeout = 0");
  await session.query("set work_mem = '64MB'");
  await session.query("set temp_buffers = '32MB'");
}

/** What was replaced is cleared away, and the planner learns of the new rows. Readers go on meanwhile. */
async function tidy(session: ImportSession): Promise<void> {
  for (const table of [...kboTables.map(({ name }) => name), "register_code", "outbox"])
    await session.query(`vacuum (analyze) ${table}`);
}

function fileOf({ files }: ExtractFiles, name: string): ExtractFile {
  const file = files.get(name);
  if (file) return file;
  const isUpdate = files.has(name.replace(".csv", "_insert.csv"));
  throw new ImportRefused(
    isUpdate ? `This is an update; ${fullOnly}` : `${name} is missing: a full extract has all of its files.`,
  );
}
