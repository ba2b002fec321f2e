/** How far a copy is read: what one request may cost in memory and time. What a limit leaves out stands in the copy, with where to read on. */

import { DomainError } from "@parcours/shared/errors";
import { dossierExportErrors } from "./dossier-export.errors.js";

/** Why something was not read. */
export const cutReasons = ["SIZE", "TIME"] as const;

/** One of them. */
export type CutReason = (typeof cutReasons)[number];

/** A list, or an enterprise, of which not all is in a copy. */
export interface Cut {
  /** Where in the graph it stands: `entrepreneur.timeline`; `enterprise` where all of one is missing. */
  readonly source: string;
  /** Id of the record, or number of the enterprise, in which it stands; null for the person's own lists. */
  readonly within: string | null;
  /** Records of it that are in the copy. */
  readonly told: number;
  /** The cursor behind the last of them, for `after` of the same list; null where none was read. */
  readonly after: string | null;
  readonly reason: CutReason;
}

/** The limits. */
export interface ReadingLimits {
  /** Records of all lists together. */
  readonly mostRecords: number;
  /** Milliseconds for the whole copy. */
  readonly milliseconds: number;
}

/** Some 40 MB of records, and a minute: a hundred times the fullest dossier of a person; an accountant's enterprises may reach it. */
export const readingLimits: ReadingLimits = { mostRecords: 20_000, milliseconds: 60_000 };

/** Who asked has gone: what was read is for nobody. */
export class AskerGone extends DomainError {
  constructor() {
    super(dossierExportErrors.DOSSIER_EXPORT_ABANDONED);
  }
}

/** Counts what one copy costs. */
export class ReadingBudget {
  readonly cut: Cut[] = [];
  readonly #end: number;
  #records = 0;

  /** @param signal aborted when who asked has gone */
  constructor(
    private readonly limits: ReadingLimits,
    private readonly signal: AbortSignal,
  ) {
    this.#end = performance.now() + limits.milliseconds;
  }

  /** Why nothing more may be read; null where it may. @throws AskerGone */
  spent(): CutReason | null {
    if (this.signal.aborted) throw new AskerGone();
    if (this.#records >= this.limits.mostRecords) return "SIZE";
    return performance.now() >= this.#end ? "TIME" : null;
  }

  /** Records that were read. */
  read(records: number): void {
    this.#records += records;
  }
}
