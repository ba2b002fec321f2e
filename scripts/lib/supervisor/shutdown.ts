/** Ends what was begun, in the opposite order, once: at a signal, at a fault, or when asked. */
export class Shutdown {
  readonly #steps: (() => void | Promise<void>)[] = [];
  #ending: Promise<void> | undefined;

  /** Whether it has begun: what fails from then on fails because of it. */
  get hasBegun(): boolean {
    return this.#ending !== undefined;
  }

  /** Remembers how to end something; what was added last ends first. */
  add(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /** Ends everything. One that cannot be ended does not keep the others. */
  end(): Promise<void> {
    this.#ending ??= this.#run();
    return this.#ending;
  }

  async #run(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  }
}

/**
 * Ends everything, then the process, at Ctrl-C, `kill` and a closing terminal.
 * @param onBegin told once, with a word why
 * @returns does the same on another ground
 */
export function endOnSignal(
  shutdown: Shutdown,
  onBegin: (why: string) => void,
): (why: string, exitCode: number) => void {
  const begin = (why: string, exitCode: number): void => {
    // Package managers pass Ctrl-C on to us although the terminal has told us already; the end is bounded anyway.
    if (shutdown.hasBegun) return;
    onBegin(why);
    void shutdown.end().finally(() => process.exit(exitCode));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => begin(signal, 0));
  return begin;
}
