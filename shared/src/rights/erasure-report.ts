/** What an owner answers to a request for erasure: line by line, what went, what stays and until when. Counts, never content. */
import { retentionOf } from "./retention.js";

/** One line of `retention.yaml`, as it went at one owner. */
export interface ErasedLine {
  /** Code of the line. */
  readonly line: string;
  /** Rows that are gone. */
  readonly erased: number;
  /** Rows of an enterprise that no longer name the person. */
  readonly unnamed: number;
  /** Rows that stay. */
  readonly kept: number;
  /** Last day on which any of them stays; null where none stays, where one stays until help that runs has ended, or where no age ends it. */
  readonly keptUntil: string | null;
  /** On what a row that stays rests; null where none does. */
  readonly basis: string | null;
}

/** An owner's whole answer. */
export interface ErasureReport {
  /** When it was done, UTC. */
  readonly erasedAt: string;
  readonly lines: readonly ErasedLine[];
}

interface Counts {
  erased: number;
  unnamed: number;
  readonly kept: (string | null)[];
}

/** Adds up what happens to rows, by line. */
export class ErasureCount {
  readonly #lines = new Map<string, Counts>();

  /** Rows that went, or lost the person. */
  gone(line: string, does: "erased" | "unnamed", rows: number): void {
    this.#of(line)[does] += rows;
  }

  /** A row that stays, and until when. */
  kept(line: string, until: string | null): void {
    this.#of(line).kept.push(until);
  }

  /** The report's lines; one of which nothing was found is not among them. */
  lines(): ErasedLine[] {
    return [...this.#lines].flatMap(([line, { erased, unnamed, kept }]) => {
      if (erased + unnamed + kept.length === 0) return [];
      const basis = kept.length > 0 ? retentionOf(line).basis : null;
      return [{ line, erased, unnamed, kept: kept.length, keptUntil: lastOf(kept), basis }];
    });
  }

  #of(line: string): Counts {
    const known = this.#lines.get(line) ?? { erased: 0, unnamed: 0, kept: [] };
    this.#lines.set(line, known);
    return known;
  }
}

function lastOf(days: readonly (string | null)[]): string | null {
  if (days.includes(null)) return null;
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}
