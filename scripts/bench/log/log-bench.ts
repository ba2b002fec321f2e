/**
 * `pnpm bench log`: what the access log costs the caller query, with and without it side by side; and whether every answer has its row when
 * processes are killed. Targets: at least 0.85 of the answers a second; no answer without its row.
 */
import { join } from "node:path";
import type { BenchContext, BenchReport } from "../../lib/bench/bench.js";
import { LoadProcess } from "../../lib/bench/load-process.js";
import { describeMachine, loadAverage, type Machine } from "../../lib/bench/machine.js";
import { type Interval, type Verdict } from "../../lib/bench/statistics.js";
import { discoverSubgraphs, spineOf } from "../../lib/discover-subgraphs.js";
import { workspaceRoot } from "../../lib/workspace.js";
import { introduceOurs } from "../caller/contenders.js";
import { compare, warmUp, type Comparison } from "../caller/measure.js";
import { phonesOf } from "../caller/questions.js";
import { openWorld, type World } from "../caller/world.js";
import { logSettingsOf, type LogBenchSettings } from "./settings.js";
import { surviveKills, type Survival } from "./survival.js";

/** With the log, the caller query makes at least this share of the answers a second that it makes without. */
const leastRatio = 0.85;

/** The bench's last line. */
export interface LogReport extends BenchReport, Machine {
  readonly bench: "log";
  /** Answers a second with the log over those without, by 16 callers. */
  readonly ratioLog16: Interval;
  readonly ratioLog1: Interval;
  readonly targets: Readonly<Record<"ratioLog16" | "survival", string>>;
  readonly verdicts: Readonly<Record<"ratioLog16" | "survival" | "answers", Verdict>>;
  readonly comparisons: readonly Comparison[];
  readonly survival: Survival;
  readonly settings: LogBenchSettings;
}

/** Runs it. */
export async function logBench(context: BenchContext, options: readonly string[]): Promise<LogReport> {
  const { progress, shutdown, adminUrl } = context;
  const settings = logSettingsOf(options);
  const load = new LoadProcess();
  shutdown.add(() => load.end());
  const logged = await openWorld(settings.entrepreneurs, progress);
  shutdown.add(() => logged.system.stop());
  const unloggedMain = join(workspaceRoot(), "scripts/dist/bench/log/unlogged-main.js");
  const unlogged = await openWorld(settings.entrepreneurs, progress, { subgraphScript: unloggedMain });
  shutdown.add(() => unlogged.system.stop());
  const comparisons = await paired(context, settings, load, [logged, unlogged]);
  await unlogged.system.stop();
  const phones = await phonesIn(logged, settings);
  const survival = await progress.step("kills", (detail) =>
    surviveKills(logged.system, phones, settings.lookUps, detail),
  );
  return reportOf(settings, await describeMachine(adminUrl), comparisons, survival);
}

async function paired(
  { progress }: BenchContext,
  settings: LogBenchSettings,
  load: LoadProcess,
  [logged, unlogged]: readonly [World, World],
): Promise<readonly Comparison[]> {
  const contenders = ["logged", "unlogged"] as const;
  await introduceOurs(load, "logged", logged, await phonesIn(logged, settings));
  await introduceOurs(load, "unlogged", unlogged, await phonesIn(unlogged, settings));
  const others = loadAverage();
  await progress.step("warm-up", () => warmUp(load, contenders, settings));
  const comparisons: Comparison[] = [];
  for (const callers of [16, 1])
    comparisons.push(
      await progress.step(
        `${callers} callers`,
        () => compare(load, contenders, { callers, others }, settings),
        ({ throughput: { median, low, high } }) => `${median} (${low} to ${high}) of what it is without the log`,
      ),
    );
  return comparisons;
}

function phonesIn({ system }: World, { phones }: LogBenchSettings): Promise<string[]> {
  return phonesOf(system.ownerUrl(spineOf(discoverSubgraphs()).name), phones);
}

function reportOf(
  settings: LogBenchSettings,
  machine: Machine,
  comparisons: readonly Comparison[],
  survival: Survival,
): LogReport {
  const ratio = (callers: number): Interval => {
    const found = comparisons.find((comparison) => comparison.callers === callers);
    if (!found) throw new Error(`nothing was measured with ${callers} callers`);
    return found.throughput;
  };
  const isWhole = survival.answersWithoutRow === 0 && survival.rowsWithoutAnswer <= survival.inFlightAtKills;
  const verdicts = {
    ratioLog16: ratio(16).median >= leastRatio ? "met" : "missed",
    survival: isWhole ? "met" : "missed",
    answers: comparisons.every(({ wrong }) => wrong === 0) ? "met" : "missed",
  } as const;
  return {
    bench: "log",
    ratioLog16: ratio(16),
    ratioLog1: ratio(1),
    targets: {
      ratioLog16: `median >= ${leastRatio}`,
      survival: "no answer without its row; rows without an answer at most the requests in flight at the kills",
    },
    verdicts,
    comparisons,
    survival,
    settings,
    ...machine,
    ok: Object.values(verdicts).every((verdict) => verdict === "met"),
  };
}
