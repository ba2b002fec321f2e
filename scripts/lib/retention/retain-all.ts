/** Applies the periods of retention to all databases, one after the other, and says what went. */
import { openDatabase } from "@parcours/shared/database";
import { retain, type RetainedCount, type RetentionOrder } from "@parcours/shared/rights/retain";
import { CommandFailed, messageOf } from "../command-failed.js";
import { definitionOf, type DataTarget } from "../supervisor/data-work.js";

/** One subgraph's tables, as they went. */
export interface RetainedSubgraph {
  readonly name: string;
  readonly counts: readonly RetainedCount[];
}

/**
 * Applies them. The spine comes last in `targets`: a person's file is as young as the youngest thing that is known of the person.
 * @throws CommandFailed that names the subgraph; what went until then is gone
 */
export async function retainAll(targets: readonly DataTarget[], order: RetentionOrder): Promise<RetainedSubgraph[]> {
  const done: RetainedSubgraph[] = [];
  for (const { name, folder, ownerUrl } of targets) {
    const definition = await definitionOf(name, folder);
    const database = await openDatabase(definition, ownerUrl, 2);
    try {
      done.push({ name, counts: await retain(database, definition.retention ?? [], order) });
    } catch (error) {
      throw new CommandFailed(`What is old at ${name} could not be removed: ${messageOf(error)}`);
    } finally {
      await database.close();
    }
  }
  return done;
}

/** The report: one line for each table, and the sum. */
export function retentionLines(done: readonly RetainedSubgraph[], { dryRun, today }: RetentionOrder): string[] {
  const number = new Intl.NumberFormat("en");
  const verb = dryRun ? "would go" : "gone";
  const rows = done.flatMap(({ name, counts }) =>
    counts.map(({ table, line, due, unnamed, kept }) => {
      const place = `${name.padEnd(12)} ${table.padEnd(24)} ${line.padEnd(13)}`;
      return `${place} ${number.format(due).padStart(9)} ${verb} ${number.format(kept).padStart(11)} stay${unnamed > 0 ? `, ${number.format(unnamed)} without the name` : ""}`;
    }),
  );
  const all = done.flatMap(({ counts }) => counts).reduce((sum, { due }) => sum + due, 0);
  return [...rows, `${number.format(all)} rows ${verb}, as of ${today}. Lines and reasons: shared/docs/retention.md`];
}
