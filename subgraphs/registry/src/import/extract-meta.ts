/** What an extract says of itself (`meta.csv`), or what the command line says where it says nothing. */
import { CsvHeaderWrong, readCsv } from "@parcours/shared/import/csv-file";
import { ImportRefused } from "@parcours/shared/import/importer";
import { bytesOf, type ExtractFile } from "./extract-files.js";
import { BadRow, dayFirst } from "./values.js";

/** Which extract it is. */
export interface ExtractMeta {
  readonly extractNumber: number;
  /** `YYYY-MM-DD`. */
  readonly snapshotDate: string;
  readonly version: string | null;
}

/** The end of a refusal of an update. */
export const fullOnly = "only full extracts are read. Ask for the file named …_Full.zip.";

const header = ["Variable", "Value"];

/** Reads `meta.csv`. @throws ImportRefused when it is not that of a full extract */
export async function readMeta(file: ExtractFile): Promise<ExtractMeta> {
  const values = await readVariables(file);
  const type = values.get("ExtractType") ?? "";
  if (type === "update") throw new ImportRefused(`meta.csv says that this is an update; ${fullOnly}`);
  if (type !== "full") throw new ImportRefused(`meta.csv gives ExtractType ${type || "nothing"} in place of full.`);
  const number = values.get("ExtractNumber") ?? "";
  const snapshotDate = dayOrNothing(values.get("SnapshotDate") ?? "");
  if (!/^\d{1,9}$/.test(number) || snapshotDate === null)
    throw new ImportRefused("meta.csv lacks ExtractNumber or SnapshotDate.");
  return { extractNumber: Number(number), snapshotDate, version: values.get("Version") ?? null };
}

async function readVariables(file: ExtractFile): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  try {
    for await (const { rows } of readCsv(bytesOf("meta.csv", file), { header })) {
      for (const row of rows) values.set(row.values[0] ?? "", row.values[1] ?? "");
    }
  } catch (error) {
    throw error instanceof CsvHeaderWrong ? new ImportRefused(`meta.csv: ${error.message}.`) : error;
  }
  return values;
}

function dayOrNothing(text: string): string | null {
  try {
    return dayFirst("SnapshotDate", text);
  } catch (error) {
    if (error instanceof BadRow) return null;
    throw error;
  }
}

/** Reads what the command line says in its place. @throws ImportRefused when it is missing or cannot be read */
export function metaOf(extract: string | undefined, snapshot: string | undefined): ExtractMeta {
  if (extract === undefined || snapshot === undefined) {
    throw new ImportRefused("The extract has no meta.csv: say which it is, with --extract 127 --snapshot 2024-08-30.");
  }
  if (!/^\d{1,9}$/.test(extract)) throw new ImportRefused(`--extract ${extract} is not a number.`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(snapshot) && new Date(`${snapshot}T00:00:00Z`).toJSON()?.startsWith(snapshot);
  if (!isDay) throw new ImportRefused(`--snapshot ${snapshot} is not a day like 2024-08-30.`);
  return { extractNumber: Number(extract), snapshotDate: snapshot, version: null };
}
