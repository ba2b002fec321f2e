/** What a file is, by its content: an ending or a header says only what somebody says. Source: attacks on uploads (a program sent as a PDF). */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { mediaTypes } from "./document-types.js";

/** Types that have no mark of their own: they are told by holding text and nothing else. */
const plainTexts: readonly string[] = [mediaTypes.csv, mediaTypes.txt];

/** A text may not begin like what a browser or a shell would run. */
const active = /^\s*(<!doctype|<html|<script|<svg|<\?xml|<\?php|#!)/i;

/** Whether a file's content is of a media type. Reads the file as a stream; errors: those of the file system. */
export async function isOfMediaType(file: string, mediaType: string): Promise<boolean> {
  const found = await fileTypeFromFile(file);
  if (plainTexts.includes(mediaType)) return found === undefined && (await isPlainText(file));
  if (found?.mime !== mediaType) return false;
  return mediaType !== mediaTypes.pdf || (await endsAsPdf(file));
}

/** UTF-8 without signs that no text holds. */
async function isPlainText(file: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isBeginning = true;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true });
      // eslint-disable-next-line no-control-regex -- these are the signs that are looked for
      if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || (isBeginning && active.test(text))) return false;
      isBeginning = false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return false;
    throw error;
  }
}

/** A PDF says at its end where it ends, within the last kilobyte (ISO 32000-1, 7.5.5): one that is cut off does not. */
async function endsAsPdf(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 1024);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.includes("%%EOF");
  } finally {
    await handle.close();
  }
}
