/**
 * How long the answer to one fetch is waited for: until its deadline, or until the client leaves. An answer needs one for each fetch, and the
 * platform's own signals cost more than the rest of sending one.
 */
export class Patience {
  #isOver = false;
  #onEnd: (() => void) | undefined;

  /** Whether nobody waits any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Nobody waits any more: tells who is at work for it. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onEnd?.();
  }

  /** Who is at work now, in place of who was before. It is told at once where nobody waits any more. */
  onEnd(told: () => void): void {
    this.#onEnd = told;
    if (this.#isOver) told();
  }
}

/** Nobody waits for the answer any more. */
export class PatienceOver extends Error {
  override readonly name = "PatienceOver";
}
