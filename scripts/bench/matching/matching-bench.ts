/**
 * `pnpm bench matching`: how well the front door finds a person whom it knows. Towns of entrepreneurs register one after another with the front
 * door's own matcher and keys; duplicates and look-alikes come from an error model of their own. Targets, of each class of error: of all automatic
 * matches at least 99.9 % right, of all duplicates at least 95 % matched automatically; the rest waits for somebody.
 */
import type { BenchContext, BenchReport } from "../../lib/bench/bench.js";
import { describeMachine, type Machine } from "../../lib/bench/machine.js";
import { loadMatcher } from "./matcher.js";
import { matchingSettingsOf, type MatchingSettings } from "./settings.js";
import { noTally, tryTown, type Tally, type Trial } from "./trial.js";

const leastPrecision = 0.999;
const leastRecall = 0.95;

/** What became of the intakes of one class. */
interface ClassReport extends Tally {
  /** Right automatic matches among all automatic ones. */
  readonly precision: number;
  /** Automatic matches among the intakes of somebody who was known. */
  readonly recall: number;
}

/** The bench's last line. */
export interface MatchingReport extends BenchReport, Machine {
  readonly bench: "matching";
  readonly precision: number;
  readonly recall: number;
  /** Registrations that wait for somebody: of duplicates, in vain, and as a share of all. */
  readonly queue: { readonly duplicates: number; readonly inVain: number; readonly share: number };
  /** Duplicates that were neither matched nor queued, as a share of all duplicates. */
  readonly missed: number;
  readonly registrationsPerSecond: number;
  readonly comparisonsPerRegistration: number;
  readonly classes: Readonly<Record<string, ClassReport>>;
  /** Those who are easily taken for each other: `wrong` counts who was. */
  readonly lookAlikes: Readonly<Record<string, ClassReport>>;
  readonly targets: Readonly<Record<"precision" | "recall", string>>;
  readonly settings: MatchingSettings;
}

/** Runs it. */
export async function matchingBench(
  { adminUrl, progress }: BenchContext,
  options: readonly string[],
): Promise<MatchingReport> {
  const settings = matchingSettingsOf(options);
  const matcher = await loadMatcher();
  const trials: Trial[] = [];
  for (const seed of settings.seeds)
    trials.push(
      await progress.step(
        `town ${seed}`,
        async () => tryTown(matcher, seed, { people: settings.entrepreneurs, duplicateShare: settings.duplicateShare }),
        ({ all }) => `${all.found} of ${all.duplicates} duplicates found, ${all.wrong} wrong, ${all.queued} wait`,
      ),
    );
  return reportOf(settings, await describeMachine(adminUrl), trials);
}

function reportOf(settings: MatchingSettings, machine: Machine, trials: readonly Trial[]): MatchingReport {
  const all = reported(trials.map((trial) => trial.all));
  const classes = byName(trials.map((trial) => trial.classes));
  const seconds = trials.reduce((sum, trial) => sum + trial.seconds, 0);
  const comparisons = trials.reduce((sum, trial) => sum + trial.comparisons, 0);
  return {
    bench: "matching",
    precision: all.precision,
    recall: all.recall,
    queue: {
      duplicates: all.queued,
      inVain: all.queuedInVain,
      share: rounded((all.queued + all.queuedInVain) / all.registrations),
    },
    missed: rounded(all.missed / all.duplicates),
    registrationsPerSecond: Math.round(all.registrations / seconds),
    comparisonsPerRegistration: rounded(comparisons / all.registrations),
    classes,
    lookAlikes: byName(trials.map((trial) => trial.lookAlikes)),
    targets: {
      precision: `of all and of each class >= ${leastPrecision}`,
      recall: `of all and of each class >= ${leastRecall}`,
    },
    settings,
    ...machine,
    ok: [all, ...Object.values(classes)].every(
      ({ precision, recall }) => precision >= leastPrecision && recall >= leastRecall,
    ),
  };
}

function byName(parts: readonly Readonly<Record<string, Tally>>[]): Record<string, ClassReport> {
  const names = Object.keys(parts[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, reported(parts.map((part) => part[name] ?? noTally()))]));
}

function reported(tallies: readonly Tally[]): ClassReport {
  const sum = noTally();
  for (const tally of tallies) for (const field of Object.keys(sum) as (keyof Tally)[]) sum[field] += tally[field];
  const { found, wrong, duplicates } = sum;
  return {
    ...sum,
    precision: found + wrong === 0 ? 1 : rounded(found / (found + wrong)),
    recall: duplicates === 0 ? 1 : rounded(found / duplicates),
  };
}

/** To the ten-thousandth, downwards: a target is not met by rounding. */
function rounded(share: number): number {
  return Math.floor(share * 10_000) / 10_000;
}
