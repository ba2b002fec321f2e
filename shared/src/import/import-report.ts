/** What an import tells of the rows it could not use: each with file, line and reason, and all of them counted. */

/** How many rows of one file are named; what comes on top is counted only, so that a broken file does not bury the summary. */
const mostNamed = 1000;

/** Collects the faults of one import. */
export class ImportReport {
  readonly #counts = new Map<string, number>();

  /** @param tell is given one line for each row: `contact.csv:12: the enterprise number 0200.065.766 has wrong check digits` */
  constructor(private readonly tell: (line: string) => void) {}

  /** A row that was left out. */
  fault(file: string, line: number, reason: string): void {
    const count = this.faultsOf(file) + 1;
    this.#counts.set(file, count);
    if (count <= mostNamed) this.tell(`${file}:${line}: ${reason}`);
    if (count === mostNamed)
      this.tell(`${file}: more than ${mostNamed} bad rows; the others are counted and not named`);
  }

  /** How many rows of a file were left out. */
  faultsOf(file: string): number {
    return this.#counts.get(file) ?? 0;
  }

  /** How many rows were left out in all. */
  get faults(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
