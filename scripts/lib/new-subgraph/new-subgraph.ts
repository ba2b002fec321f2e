import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandFailed } from "../command-failed.js";
import { discoverSubgraphs } from "../discover-subgraphs.js";
import { runTool } from "../quality/tool.js";
import { objectionToName, objectionToPlan } from "./objections.js";
import { planSubgraph, type SubgraphPlan } from "./plan.js";

/**
 * Writes `subgraphs/NAME` from the template; nothing else is touched.
 * @param root the workspace
 * @param today first day of its agency, `2026-01-31`
 * @throws CommandFailed with one line that says what speaks against it; then nothing was written
 */
export async function newSubgraph(root: string, name: string, today: string): Promise<SubgraphPlan> {
  const objection = objectionToName(name);
  if (objection !== undefined) throw new CommandFailed(objection, 2);
  const existing = discoverSubgraphs(root);
  const plan = planSubgraph(root, name, existing, today);
  const clash = objectionToPlan(plan, existing);
  if (clash !== undefined) throw new CommandFailed(clash, 2);
  for (const [path, text] of plan.files) {
    mkdirSync(dirname(join(plan.folder, path)), { recursive: true });
    writeFileSync(join(plan.folder, path), text);
  }
  // The order of imports and the length of lines depend on the name. Where the formatter is not installed, `pnpm format` does it later.
  await runTool(root, "oxfmt", ["-c", join(root, "scripts/quality/oxfmt.json"), plan.folder]);
  return plan;
}

/** What to do now, for the person at the keyboard. */
export function nextSteps({ name, manifest, files }: SubgraphPlan): string {
  return `Written: subgraphs/${name.kebab} (${files.size} files; port ${manifest.port}, database ${manifest.database}, agency ${manifest.agencies.map(({ code }) => code).join(", ")}).

Next:
  pnpm install      links it to the workspace
  pnpm generate     writes its schema, and what the others know of it
  pnpm test ${name.kebab}

Then give it the agency's own words: names, pole and dates in subgraphs/${name.kebab}/package.json, README.md, src/labels.
shared/docs/adding-an-agency.md goes on from there.`;
}
