/** What others than a chain's own rows know of it: later chains know its end, daily roots the end of each day. */
import type { ChainHead } from "@parcours/shared/access-log/log-row";

/** Somebody's word for one row of a chain. */
export interface Voucher {
  readonly position: number;
  readonly hash: string;
  /** For people: `a later chain`, `the daily root of 2026-01-31`. */
  readonly witness: string;
}

/** All vouchers of one log, by chain. */
export class Vouchers {
  readonly #byChain = new Map<string, Map<string, Voucher>>();

  /** Adds what a witness knows. The same word of two witnesses is kept once. */
  add(heads: readonly ChainHead[], witness: string): void {
    for (const { chain, position, hash } of heads) {
      const ofChain = this.#byChain.get(chain) ?? new Map<string, Voucher>();
      this.#byChain.set(chain, ofChain);
      const key = `${position} ${hash}`;
      if (!ofChain.has(key)) ofChain.set(key, { position, hash, witness });
    }
  }

  /** Ids of all chains that somebody vouches for. */
  get chains(): readonly string[] {
    return [...this.#byChain.keys()];
  }

  /** The vouchers of a chain by position, lowest first. */
  of(chain: string): readonly Voucher[] {
    return [...(this.#byChain.get(chain)?.values() ?? [])].sort((a, b) => a.position - b.position);
  }
}
