import { CommandFailed } from "./lib/command-failed.js";
/** `pnpm check`: format, lint, boundaries, types, unused code, generated files, sizes, conventions. All run; any failure fails it. */
import { runSteps } from "./lib/quality/run-steps.js";
import { checkSteps } from "./lib/quality/steps.js";
import { runVerb } from "./lib/run-verb.js";
import { workspaceRoot } from "./lib/workspace.js";

/** Two cores is what a small machine has; one of the checks alone takes half of the time. */
const atOnce = 2;

await runVerb(async () => {
  const steps = checkSteps(workspaceRoot());
  const wanted = process.argv.slice(2).filter((option) => option !== "--");
  const unknown = wanted.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined)
    throw new CommandFailed(`Unknown check ${unknown}: pnpm check [${steps.map(({ name }) => name).join("|")}]`, 2);
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const results = await runSteps(chosen, atOnce);
  for (const { step, ok, output, seconds } of results) {
    console.log(`${ok ? "✓" : "✗"} ${step.name} (${seconds.toFixed(1)} s)${ok ? "" : `: ${step.remedy}`}`);
    if (output !== "" && (!ok || step.name === "sizes")) console.log(output.replace(/^/gm, "    "));
  }
  const failed = results.filter(({ ok }) => !ok).length;
  // Read by .ci/run.
  console.log(`checks: ${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
