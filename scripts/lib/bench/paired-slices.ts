/** Two contenders measured side by side: only ratios inside one run mean anything on a machine whose speed drifts. */
import { medianInterval, type Interval } from "./statistics.js";

/** One slice of each contender, taken next to each other. */
export type Pair<Result> = readonly [first: Result, second: Result];

/**
 * Takes slices in the order A B B A A B B A…, so that neither a drift of the machine nor coming second counts against one of the two.
 * @param take takes one slice of the first (0) or the second (1) contender
 */
export async function pairedSlices<Result>(
  pairs: number,
  take: (contender: 0 | 1) => Promise<Result>,
): Promise<Pair<Result>[]> {
  const taken: Pair<Result>[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) {
      const first = await take(0);
      taken.push([first, await take(1)]);
    } else {
      const second = await take(1);
      taken.push([await take(0), second]);
    }
  }
  return taken;
}

/** The median of the first contender's figure over the second's, pair by pair, with its interval. */
export function ratioOf<Result>(pairs: readonly Pair<Result>[], figure: (result: Result) => number): Interval {
  return medianInterval(pairs.map(([first, second]) => figure(first) / figure(second)));
}
