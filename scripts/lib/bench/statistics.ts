/** What may be said of measurements on a machine that others use too: medians, and the interval that holds them. Pure. */

/** A median with the interval that holds it 19 times out of 20. */
export interface Interval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Whether a target is reached: only where the whole interval says so. */
export type Verdict = "met" | "missed" | "inconclusive";

/** The middle value; the mean of the two middle ones of an even number. @throws RangeError where there is none */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length / 2;
  const above = sorted[Math.floor(middle)];
  if (above === undefined) throw new RangeError("no values, no median");
  return Number.isInteger(middle) ? (above + (sorted[middle - 1] ?? above)) / 2 : above;
}

/** The value below which a share of sorted values lies; `share` from 0 to 1. NaN where there are none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * The median and its 95 % interval by order statistics: it asks nothing of how the values are spread, so a neighbour's burst that slows
 * one slice widens it and does not shift it. With fewer than six values even the whole range is surer of less than 95 %.
 */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = ascending(values);
  const outside = lowestRank(sorted.length);
  return {
    median: median(sorted),
    low: sorted[outside] ?? Number.NaN,
    high: sorted[sorted.length - 1 - outside] ?? Number.NaN,
  };
}

/** Whether something is at least its target. */
export function atLeast({ low, high }: Interval, target: number): Verdict {
  if (low >= target) return "met";
  return high < target ? "missed" : "inconclusive";
}

/** Whether something is at most its target. */
export function atMost({ low, high }: Interval, target: number): Verdict {
  if (high <= target) return "met";
  return low > target ? "missed" : "inconclusive";
}

/** The same interval with fewer digits, for people: `digits` behind the point. */
export function rounded({ median: middle, low, high }: Interval, digits: number): Interval {
  const round = (value: number): number => Number(value.toFixed(digits));
  return { median: round(middle), low: round(low), high: round(high) };
}

/** How many values may be left out at each end: as many as leave at most 2.5 % for the median to lie beyond. */
function lowestRank(count: number): number {
  let rank = 0;
  let chance = 0.5 ** count;
  let beyond = chance;
  while (rank < count / 2) {
    chance *= (count - rank) / (rank + 1);
    if (beyond + chance > 0.025) break;
    beyond += chance;
    rank += 1;
  }
  return beyond > 0.025 ? 0 : rank;
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
