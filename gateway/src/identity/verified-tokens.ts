/**
 * Tokens that were found good, so that a signature is verified once and not with each request: by their SHA-256, until they expire.
 * The table is bounded; what was used longest ago goes first.
 */
import { createHash } from "node:crypto";

/** What is kept of a token. */
export interface Kept {
  /** Seconds since 1970. */
  readonly expires: number;
}

/** A bounded table of verified tokens. The tokens themselves are not kept. */
export class VerifiedTokens<Value extends Kept> {
  // A Map remembers the order of insertion: the first is the one used longest ago.
  readonly #kept = new Map<string, Value>();

  constructor(private readonly most = 10_000) {}

  /** What was kept of a token, where it is still valid. `now` in seconds since 1970. */
  find(token: string, now: number): Value | undefined {
    const key = keyOf(token);
    const value = this.#kept.get(key);
    if (!value) return undefined;
    this.#kept.delete(key);
    if (value.expires <= now) return undefined;
    this.#kept.set(key, value);
    return value;
  }

  /** Keeps what a token says. */
  keep(token: string, value: Value): void {
    const key = keyOf(token);
    this.#kept.delete(key);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, value);
  }

  /** Forgets a token. */
  forget(token: string): void {
    this.#kept.delete(keyOf(token));
  }
}

function keyOf(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
