/** Chance that always falls the same way: one independent stream per (seed, purpose, index), so that no story depends on another's draws. */
import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";

/** Values with their weights; the weights need not add up to anything. */
export type Weights<T> = readonly (readonly [T, number])[];

/** A stream of chance. The 128 bits of its state come from a digest, because a 32-bit seed would repeat among millions of stories. */
export class Random {
  private readonly generator: JumpableRandomGenerator;

  constructor(seed: string, purpose: string, index: number) {
    const digest = createHash("sha256").update(`${seed}\u0000${purpose}\u0000${index}`).digest();
    this.generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  }

  /** 0 ≤ x < 1. */
  unit(): number {
    return (this.generator.next() >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from >= to ? from : uniformInt(this.generator, from, to);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of a list, each as likely. */
  pick<T>(list: readonly T[]): T {
    const value = list[this.int(0, list.length - 1)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  }

  /** One of a list, each as likely as its weight says. */
  weighted<T>(weights: Weights<T>): T {
    let rest = this.unit() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weights) {
      rest -= weight;
      if (rest < 0) return value;
    }
    const last = weights.at(-1);
    if (!last) throw new RangeError("nothing to weigh");
    return last[0];
  }

  /** Some of a list, each with this probability, and at least one. */
  some<T>(list: readonly T[], probability: number): readonly T[] {
    const chosen = list.filter(() => this.chance(probability));
    return chosen.length > 0 ? chosen : [this.pick(list)];
  }

  /** A skewed amount, as money is: log-normal with this mean; `spread` is the deviation of its logarithm. */
  skewed(mean: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
    return mean * Math.exp(spread * normal - (spread * spread) / 2);
  }

  /** The list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }
}
