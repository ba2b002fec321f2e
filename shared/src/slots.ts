/** Lets so many do something at once; the others wait in the order in which they came, but not for ever. */

/** Nobody left within the time that one may wait for a place. */
export class NoSlot extends Error {
  override readonly name = "NoSlot";
}

/** Some places, one for each who is at work. */
export class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  /** @param milliseconds how long one waits for a place at most */
  constructor(
    places: number,
    private readonly milliseconds: number,
  ) {
    this.#free = places;
  }

  /** Does work when there is a place. Errors: NoSlot; those of the work. */
  async within<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new NoSlot(`no place within ${this.milliseconds} ms`));
      }, this.milliseconds);
      this.#waiting.add(enter);
    });
  }

  /** The place goes to who waited longest. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
