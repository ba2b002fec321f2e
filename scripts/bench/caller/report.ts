import type { Machine } from "../../lib/bench/machine.js";
import { atLeast, atMost, type Interval, type Verdict } from "../../lib/bench/statistics.js";
import type { Comparison } from "./measure.js";
import type { BenchSettings } from "./settings.js";
import type { Filling } from "./world.js";

/** Ours makes at least this share of the reference's answers a second with 16 callers. */
const leastRatio16 = 0.15;
/** Among 100,000 entrepreneurs an answer takes at most this many times as long as among 1,000. */
const mostP50Ratio = 1.3;

/** That both contenders answered the same. */
export interface SameAnswers {
  /** How many numbers were asked, all of them of both. */
  readonly phones: number;
  /** Mean size of our answers, in bytes. */
  readonly meanBytes: number;
}

/** All that was found. */
export interface Findings {
  readonly settings: BenchSettings;
  readonly machine: Machine;
  readonly sameAnswers: SameAnswers;
  /** Ours against the reference, a level of load each. */
  readonly comparisons: readonly Comparison[];
  /** Ours among many against ours among few. */
  readonly sizes: readonly Comparison[];
  /** How long it took to fill the systems: few, many. */
  readonly fillings: readonly Filling[];
}

/** The bench's last line. Ratios are of answers a second, ours over the reference's; `p50Ratio100kTo1k` is of times. */
export interface Report extends Omit<Findings, "machine">, Machine {
  readonly bench: "caller";
  readonly ratioRest1: Interval;
  readonly ratioRest16: Interval;
  readonly ratioRest64: Interval;
  readonly p50Ratio100kTo1k: Interval;
  readonly targets: Readonly<Record<"ratioRest16" | "p50Ratio100kTo1k", string>>;
  readonly verdicts: Readonly<Record<"ratioRest16" | "p50Ratio100kTo1k" | "answers", Verdict>>;
  /** Whether every target is met by the whole of its interval, and every answer was right. */
  readonly ok: boolean;
}

/** Judges what was found. An interval that straddles its target is inconclusive, which is not ok. */
export function reportOf({ machine, ...findings }: Findings): Report {
  const { comparisons, sizes } = findings;
  const ratioRest16 = at(comparisons, 16).throughput;
  const p50Ratio100kTo1k = at(sizes, 16).p50;
  const wrong = [...comparisons, ...sizes].reduce((sum, comparison) => sum + comparison.wrong, 0);
  const verdicts = {
    ratioRest16: atLeast(ratioRest16, leastRatio16),
    p50Ratio100kTo1k: atMost(p50Ratio100kTo1k, mostP50Ratio),
    answers: wrong === 0 ? "met" : "missed",
  } as const;
  return {
    bench: "caller",
    ratioRest1: at(comparisons, 1).throughput,
    ratioRest16,
    ratioRest64: at(comparisons, 64).throughput,
    p50Ratio100kTo1k,
    targets: { ratioRest16: `low >= ${leastRatio16}`, p50Ratio100kTo1k: `high <= ${mostP50Ratio}` },
    verdicts,
    ...findings,
    ...machine,
    ok: Object.values(verdicts).every((verdict) => verdict === "met"),
  };
}

function at(comparisons: readonly Comparison[], callers: number): Comparison {
  const found = comparisons.find((comparison) => comparison.callers === callers);
  if (!found) throw new Error(`nothing was measured with ${callers} callers`);
  return found;
}
