/**
 * What a subgraph offers to `pnpm import:<name>`: a module `src/importers/<name>.ts` that exports `importer`. Nothing names the
 * subgraph: whichever has the module owns the data, and its database is the one that is written.
 */
import type { ProgressOutput } from "./progress.js";

/** What an importer is told. */
export interface ImportOrder {
  /** The command line behind the verb. */
  readonly args: readonly string[];
  /** PostgreSQL URL of the owner of the subgraph's database. */
  readonly ownerUrl: string;
  /** Folder of real data, for a file that the command line does not name. */
  readonly dataFolder: string;
  /** Where progress, bad rows and the summary go. */
  readonly output: ProgressOutput;
  /** Ends the import and leaves the database as it was. */
  readonly signal: AbortSignal;
}

/** Reads a source into the subgraph's database: all of it, or nothing. @throws ImportRefused; errors of PostgreSQL as they are */
export type Importer = (order: ImportOrder) => Promise<void>;

/** The import was not begun, or given up with the database as it was: a wrong header, a missing file, another import at work. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}
