/** Writes rows into a table by `COPY`, the quickest way in, as fast as the server takes them and no faster. */
import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** What a column may be given. A date is `YYYY-MM-DD`. */
export type CopyValue = string | number | bigint | boolean | null;

/** An open `COPY … FROM STDIN`. Nothing else may run on its connection until it has ended. */
export class CopyRows {
  readonly #stream;
  #failure: Error | null = null;

  /** @param client connection to write on; @param table table name, trusted; @param columns in the order of each row's values */
  constructor(client: pg.Client, table: string, columns: readonly string[]) {
    this.#stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
    this.#stream.on("error", (error: Error) => (this.#failure = error));
  }

  /** Writes rows; resolves when there is room for more. @throws the server's error, also that of an earlier write */
  async write(rows: readonly (readonly CopyValue[])[]): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (rows.length > 0 && !this.#stream.write(rows.map(copyLine).join(""))) await once(this.#stream, "drain");
  }

  /** Ends the copy and waits until the server has taken every row. */
  async end(): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.#stream.end();
    await once(this.#stream, "finish");
  }
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** One row in COPY's text format. A NUL, which PostgreSQL cannot hold, is left out. */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(copyValue).join("\t")}\n`;
}

function copyValue(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value !== "string") return String(value);
  const text = value.includes("\0") ? value.replaceAll("\0", "") : value;
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text;
}
