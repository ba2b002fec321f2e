/**
 * Sessions that were ended by signing out, so that a copied cookie opens nothing either. Known to this copy of the gateway at once; shared with
 * the others through the spine's database, which they ask every few seconds. A restart asks it first.
 */
import { createHash } from "node:crypto";
import type { EndedSession } from "@parcours/shared/identity/ended-sessions";

/** Tells the spine what was ended here, and answers all that is ended anywhere; null where it is silent. */
export type ShareEnded = (ended: readonly EndedSession[]) => Promise<readonly EndedSession[] | null>;

/** How often the others' are asked for, in milliseconds: as long a copied cookie may live at another copy of the gateway. */
const askEvery = 5_000;
/** The most that wait to be told: far above what one copy ends while a token lives. */
const mostUntold = 10_000;

/** The sessions that were ended and are not over. */
export class EndedSessions {
  readonly #ended = new Map<string, number>();
  #untold: readonly EndedSession[] = [];
  #share: ShareEnded = async () => null;
  #timer: NodeJS.Timeout | undefined;

  /** Begins to share, and waits for the first answer or silence. */
  async start(share: ShareEnded, every = askEvery): Promise<void> {
    this.#share = share;
    await this.exchange();
    this.#timer = setInterval(() => void this.exchange(), every);
    this.#timer.unref();
  }

  /** Ends sharing. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** Whether a session was ended, by its random id. */
  has(id: string): boolean {
    return this.#ended.has(digestOf(id));
  }

  /** Ends a session here, and tells the others. `until`: when it ends by itself, seconds since 1970. Never throws: who is silent is told later. */
  async end(id: string, until: number): Promise<void> {
    const ended = { digest: digestOf(id), until: Math.ceil(until) };
    this.#ended.set(ended.digest, ended.until);
    this.#untold = [...this.#untold, ended].slice(-mostUntold);
    await this.exchange();
  }

  /** Tells and asks once. */
  async exchange(now = Date.now() / 1_000): Promise<void> {
    const told = this.#untold;
    const all = await this.#share(told).catch(() => null);
    if (all) {
      this.#untold = this.#untold.filter((ended) => !told.includes(ended));
      for (const { digest, until } of all) this.#ended.set(digest, until);
    }
    // What is over is refused as over: nobody needs to remember it.
    for (const [digest, until] of this.#ended) if (until <= now) this.#ended.delete(digest);
    this.#untold = this.#untold.filter(({ until }) => until > now);
  }
}

function digestOf(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}
