/**
 * How long an answer may still take. The clock starts with the first question to a subgraph: what goes before is the gateway's own
 * work on the text, and planning an operation for the first time must not be taken for agencies that do not answer.
 */
export class Deadline {
  #end: number | undefined;

  constructor(private readonly milliseconds: number) {}

  /** Milliseconds left; none where it is over. */
  left(): number {
    this.#end ??= performance.now() + this.milliseconds;
    return Math.max(0, Math.floor(this.#end - performance.now()));
  }
}
