/** PostgreSQL's COPY text format: one line a row, tab between columns, `\N` for null. */
import type { ColumnValue } from "@parcours/shared/demonstration/loader";

/** What stands for a character that would end a column or a line. A zero character has no place in PostgreSQL's text: it is left out. */
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\u0000": "" };
const reserved = new RegExp(
  `[${Object.keys(escapes)
    .map((character) => (character === "\\" ? "\\\\" : character))
    .join("")}]`,
  "g",
);

/** One row as a line, line end included. */
export function copyLine(values: readonly ColumnValue[]): string {
  return `${values.map(copyColumn).join("\t")}\n`;
}

function copyColumn(value: ColumnValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} is no number for a database`);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  return escaped(
    Array.isArray(value) ? arrayText(value) : JSON.stringify((value as { readonly json: unknown }).json, plainBigint),
  );
}

/** An array as PostgreSQL writes it: every element quoted, so that none can be taken for a null or a brace. */
function arrayText(values: readonly ColumnValue[]): string {
  return `{${values.map(elementText).join(",")}}`;
}

function elementText(value: ColumnValue): string {
  if (value === null) return "NULL";
  if (Array.isArray(value)) return arrayText(value);
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === "object"
        ? JSON.stringify((value as { readonly json: unknown }).json, plainBigint)
        : String(value);
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** JSON has no bigint: cents go as digits in a string, which loses nothing. */
function plainBigint(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

function escaped(text: string): string {
  return text.replace(reserved, (character) => escapes[character] ?? "");
}
