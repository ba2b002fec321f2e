/** What becomes of one row when its person asks to be erased. Pure; the table of cases is beside it. Source: GDPR 17(1) and (3). */
import type { RetainedTable } from "./retained-table.js";
import type { RetentionLine } from "./retention.js";

/** What becomes of a row. */
export type Fate =
  | { readonly does: "ERASE" }
  /** An enterprise holds it: the row stays, the person goes out of it. */
  | { readonly does: "UNNAME" }
  /**
   * @property until last day it is kept; null where that is not known yet, for the help runs
   * @property later what becomes of it when the help has ended: it is noted, and `retain` does it; null where the law's years end it
   */
  | { readonly does: "KEEP"; readonly until: string | null; readonly later: LaterFate | null };

/** What becomes later of a row that is kept while help runs. */
export type LaterFate = "ERASE" | "UNNAME" | "EMPTY";

/** What decides it of a row. */
export interface ErasableRow {
  /** `YYYY-MM-DD`; null while the help runs. */
  readonly lastDate: string | null;
  /** The enterprise that holds it, if one does. */
  readonly enterpriseNumber: string | null;
}

/** What decides it besides. */
export interface ErasureTerms {
  readonly line: Pick<RetentionLine, "erasure" | "years">;
  readonly table: Pick<RetainedTable, "unnamed" | "emptiedAtEnd">;
  readonly today: string;
  /** Numbers of enterprises that are the person: what a sole trader's enterprise holds, the person holds. */
  readonly ownEnterprises: readonly string[];
}

/** The fate of a row by its own columns. */
export function fateOf({ lastDate, enterpriseNumber }: ErasableRow, terms: ErasureTerms): Fate {
  const { line, table, today, ownEnterprises } = terms;
  const isEnterprises = enterpriseNumber !== null && !ownEnterprises.includes(enterpriseNumber);
  const does = isEnterprises && table.unnamed ? "UNNAME" : "ERASE";
  const runs = lastDate === null || lastDate >= today;
  if (line.erasure === "WHEN_ENDED" && runs) return { does: "KEEP", until: lastDate, later: does };
  if (line.erasure === "KEEP") {
    const until = lastDate && yearsAfter(lastDate, line.years);
    if (until === null || until >= today)
      return { does: "KEEP", until, later: runs && table.emptiedAtEnd ? "EMPTY" : null };
  }
  return { does };
}

/** The fate of a row that hangs on another: the same, but what cannot be said without the person goes. */
export function fateOfChild(parent: Fate, table: Pick<RetainedTable, "unnamed" | "person">): Fate {
  return parent.does === "UNNAME" && table.person !== undefined && !table.unnamed ? { does: "ERASE" } : parent;
}

/** The same day some years later; 29 February becomes 28 February where there is none. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return `${String(year + years).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(Math.min(date, last)).padStart(2, "0")}`;
}
