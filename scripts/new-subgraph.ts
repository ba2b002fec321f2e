/** `pnpm new:subgraph NAME`: writes a small working subgraph, which all else finds by itself. Source: design 1 (a new agency), style 3.2. */
import { brusselsDate } from "@parcours/shared/periods";
import { CommandFailed } from "./lib/command-failed.js";
import { newSubgraph, nextSteps } from "./lib/new-subgraph/new-subgraph.js";
import { runVerb } from "./lib/run-verb.js";
import { workspaceRoot } from "./lib/workspace.js";

await runVerb(async () => {
  const [name, ...more] = process.argv.slice(2).filter((option) => option !== "--");
  if (name === undefined || more.length > 0) throw new CommandFailed("Give one name: pnpm new:subgraph mobility", 2);
  console.log(nextSteps(await newSubgraph(workspaceRoot(), name, brusselsDate(new Date()))));
});
