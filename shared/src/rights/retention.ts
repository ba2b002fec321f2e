/** Reads the hand-kept table of retention (`shared/retention.yaml`): how long each line of data is kept, on what basis, and what an erasure does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { LocalizedText } from "../languages.js";
import { accessMatrix } from "../visibility/access-matrix.js";

/** What a request for erasure does to a line; `retention.yaml` says it in words. */
export const erasures = ["ERASE", "WHEN_ENDED", "KEEP"] as const;

/** One of them. */
export type Erasure = (typeof erasures)[number];

/** One line of the table. */
export interface RetentionLine {
  readonly holds: string;
  /** Categories of the access matrix whose fields it holds. */
  readonly categories: readonly string[];
  /** How long a row is kept after its last date. */
  readonly years: number;
  readonly erasure: Erasure;
  /** The law or the reason on which it rests. */
  readonly basis: string;
  /** From when the years count, in words. */
  readonly counts: string;
  readonly labels: Required<LocalizedText>;
}

/** The whole table; a line that lacks something stops the process, for data would be kept too long or not long enough. */
export const retention: ReadonlyMap<string, RetentionLine> = readRetention(
  readFileSync(join(import.meta.dirname, "../../retention.yaml"), "utf8"),
);

/** Reads and checks a table. Throws an Error that names the line and what is wrong with it. */
export function readRetention(text: string): ReadonlyMap<string, RetentionLine> {
  const table = parse(text) as Record<string, Partial<RetentionLine> | null> | null;
  return new Map(Object.entries(table ?? {}).map(([code, line]) => [code, checked(code, line ?? {})]));
}

/** The line of a code. Throws where there is none: no line means that nothing may be kept. */
export function retentionOf(code: string): RetentionLine {
  const line = retention.get(code);
  if (!line) throw new Error(`no line "${code}" in shared/retention.yaml`);
  return line;
}

function checked(code: string, line: Partial<RetentionLine>): RetentionLine {
  const { holds, categories, years, erasure, basis, counts, labels } = line;
  const wrong = (what: string): Error => new Error(`retention: ${code} ${what}`);
  if (!holds || !basis || !counts) throw wrong("must say what it holds, from when it counts and on what it rests");
  if (!Array.isArray(categories)) throw wrong("must list its categories");
  const unknown = (categories as readonly string[]).filter((category) => !accessMatrix.has(category));
  if (unknown.length > 0) throw wrong(`names categories that do not exist: ${unknown.join(", ")}`);
  if (!Number.isInteger(years) || Number(years) < 1) throw wrong("must say for how many whole years it is kept");
  if (!erasure || !erasures.includes(erasure)) throw wrong(`must say what an erasure does: ${erasures.join(", ")}`);
  if (!labels?.fr || !labels.nl || !labels.en) throw wrong("lacks a label in French, Dutch or English");
  return { holds, categories, years: Number(years), erasure, basis, counts, labels };
}
