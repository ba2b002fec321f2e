/** How far long work is: share done, rate and time left, at most twice a second. */

/** Where progress is written: a terminal has its line rewritten, a log gets a line every few seconds. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const onTerminal = 500;
const inLog = 5000;

/** Progress of work whose size is known in bytes and which is counted in rows. */
export class Progress {
  readonly #start: number;
  #told: number;
  #rows = 0;
  #bytes = 0;

  constructor(
    private readonly totalBytes: number,
    private readonly output: ProgressOutput,
    private readonly now: () => number = Date.now,
  ) {
    this.#start = this.#told = now();
  }

  /** Rows dealt with so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Counts what was read. Bytes and rows may come separately. */
  add({ bytes = 0, rows = 0 }: { readonly bytes?: number; readonly rows?: number }): void {
    this.#bytes += bytes;
    this.#rows += rows;
  }

  /** Tells how far it is, if it is time to. @param doing what is under way: `activity.csv` */
  tell(doing: string): void {
    const now = this.now();
    if (now - this.#told < (this.output.isTTY ? onTerminal : inLog)) return;
    this.#told = now;
    const line = progressLine(doing, {
      rows: this.#rows,
      done: this.#bytes / this.totalBytes,
      seconds: (now - this.#start) / 1000,
    });
    this.output.write(this.output.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }

  /** Leaves the line that a terminal was rewriting. */
  clear(): void {
    if (this.output.isTTY) this.output.write("\r\u001b[K");
  }

  /** Seconds since the beginning. */
  get seconds(): number {
    return (this.now() - this.#start) / 1000;
  }
}

/** `activity.csv: 1,250,000 rows, 41 %, 310,000 rows/s, 6 s left`. */
export function progressLine(
  doing: string,
  { rows, done, seconds }: { readonly rows: number; readonly done: number; readonly seconds: number },
): string {
  const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
  const left = done > 0 && done < 1 ? `, ${duration((seconds * (1 - done)) / done)} left` : "";
  return `${doing}: ${rows.toLocaleString("en")} rows, ${Math.round(Math.min(done, 1) * 100)} %, ${rate.toLocaleString("en")} rows/s${left}`;
}

/** `45 s`, `3 min 20 s`, `1 h 05 min`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, "0")} min`;
}
