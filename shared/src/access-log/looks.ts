/**
 * What one request looked at: whom, which categories, and whether it was served. Collected by the guard while the answer is made; written to
 * the log before the answer leaves (design 6). Categories, never values.
 */
import { isUuid } from "../ids.js";
import { openingRelations } from "../visibility/access-matrix.js";
import type { Subject } from "../visibility/may-read.js";

/** How a look ended. */
export type LookResult = "SERVED" | "PARTIAL" | "WITHHELD" | "ERROR";

/** What a request did to a person's data. */
export type LookAction = "READ" | "WRITE";

/** Why parts of a look are blank to who is told of it. One code for all reasons: which one it is, is what is not told. */
export type LookRestriction = "RESTRICTED";

/** One subject of one request. A look at a row of a person through an enterprise names both. */
export interface Look {
  /** The id as the row has it; a merge of two files does not rewrite it. */
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  /** Categories that were served, sorted. */
  readonly categories: readonly string[];
  /** Categories that were asked and withheld, sorted. */
  readonly withheld: readonly string[];
  /** How many rows were served. */
  readonly records: number;
  readonly result: LookResult;
}

/** Whom a look names. */
export type Named = Pick<Look, "entrepreneurId" | "enterpriseNumber">;

interface Notes {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly served: Set<string>;
  readonly withheld: Set<string>;
  readonly rows: Set<unknown>;
  /** Categories that a row of an act of this request already says were served. */
  readonly told: Set<string>;
}

/** An act on somebody's data: done, or refused. */
export interface Act {
  readonly subject: Subject;
  readonly category: string;
  /** How many rows it made or changed; null where it was refused. */
  readonly records: number | null;
}

/** Puts an act in the log: resolves when the row is there for good, rejects where it cannot be. */
export type LogAct = (act: Act) => Promise<void>;

/** An act as a look; null where it is about nobody. */
export function lookOfAct({ subject, category, records }: Act): Look | null {
  const looks = new Looks();
  looks.note(subject, category, records !== null, null);
  const [look] = looks.all();
  return look ? { ...look, records: records ?? 0 } : null;
}

/** Collects the looks of one request. Costs a look-up in a map per field: it is called for every personal field. */
export class Looks {
  readonly #notes = new Map<string, Notes>();

  /** @param onNamed called when somebody is first looked at, so that what the log needs to know is asked while the answer is made */
  constructor(private readonly onNamed: (named: Named) => void = () => undefined) {}

  /** Notes one field of one row; `row` is null where a list was served empty. What is about nobody is no look at a person. */
  note(subject: Subject, category: string, served: boolean, row: unknown): void {
    // What is no id names nobody.
    const person = subject.entrepreneurId && isUuid(subject.entrepreneurId) ? subject.entrepreneurId : null;
    const enterprise = subject.enterpriseNumber ?? null;
    if (person === null && enterprise === null) return;
    const notes = this.#of(person, person === null || isMandatarys(category) ? enterprise : null);
    if (served && notes.told.has(category)) return;
    (served ? notes.served : notes.withheld).add(category);
    if (served && row !== null) notes.rows.add(row);
  }

  /** That the log already has this person's category in a row of an act: what the act's answer shows of it needs no other. */
  told(entrepreneurId: string, categories: readonly string[]): void {
    for (const category of categories) this.#of(entrepreneurId, null).told.add(category);
  }

  /** Everybody who was looked at. `failed`: the request brought an error that is none of visibility's. */
  all(failed = false): Look[] {
    const noted = [...this.#notes.values()].filter(({ served, withheld }) => served.size + withheld.size > 0);
    return noted.map(({ entrepreneurId, enterpriseNumber, served, withheld, rows }) => ({
      entrepreneurId,
      enterpriseNumber,
      categories: [...served].sort(),
      withheld: [...withheld].sort(),
      records: rows.size,
      result: failed ? "ERROR" : resultOf(served.size, withheld.size),
    }));
  }

  #of(person: string | null, enterprise: string | null): Notes {
    const key = `${person ?? ""} ${enterprise ?? ""}`;
    const known = this.#notes.get(key);
    if (known) return known;
    this.onNamed({ entrepreneurId: person, enterpriseNumber: enterprise });
    const notes: Notes = {
      entrepreneurId: person,
      enterpriseNumber: enterprise,
      served: new Set(),
      withheld: new Set(),
      rows: new Set(),
      told: new Set(),
    };
    this.#notes.set(key, notes);
    return notes;
  }
}

/**
 * Whether those with a mandate in the enterprise may know of a look at this category of a person's row that names it. A look at a difficulty
 * case tells of difficulty: it is shown to the person alone.
 */
function isMandatarys(category: string): boolean {
  return openingRelations(category).includes("MANDATARY");
}

function resultOf(served: number, withheld: number): LookResult {
  if (withheld === 0) return "SERVED";
  return served === 0 ? "WITHHELD" : "PARTIAL";
}
