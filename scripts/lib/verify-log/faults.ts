/** What a verification found, told in sentences: neighbouring rows with the same fault are one sentence. */

/** What may be wrong with a row. */
export type RowFault = "CHANGED" | "MISSING" | "OUT_OF_ORDER" | "ADDED";

/** A run of rows of one chain with the same fault. */
interface Run {
  readonly chain: string;
  readonly fault: RowFault;
  /** What the sentence ends with. */
  readonly note: string;
  readonly first: number;
  last: number;
}

/** As many as a person reads; the rest is counted. */
const mostTold = 500;

const verbs: Readonly<Record<RowFault, readonly [one: string, many: string]>> = {
  CHANGED: ["was changed", "were changed"],
  MISSING: ["is missing", "are missing"],
  OUT_OF_ORDER: ["is out of order", "are out of order"],
  ADDED: ["was added", "were added"],
};

/** Collects faults of one subgraph's log. */
export class Faults {
  readonly #told: string[] = [];
  #count = 0;
  #run: Run | null = null;

  constructor(private readonly subgraph: string) {}

  /** A fault of rows; joined to the one before where they are neighbours. */
  rows(chain: string, fault: RowFault, first: number, last = first, note = ""): void {
    const run = this.#run;
    const joins = run?.chain === chain && run.fault === fault && run.note === note && run.last === first - 1;
    if (run && joins) run.last = last;
    else {
      this.#endRun();
      this.#run = { chain, fault, note, first, last };
    }
  }

  /** Any other fault, as a sentence without its subject: `chain … is missing`. */
  tell(sentence: string): void {
    this.#endRun();
    const told = `${this.subgraph}: ${sentence}`;
    if (this.#told.includes(told)) return;
    this.#count += 1;
    if (this.#told.length < mostTold) this.#told.push(told);
  }

  /** All of them, in order. */
  all(): readonly string[] {
    this.#endRun();
    const more = this.#count - this.#told.length;
    return more > 0 ? [...this.#told, `${this.subgraph}: and ${more} more`] : this.#told;
  }

  #endRun(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = null;
    const [one, many] = verbs[run.fault];
    const what = run.first === run.last ? `row ${run.first} ${one}` : `rows ${run.first} to ${run.last} ${many}`;
    this.tell(`chain ${run.chain} ${what}${run.note}`);
  }
}
