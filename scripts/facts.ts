/** `pnpm facts`: every fact of Entrepreneur, Enterprise and Project with its owner, authentic source, category, since when, and concept. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conceptList } from "@parcours/shared/concepts/concept-list";
import { CommandFailed } from "./lib/command-failed.js";
import { discoverSubgraphs } from "./lib/discover-subgraphs.js";
import { brokenFacts } from "./lib/facts/fact-rules.js";
import { ownedFields } from "./lib/facts/facts-of-graph.js";
import { factColumns, factRows } from "./lib/generate/facts-page.js";
import { runVerb } from "./lib/run-verb.js";
import { workspaceRoot } from "./lib/workspace.js";

await runVerb(async () => {
  const root = workspaceRoot();
  const files = [
    ...discoverSubgraphs(root).map(({ name, folder }) => ({ name, file: join(folder, "schema.graphql") })),
    { name: "desk", file: join(root, "gateway/desk.graphql") },
  ];
  const fields = ownedFields(files.map(({ name, file }) => ({ name, sdl: readFileSync(file, "utf8") })));
  const rows = factRows(conceptList, fields);
  const widths = factColumns.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [factColumns, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  const broken = brokenFacts(conceptList, fields);
  console.log(`${rows.length} facts`);
  if (broken.length > 0)
    throw new CommandFailed(`The list of concepts and the graph differ:\n  ${broken.join("\n  ")}`);
});
