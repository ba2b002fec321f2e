/**
 * Looks for malware in bytes before they are kept, where an installation has a scanner: clamd (ClamAV), over TCP, by its command INSTREAM. What
 * a scanner did not answer about is not accepted: silence is no "clean".
 */
import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { DomainError } from "../errors.js";
import { documentErrors } from "./document.errors.js";

/** Where a scanner listens. */
export interface ScannerPlace {
  readonly host: string;
  readonly port: number;
}

/** A scanner that says nothing for so long, in milliseconds, does not answer. */
const longestSilence = 30_000;
/** Of an answer: a line of a name and a word. */
const mostCharacters = 1_000;

/** Reads the setting `tcp://host:port`. @throws Error that says what is expected */
export function asScannerPlace(text: string): ScannerPlace {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url?.protocol === "tcp:" && url.username === "" && ["", "/"].includes(url.pathname);
  if (!url || !isPlain || url.hostname === "") throw new Error("expected tcp://host:port, 3310 where no port is given");
  return { host: url.hostname.replace(/^\[|\]$/g, ""), port: url.port === "" ? 3310 : Number(url.port) };
}

/**
 * Whether malware is found in a file, which is streamed as it is read.
 * @throws DomainError DOCUMENT_SCANNER_SILENT where the scanner cannot be reached, does not answer or reports a fault
 */
export async function hasMalware(place: ScannerPlace, file: string): Promise<boolean> {
  const answer = await askScanner(place, file).catch(() => "");
  if (answer.endsWith(" FOUND")) return true;
  if (answer !== "stream: OK") throw new DomainError(documentErrors.DOCUMENT_SCANNER_SILENT);
  return false;
}

async function askScanner(place: ScannerPlace, file: string): Promise<string> {
  const socket = connect(place);
  socket.setTimeout(longestSilence, () => socket.destroy(new Error("the scanner does not answer")));
  const sending = new Sending(file);
  try {
    const answer = answerOf(socket);
    // It may answer, and close, before it has read everything: then its answer counts, unless it calls clean what it did not see.
    pipeline(sending.pieces(), socket, { end: false }).catch(() => undefined);
    const said = await answer;
    return sending.isWhole || said.endsWith(" FOUND") ? said : "";
  } finally {
    socket.destroy();
  }
}

/** The command, then pieces with their length before them, then none. */
class Sending {
  isWhole = false;

  constructor(private readonly file: string) {}

  async *pieces(): AsyncIterable<Buffer> {
    yield Buffer.from("zINSTREAM\0");
    for await (const piece of createReadStream(this.file) as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      yield length;
      yield piece;
    }
    this.isWhole = true;
    yield Buffer.alloc(4);
  }
}

/** What comes until the byte zero that ends it. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.on("data", (piece: Buffer) => {
      text += piece.toString("utf8");
      const end = text.indexOf("\0");
      if (end >= 0) resolve(text.slice(0, end).trim());
      else if (text.length > mostCharacters) reject(new Error("the scanner says too much"));
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the scanner hung up")));
  });
}
