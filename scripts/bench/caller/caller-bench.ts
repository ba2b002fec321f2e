/**
 * `pnpm bench caller`: the query of the phone that rings, through the gateway with every feature on, against a hand-written endpoint that
 * answers the same from one database; and ours among few and among many entrepreneurs. Both run as in production, on this machine.
 */
import type { BenchContext } from "../../lib/bench/bench.js";
import { LoadProcess } from "../../lib/bench/load-process.js";
import { calmMachine, describeMachine, loadAverage } from "../../lib/bench/machine.js";
import { CommandFailed } from "../../lib/command-failed.js";
import { discoverSubgraphs, spineOf } from "../../lib/discover-subgraphs.js";
import { firstDifference, type Answer } from "./answers.js";
import { introduce, introduceOurs } from "./contenders.js";
import { compare, warmUp, type Comparison, type Contenders } from "./measure.js";
import { makeOneDatabase } from "./one-database.js";
import { phonesOf, restQuestions } from "./questions.js";
import { startReference } from "./reference.js";
import { reportOf, type Findings, type Report } from "./report.js";
import { settingsOf, type BenchSettings } from "./settings.js";
import { openWorld, type World } from "./world.js";

/** What every step works with. */
interface Run extends BenchContext {
  readonly settings: BenchSettings;
  readonly load: LoadProcess;
}

/** How many ask at a time, at each level of load. */
const levels = [1, 16, 64] as const;

/** Runs the whole comparison. @throws CommandFailed when the contenders do not answer the same */
export async function callerBench(context: BenchContext, options: readonly string[]): Promise<Report> {
  const settings = settingsOf(options);
  const load = new LoadProcess();
  context.shutdown.add(() => load.end());
  const run: Run = { ...context, settings, load };
  const machine = await describeMachine(context.adminUrl);
  const many = await worldOf(run, settings.entrepreneurs);
  const against = await againstReference(run, many);
  const few = await worldOf(run, settings.fewEntrepreneurs);
  const sizes = await againstFew(run, many, few);
  return reportOf({ settings, machine, ...against, sizes, fillings: [few.filling, many.filling] });
}

/** Ours against the reference, over the same data. */
async function againstReference(run: Run, world: World): Promise<Pick<Findings, "sameAnswers" | "comparisons">> {
  const { progress, settings, load, adminUrl } = run;
  const subgraphs = discoverSubgraphs();
  const spine = spineOf(subgraphs).name;
  const one = await progress.step("one database", () => makeOneDatabase(adminUrl, world.system, subgraphs, spine));
  run.shutdown.add(() => one.drop());
  const reference = await startReference(one.appUrl, subgraphs);
  run.shutdown.add(() => reference.end());
  const phones = await phonesOf(world.system.ownerUrl(spine), settings.phones);
  const ours = await introduceOurs(run.load, "ours", world, phones);
  const theirs = await introduce(run.load, "reference", {
    url: `http://127.0.0.1:${reference.port}/caller`,
    questions: restQuestions(phones),
  });
  const difference = firstDifference(ours, theirs);
  if (difference !== undefined)
    throw new CommandFailed(
      `Ours and the reference do not answer the same, so their speeds cannot be compared: ${difference}`,
    );
  progress.line(`  ${phones.length} numbers asked: both answer the same`);
  const others = await prepare(run, ["ours", "reference"]);
  const comparisons: Comparison[] = [];
  for (const callers of levels) {
    const title = `${callers} ${callers === 1 ? "caller" : "callers"}`;
    comparisons.push(
      await progress.step(title, () => compare(load, ["ours", "reference"], { callers, others }, settings), ratioText),
    );
  }
  // What follows compares ours with ours: the reference would only take memory from it.
  reference.end();
  return { sameAnswers: { phones: phones.length, meanBytes: meanBytes(ours) }, comparisons };
}

/** Ours among many entrepreneurs against ours among few. */
async function againstFew(run: Run, many: World, few: World): Promise<readonly Comparison[]> {
  const { progress, settings, load } = run;
  const spine = spineOf(discoverSubgraphs()).name;
  for (const [name, world] of [
    ["many", many],
    ["few", few],
  ] as const)
    await introduceOurs(run.load, name, world, await phonesOf(world.system.ownerUrl(spine), settings.phones));
  const others = await prepare(run, ["many", "few"]);
  const sizes: Comparison[] = [];
  for (const callers of [16, 1]) {
    const title = `many and few, ${callers === 1 ? "1 caller" : `${callers} callers`}`;
    sizes.push(
      await progress.step(title, () => compare(load, ["many", "few"], { callers, others }, settings), sizeText),
    );
  }
  return sizes;
}

/** Waits for a calm machine where that is wanted, and warms both. Answers how busy the machine was before. */
async function prepare({ progress, settings, load }: Run, contenders: Contenders): Promise<number> {
  if (settings.calm > 0) await progress.step("calm", (detail) => calmMachine(settings.calm, detail));
  const others = loadAverage();
  await progress.step("warm-up", () => warmUp(load, contenders, settings));
  return others;
}

async function worldOf({ progress, shutdown }: Run, entrepreneurs: number): Promise<World> {
  const world = await openWorld(entrepreneurs, progress);
  shutdown.add(() => world.system.stop());
  return world;
}

function meanBytes(answers: readonly Answer[]): number {
  return Math.round(answers.reduce((sum, { bytes }) => sum + bytes, 0) / answers.length);
}

function ratioText({ throughput: { median, low, high }, figures }: Comparison): string {
  const { ours, reference } = figures;
  return `${median} (${low} to ${high}) of the reference: ${ours?.perSecond} and ${reference?.perSecond} a second`;
}

function sizeText({ p50: { median, low, high }, figures }: Comparison): string {
  const { many, few } = figures;
  return `p50 ${median} (${low} to ${high}) times: ${many?.p50} and ${few?.p50} ms`;
}
