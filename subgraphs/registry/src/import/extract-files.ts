/** The files of an extract, be it an unpacked folder or the zip as published; each is streamed, none is held in memory. */
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { ImportRefused } from "@parcours/shared/import/importer";
import { openPromise, type Entry, type ZipFile } from "yauzl";

/** One file. */
export interface ExtractFile {
  /** Bytes, unpacked. */
  readonly size: number;
  open(): Promise<Readable>;
}

/** The files of an extract, by name. */
export interface ExtractFiles {
  readonly files: ReadonlyMap<string, ExtractFile>;
  close(): void;
}

/** Opens a folder or a zip. @throws ImportRefused when it is neither */
export async function openExtract(path: string): Promise<ExtractFiles> {
  if (!existsSync(path))
    throw new ImportRefused(`There is no ${path}: name the folder or zip of a KBO Open Data extract.`);
  return statSync(path).isDirectory() ? folder(path) : zip(path);
}

function folder(path: string): ExtractFiles {
  const names = readdirSync(path).filter((name) => name.endsWith(".csv"));
  const files = names.map((name) => {
    const file = join(path, name);
    return [
      name,
      { size: statSync(file).size, open: () => Promise.resolve(createReadStream(file, { highWaterMark: 1 << 18 })) },
    ] as const;
  });
  return { files: new Map(files), close: () => undefined };
}

async function zip(path: string): Promise<ExtractFiles> {
  const archive: ZipFile = await openPromise(path, { autoClose: false }).catch((error: Error) => {
    throw new ImportRefused(`${path} is neither a folder nor a zip that can be read: ${error.message}`);
  });
  const files = new Map<string, ExtractFile>();
  for await (const entry of archive.eachEntry()) {
    const name = basename(entry.fileName);
    if (name.endsWith(".csv")) files.set(name, zipped(archive, entry));
  }
  return { files, close: () => archive.close() };
}

function zipped(archive: ZipFile, entry: Entry): ExtractFile {
  return { size: entry.uncompressedSize, open: () => archive.openReadStreamPromise(entry) };
}

/** The bytes of a file, one that cannot be read to its end refused. @throws ImportRefused */
export async function* bytesOf(name: string, file: ExtractFile): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    throw new ImportRefused(`${name} cannot be read: ${(error as Error).message}. The database is as it was.`);
  }
}
