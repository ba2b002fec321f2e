import type { LoadProcess, SliceSummary } from "../../lib/bench/load-process.js";
import { pairedSlices, ratioOf, type Pair } from "../../lib/bench/paired-slices.js";
import { median, rounded, type Interval } from "../../lib/bench/statistics.js";
import type { BenchSettings } from "./settings.js";

/** Two contenders by name: the first is divided by the second. */
export type Contenders = readonly [first: string, second: string];

/** What one contender did, over all slices of one level of load; times in milliseconds. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One level of load. */
export interface Level {
  readonly callers: number;
  /** Processes that wanted a processor in the minute before either contender was asked: others' work, which widens every interval. */
  readonly others: number;
}

/** Two contenders at one level of load. */
export interface Comparison extends Level {
  readonly throughput: Interval;
  readonly p50: Interval;
  readonly figures: Readonly<Record<string, Figures>>;
  /** Answers that were not what they should have been. */
  readonly wrong: number;
  /** Processor time that the load took for each answer of the second contender, in milliseconds: the quicker one suffers more from it. */
  readonly clientPerAnswer: number;
}

/** How long both are asked at a new level of load before it counts, in milliseconds. */
const settling = 1_000;

/** Measures two contenders side by side at one level of load. Warm them before. */
export async function compare(
  load: LoadProcess,
  contenders: Contenders,
  level: Level,
  settings: BenchSettings,
): Promise<Comparison> {
  const slice = (contender: 0 | 1, milliseconds: number): Promise<SliceSummary> =>
    load.slice(contenders[contender], { callers: level.callers, milliseconds });
  await slice(0, Math.min(settling, settings.sliceMilliseconds));
  await slice(1, Math.min(settling, settings.sliceMilliseconds));
  const pairs = await pairedSlices(settings.slices, (contender) => slice(contender, settings.sliceMilliseconds));
  return {
    ...level,
    throughput: rounded(
      ratioOf(pairs, ({ perSecond }) => perSecond),
      4,
    ),
    p50: rounded(
      ratioOf(pairs, ({ p50 }) => p50),
      4,
    ),
    figures: { [contenders[0]]: figuresOf(pairs, 0), [contenders[1]]: figuresOf(pairs, 1) },
    wrong: pairs.flat().reduce((sum, { wrong }) => sum + wrong, 0),
    clientPerAnswer: Number(median(pairs.map(([, second]) => second.clientPerAnswer)).toFixed(4)),
  };
}

/** Asks both for the time that compilers and caches need. */
export async function warmUp(load: LoadProcess, contenders: Contenders, settings: BenchSettings): Promise<void> {
  for (const contender of contenders)
    await load.slice(contender, { callers: 16, milliseconds: settings.warmUpMilliseconds });
}

function figuresOf(pairs: readonly Pair<SliceSummary>[], contender: 0 | 1): Figures {
  const of = (figure: (slice: SliceSummary) => number): number =>
    Number(median(pairs.map((pair) => figure(pair[contender]))).toFixed(3));
  return { perSecond: of(({ perSecond }) => perSecond), p50: of(({ p50 }) => p50), p99: of(({ p99 }) => p99) };
}
