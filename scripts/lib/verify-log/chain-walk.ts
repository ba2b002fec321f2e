/**
 * Walks the rows of one chain in order and tells what is wrong with which. Each row holds the hash before it and its own: so a row that was
 * changed does not fit its own hash, and one that was changed with its hash does not fit the next row.
 */
import { chainedHash, type LogRow } from "@parcours/shared/access-log/log-row";
import type { Faults } from "./faults.js";
import type { Voucher } from "./vouchers.js";

/** A row as it is stored. */
export interface StoredRow extends LogRow {
  readonly position: number;
  /** Hexadecimal, as is `hash`. */
  readonly previous: string;
  readonly hash: string;
}

/** The days that are closed by a root. */
export interface ClosedDays {
  /** The newest, as days since 1970; nothing is closed where it is -1. */
  readonly newest: number;
  /** The last position of a chain in a closed day; undefined where the root of that day does not know the chain. */
  lastOf(day: number, chain: string): number | undefined;
}

/** A chain's beginning. */
export interface Beginning {
  readonly id: string;
  readonly hash: string;
}

const dayMilliseconds = 86_400_000;

/** How many places are tried for rows that do not fit theirs, over a whole verification. */
export class PlaceSearch {
  #left = 2_000_000;

  /** At which other position a row fits its own hash; null where at none that was tried, nearest first. */
  placeOf(row: StoredRow, most: number): number | null {
    for (let distance = 1; distance < most; distance += 1) {
      for (const place of [row.position - distance, row.position + distance]) {
        if (place < 1 || place > most) continue;
        if ((this.#left -= 1) < 0) return null;
        if (chainedHash(row.previous, place, row) === row.hash) return place;
      }
    }
    return null;
  }
}

/** One walk. Give it the rows by position, then say that it ended. */
export class ChainWalk {
  /** Where the walk stands: the last row seen. */
  #position = 0;
  #hash: string;
  /** Whether that row was found faulty: then what does not fit it is no news. */
  #isFaulty = false;
  #nextVoucher = 0;

  constructor(
    private readonly chain: Beginning,
    private readonly vouchers: readonly Voucher[],
    private readonly closed: ClosedDays,
    private readonly faults: Faults,
    private readonly search: PlaceSearch,
    /** The last position of the chain, as far as is known: where a row that is out of place may belong. */
    private readonly most: number,
  ) {
    this.#hash = chain.hash;
    this.#checkVouchers(0);
  }

  /** The next row by position. */
  row(row: StoredRow): void {
    const { position } = row;
    const follows = position === this.#position + 1;
    if (!follows) this.faults.rows(this.chain.id, "MISSING", this.#position + 1, position - 1);
    const fits = chainedHash(row.previous, position, row) === row.hash;
    if (fits && follows && row.previous !== this.#hash && !this.#isFaulty) this.#tellBefore();
    if (!fits) this.#tellMisfit(row);
    else this.#checkDay(row);
    this.#position = position;
    this.#hash = row.hash;
    this.#isFaulty = !fits;
    this.#checkVouchers(position);
  }

  /** After the last row. */
  end(): void {
    const last = this.vouchers.at(-1);
    if (last && last.position > this.#position)
      this.faults.tell(`the end of chain ${this.chain.id} is missing (${last.witness} knew ${last.position} rows)`);
  }

  /** This row is whole and says that the one before had another hash: that one was rewritten with its hash. */
  #tellBefore(): void {
    if (this.#position > 0) this.faults.rows(this.chain.id, "CHANGED", this.#position);
    else this.faults.tell(`the beginning of chain ${this.chain.id} was changed`);
  }

  #tellMisfit(row: StoredRow): void {
    const place = this.search.placeOf(row, this.most);
    this.faults.rows(this.chain.id, place === null ? "CHANGED" : "OUT_OF_ORDER", row.position);
  }

  /** Nothing comes to a day that its root has closed. */
  #checkDay({ at, position }: StoredRow): void {
    const day = Math.floor(at.getTime() / dayMilliseconds);
    if (day > this.closed.newest || position <= (this.closed.lastOf(day, this.chain.id) ?? 0)) return;
    const name = new Date(day * dayMilliseconds).toISOString().slice(0, 10);
    this.faults.rows(this.chain.id, "ADDED", position, position, ` after the daily root had closed ${name}`);
  }

  #checkVouchers(position: number): void {
    for (; ; this.#nextVoucher += 1) {
      const voucher = this.vouchers[this.#nextVoucher];
      if (!voucher || voucher.position > position) return;
      // A row that is missing is told as missing, one that does not fit itself as changed.
      if (voucher.position < position || this.#isFaulty || voucher.hash === this.#hash) continue;
      this.faults.tell(
        position === 0
          ? `the beginning of chain ${this.chain.id} is another than ${voucher.witness} knew`
          : `chain ${this.chain.id} row ${position} is another than ${voucher.witness} knew: it, or what leads to it, was rewritten with all hashes`,
      );
    }
  }
}
