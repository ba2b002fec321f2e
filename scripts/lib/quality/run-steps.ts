import type { CheckStep } from "./steps.js";
import type { ToolRun } from "./tool.js";

/** How one check went. */
export interface StepResult extends ToolRun {
  readonly step: CheckStep;
  /** Wall-clock time. */
  readonly seconds: number;
}

/** Runs every check, whatever the others say, a few at a time. @returns how each went, in the order of the steps */
export async function runSteps(steps: readonly CheckStep[], atOnce: number): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await runStep(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

async function runStep(step: CheckStep): Promise<StepResult> {
  const started = performance.now();
  const run = await attempt(step);
  return { ...run, step, seconds: (performance.now() - started) / 1000 };
}

/** A check that breaks has failed; the others still run. */
async function attempt(step: CheckStep): Promise<ToolRun> {
  try {
    return await step.run();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
