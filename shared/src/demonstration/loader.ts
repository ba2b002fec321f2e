/**
 * What a subgraph's `src/demonstration.ts` exports as `demonstration`, so that the seed can fill its database:
 *
 *     export const demonstration: DemonstrationLoader = {
 *       tables: [{ name: "dossier", columns: ["id", "agency", "opened_at"] }],
 *       story(story, world, emit) {
 *         for (const dossier of story.coaching.dossiers) emit("dossier", { id: dossier.id, agency: dossier.agency, opened_at: dossier.openedAt });
 *       },
 *     };
 *
 * A new subgraph is seeded the same way; nothing names it.
 */
import type { EntrepreneurStory, World } from "./story.js";

/** What a column may be given: arrays become PostgreSQL arrays, `{ json }` becomes json or jsonb. */
export type ColumnValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | null
  | readonly ColumnValue[]
  | { readonly json: unknown };

/** One row, by column name. Every column that the table lists must be there, null included. */
export type Row = Readonly<Record<string, ColumnValue>>;

/** Hands one row to the seed, which writes it at once and keeps nothing. */
export type Emit = (table: string, row: Row) => void;

/** A table that the demonstration fills. */
export interface DemonstrationTable {
  readonly name: string;
  /** Without `source`, which the seed adds to every row. */
  readonly columns: readonly string[];
}

/** How one subgraph tells the stories. */
export interface DemonstrationLoader {
  /** Parents before children: filled in this order, emptied of demonstration rows in the opposite one. */
  readonly tables: readonly DemonstrationTable[];
  /** Rows that belong to no entrepreneur: sites, permanences. Called once, before the stories. */
  world?(world: World, emit: Emit): void;
  /** The rows of one entrepreneur. Pure: the same story gives the same rows. */
  story(story: EntrepreneurStory, world: World, emit: Emit): void;
}

/** What every demonstration row carries in `source`; other sources' rows are never touched. */
export const demonstrationSource = "DEMONSTRATION";
