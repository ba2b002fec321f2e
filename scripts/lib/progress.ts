/** Tells a person at a terminal, or a log, how far a long command is: one line for each step with the time it took. */

/** A step's way to say how far it is: shown in place on a terminal, now and then in a log. */
export type Detail = (text: string) => void;

/** How often a step's details are written where lines cannot be overwritten, in milliseconds. */
const logInterval = 5_000;

/** Prints steps to a stream. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream = process.stdout) {
    this.#stream = stream;
    // A pipe whose reader has gone must not end a running system.
    stream.on("error", () => undefined);
  }

  /** Writes one line. */
  line(text = ""): void {
    this.#stream.write(`${text}\n`);
  }

  /**
   * Runs one step and prints its line.
   * @param title what it does, in a few words
   * @param summary what to print of its result
   */
  async step<Result>(
    title: string,
    work: (detail: Detail) => Promise<Result>,
    summary: (result: Result) => string = () => "",
  ): Promise<Result> {
    const started = Date.now();
    const label = `  ${title.padEnd(24)}`;
    const detail = this.#detail(label);
    detail("…");
    try {
      const result = await work(detail);
      this.#overwrite(`${label}${summary(result).padEnd(44)} ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
      return result;
    } catch (error) {
      this.#overwrite(`${label}failed\n`);
      throw error;
    }
  }

  #detail(label: string): Detail {
    let last = Date.now();
    return (text) => {
      if (this.#stream.isTTY) return this.#overwrite(`${label}${text}`);
      if (Date.now() - last < logInterval) return;
      last = Date.now();
      this.#stream.write(`${label}${text}\n`);
    };
  }

  /** On a terminal the line of the running step is replaced. */
  #overwrite(text: string): void {
    this.#stream.write(this.#stream.isTTY ? `\r\u001b[2K${text}` : text);
  }
}
