import type { RetainedTable } from "@parcours/shared/rights/retained-table";
import type { RetentionLine } from "@parcours/shared/rights/retention";
import { page, table } from "./page.js";

/** What a subgraph says of its tables. */
export interface RetainingSubgraph {
  readonly name: string;
  readonly retention: readonly RetainedTable[];
}

const atErasure: Readonly<Record<RetentionLine["erasure"], string>> = {
  ERASE: "goes",
  WHEN_ENDED: "goes once the help has ended",
  KEEP: "stays until its years are over",
};

/** How long everything is kept, on what basis, and what an erasure does; and which table is under which line. */
export function retentionPage(
  lines: ReadonlyMap<string, RetentionLine>,
  subgraphs: readonly RetainingSubgraph[],
): string {
  const tables = subgraphs.flatMap(({ name, retention }) => retention.map((retained) => ({ name, ...retained })));
  return page(
    "How long it is kept",
    "shared/retention.yaml and subgraphs/*/src/retention.ts",
    "`pnpm retain` removes what is older than its line allows; `pnpm retain --dry-run` counts it. A request for erasure (GDPR 17) removes " +
      "what may go at once and says, line by line, what stays, until when and why. A row that an enterprise holds stays and no longer names " +
      "the person, unless the enterprise is the person (decision 18).",
    table(
      ["line", "holds", "kept for", "counted", "at an erasure", "basis"],
      [...lines].map(([code, { holds, years, counts, erasure, basis }]) => [
        `\`${code}\``,
        holds,
        `${years} years`,
        counts,
        atErasure[erasure],
        basis,
      ]),
    ),
    "## Which table is under which line",
    table(
      ["subgraph", "table", "line", "goes with", "an enterprise's row"],
      tables.map(({ name, table: rows, line, childOf, enterprise, unnamed }) => [
        name,
        `\`${rows}\``,
        `\`${line}\``,
        childOf ? `\`${childOf.table}\`` : "",
        enterprise && unnamed
          ? `keeps all but ${Object.keys(unnamed)
              .map((column) => `\`${column}\``)
              .join(", ")}`
          : "",
      ]),
    ),
  );
}
