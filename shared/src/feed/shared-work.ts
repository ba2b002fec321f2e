/** Work that many ask for and that need not be done for each. */

/** Runs one piece of work at a time. Who asks while it runs shares the next run with the others: that one begins after all of them asked. */
export class SharedWork<Result> {
  #running: Promise<Result> | undefined;
  #next: Promise<Result> | undefined;

  constructor(private readonly work: () => Promise<Result>) {}

  /** A run that begins after the call. Errors: those of the work, for everyone who shares it. */
  run(): Promise<Result> {
    if (!this.#running) return this.#begin();
    this.#next ??= this.#running.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  #begin(): Promise<Result> {
    this.#next = undefined;
    const run = this.work().finally(() => {
      // The next run may have begun already: it is not this one's to forget.
      if (this.#running === run) this.#running = undefined;
    });
    this.#running = run;
    return run;
  }
}
