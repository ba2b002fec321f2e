/**
 * Reads a CSV file of any size as it comes, so that one bad row costs nothing but itself. csv-parse does the parsing; this file cuts
 * the stream where a record ends, knows the line of each record, and finds its feet again behind a quote that is never closed.
 */
import { StringDecoder } from "node:string_decoder";
import { parse } from "csv-parse/sync";

/** One record. */
export interface CsvRow {
  /** The line on which it starts; the first line of the file is 1. */
  readonly line: number;
  readonly values: readonly string[];
}

/** A line that is no record. */
export interface CsvFault {
  readonly line: number;
  readonly reason: string;
}

/** What one piece of the file gave; a batch instead of single rows, because waiting once per row costs more than parsing it. */
export interface CsvBatch {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly CsvFault[];
}

/** How a file is to be read. */
export interface CsvFormat {
  /** The columns that the first line must name, in this order. */
  readonly header: readonly string[];
  /** A comma unless told. */
  readonly delimiter?: string;
}

/** The file is not the one it should be: nothing of it may be used. */
export class CsvHeaderWrong extends Error {
  override readonly name = "CsvHeaderWrong";

  constructor(expected: readonly string[], found: readonly string[]) {
    super(`the header is ${found.join(",") || "missing"} in place of ${expected.join(",")}`);
  }
}

/** A record may hold newlines inside quotes, but not this many lines: behind a quote that is never closed, reading goes on. */
const mostLinesOfARecord = 50;
/** When so many characters hold no end of a record, a quote is missing somewhere: the lines are then read one by one. */
const mostWithoutAnEnd = 1 << 18;

/**
 * The records of a CSV file behind its header: UTF-8 with or without BOM, `""` for a quote, newlines inside quotes, blank lines left out.
 * @throws CsvHeaderWrong before the first batch when the header is another one
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, format: CsvFormat): AsyncGenerator<CsvBatch> {
  const decoder = new StringDecoder("utf8");
  const reader = new RecordReader(format);
  for await (const chunk of chunks) {
    const batch = reader.read(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    if (batch.rows.length + batch.faults.length > 0) yield batch;
  }
  yield reader.end(decoder.end());
}

class RecordReader {
  #rest = "";
  #line = 1;
  #headerSeen = false;

  constructor(private readonly format: CsvFormat) {}

  read(text: string): CsvBatch {
    this.#rest += text;
    const end = endOfLastRecord(this.#rest);
    if (end === 0)
      return this.#rest.length > mostWithoutAnEnd
        ? this.#lineByLine(this.#take(this.#rest.lastIndexOf("\n") + 1), false)
        : nothing;
    return this.#records(this.#take(end));
  }

  end(text: string): CsvBatch {
    const batch = this.#lineByLine(this.#take((this.#rest += text).length), true);
    if (!this.#headerSeen) throw new CsvHeaderWrong(this.format.header, []);
    return batch;
  }

  #take(length: number): string {
    const taken = this.#rest.slice(0, length);
    this.#rest = this.#rest.slice(length);
    return taken;
  }

  /** The quick way, for text that ends where a record ends. */
  #records(text: string): CsvBatch {
    if (text.includes("\uFFFD")) return this.#lineByLine(text, true);
    let records: string[][];
    try {
      records = this.#parse(text);
    } catch {
      return this.#lineByLine(text, true);
    }
    const rows: CsvRow[] = [];
    const isPlain = newlines(text) === records.length;
    for (const values of records) {
      const lines = isPlain ? 1 : 1 + values.reduce((count, value) => count + newlines(value), 0);
      if (values.length > 1 || values[0] !== "") rows.push({ line: this.#line, values });
      this.#line += lines;
    }
    return { rows: this.#withoutHeader(rows), faults: [] };
  }

  /** The careful way: a record is as few lines as parse; where none do, the first of them is bad and the next line has its chance. */
  #lineByLine(text: string, isWhole: boolean): CsvBatch {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const rows: CsvRow[] = [];
    const faults: CsvFault[] = [];
    for (let next = 0; next < lines.length;) {
      const record = this.#recordAt(lines, next);
      if (record === null && !isWhole && next + mostLinesOfARecord > lines.length) {
        this.#rest = lines.slice(next).join("") + this.#rest;
        break;
      }
      const { values, length, reason } = record ?? { values: null, length: 1, reason: looseQuote };
      if (values === null) faults.push({ line: this.#line, reason: reason ?? "no CSV" });
      else if (values.length > 1 || values[0] !== "") rows.push({ line: this.#line, values });
      this.#line += length;
      next += length;
    }
    return { rows: this.#withoutHeader(rows), faults };
  }

  #recordAt(
    lines: readonly string[],
    start: number,
  ): { values: string[] | null; length: number; reason?: string } | null {
    let text = "";
    for (let length = 1; length <= mostLinesOfARecord && start + length <= lines.length; length += 1) {
      text += lines[start + length - 1] ?? "";
      if (!isEven(text)) continue;
      if (text.includes("\uFFFD")) return { values: null, length, reason: "holds bytes that are not UTF-8" };
      try {
        return { values: this.#parse(text)[0] ?? [""], length };
      } catch {
        return { values: null, length: 1, reason: looseQuote };
      }
    }
    return null;
  }

  #parse(text: string): string[][] {
    return parse(text, {
      delimiter: this.format.delimiter ?? ",",
      relax_column_count: true,
      bom: true,
      skip_empty_lines: false,
    });
  }

  #withoutHeader(rows: CsvRow[]): CsvRow[] {
    if (this.#headerSeen || rows.length === 0) return rows;
    const [header, ...others] = rows;
    const { header: expected } = this.format;
    const found = header?.values ?? [];
    if (found.length !== expected.length || found.some((name, place) => name !== expected[place]))
      throw new CsvHeaderWrong(expected, found);
    this.#headerSeen = true;
    return others;
  }
}

const looseQuote = "a quote stands inside a value or is never closed";
const nothing: CsvBatch = { rows: [], faults: [] };
const quote = 34;
const newline = 10;

/** Where the last line ends at which no quote is open; 0 where there is none. */
function endOfLastRecord(text: string): number {
  let open = false;
  let end = 0;
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charCodeAt(place);
    if (character === quote) open = !open;
    else if (character === newline && !open) end = place + 1;
  }
  return end;
}

function isEven(text: string): boolean {
  let open = false;
  for (let place = text.indexOf('"'); place >= 0; place = text.indexOf('"', place + 1)) open = !open;
  return !open;
}

function newlines(value: string): number {
  let count = 0;
  for (let place = value.indexOf("\n"); place >= 0; place = value.indexOf("\n", place + 1)) count += 1;
  return count;
}
