/** `pnpm import:kbo [folder or zip]`: the command line of the importer of KBO Open Data. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ImportRefused, type Importer } from "@parcours/shared/import/importer";
import { openExtract, type ExtractFile, type ExtractFiles } from "../import/extract-files.js";
import { metaOf, readMeta, type ExtractMeta } from "../import/extract-meta.js";
import { importKbo } from "../import/import-kbo.js";

const usage =
  "pnpm import:kbo [folder or zip] [--extract 127 --snapshot 2024-08-30] [--codes FOLDER] [--with-natural-persons]";

/** Takes over a full extract of KBO Open Data. Rows of other sources stay. @throws ImportRefused with the reason, the database as it was */
export const importer: Importer = async ({ args, ownerUrl, dataFolder, output, signal }) => {
  const { path, extract: number, snapshot, codes: codesFolder, withNaturalPersons } = readArguments(args);
  const extract = await openExtract(path ?? join(dataFolder, "kbo-extract-2024-09"));
  try {
    const meta = await metaFor(extract, number, snapshot);
    const codes = await codesFor(extract, codesFolder, join(dataFolder, "kbo-code-tables"));
    await importKbo({ ownerUrl, meta, extract, codes, withNaturalPersons, output, signal });
  } finally {
    extract.close();
  }
};

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        extract: { type: "string" },
        snapshot: { type: "string" },
        codes: { type: "string" },
        "with-natural-persons": { type: "boolean", default: false },
      },
    });
    if (positionals.length > 1) throw new Error("name one folder or zip");
    const { extract, snapshot, codes, "with-natural-persons": withNaturalPersons } = values;
    return {
      path: positionals[0] === undefined ? undefined : resolve(positionals[0]),
      extract,
      snapshot,
      codes,
      withNaturalPersons,
    };
  } catch (error) {
    throw new ImportRefused(`${(error as Error).message}. Usage: ${usage}`);
  }
}

/** What the extract says of itself comes first; the command line may not say otherwise. */
async function metaFor(
  { files }: ExtractFiles,
  extract: string | undefined,
  snapshot: string | undefined,
): Promise<ExtractMeta> {
  const file = files.get("meta.csv");
  if (!file) return metaOf(extract, snapshot);
  const meta = await readMeta(file);
  const isOther =
    (extract !== undefined && Number(extract) !== meta.extractNumber) ||
    (snapshot !== undefined && snapshot !== meta.snapshotDate);
  if (isOther)
    throw new ImportRefused(
      `meta.csv says that this is extract ${meta.extractNumber} of ${meta.snapshotDate}: leave --extract and --snapshot out.`,
    );
  return meta;
}

async function codesFor({ files }: ExtractFiles, folder: string | undefined, usual: string): Promise<ExtractFile> {
  const own = files.get("code.csv");
  if (folder === undefined && own) return own;
  const elsewhere = folder ?? usual;
  const file = existsSync(elsewhere) ? (await openExtract(resolve(elsewhere))).files.get("code.csv") : undefined;
  if (!file)
    throw new ImportRefused(
      `There is no code.csv in ${folder === undefined ? "the extract" : folder}: say where it is, with --codes FOLDER.`,
    );
  return file;
}
