/** One subgraph's database while it is filled: rows gather as text for a batch, and go in by COPY, all in one transaction. */
import { finished } from "node:stream/promises";
import { documentTable, keptDocument } from "@parcours/shared/demonstration/documents/document-rows";
import type { DocumentStory } from "@parcours/shared/demonstration/documents/document-story";
import {
  demonstrationSource,
  type DemonstrationLoader,
  type DemonstrationTable,
  type Emit,
  type Row,
} from "@parcours/shared/demonstration/loader";
import type { EntrepreneurStory } from "@parcours/shared/demonstration/story";
import type { DocumentStore } from "@parcours/shared/documents/document-store";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { CommandFailed, messageOf } from "../command-failed.js";
import { copyLine } from "./copy-text.js";
import { DocumentSink } from "./document-sink.js";

/** A database to fill, and what tells its rows. */
export interface SeedTarget {
  readonly name: string;
  readonly ownerUrl: string;
  readonly loader: DemonstrationLoader;
  /** Where the documents of its agencies go; without it the stories have none here. */
  readonly documents?: { readonly store: DocumentStore; readonly agencies: ReadonlySet<string> };
}

/** Rows of one table that wait for the next COPY. */
interface Waiting {
  readonly table: DemonstrationTable;
  lines: string[];
}

/** Two seeds at once would each remove what the other writes: the second is refused. */
const seedLock = 7_002;
/** The kernel's table of feed rows: what is gone is told with a tombstone, never deleted (design 3). */
const outbox = "outbox";
/** Text handed to PostgreSQL at a time. */
const chunkLines = 2_000;

/** Fills one database. Nothing is to be seen of it before `commit`. */
export class DatabaseSink {
  readonly emit: Emit;
  rows = 0;
  /** Its own, and that of documents before what goes to feeds. */
  private readonly tables: readonly DemonstrationTable[];
  private readonly waiting: ReadonlyMap<string, Waiting>;
  private readonly documents: DocumentSink | undefined;
  private readonly client: pg.Client;

  constructor(private readonly target: SeedTarget) {
    this.client = new pg.Client({ connectionString: target.ownerUrl, application_name: "parcours seed" });
    // A lost connection is reported by the statement that meets it.
    this.client.on("error", () => undefined);
    this.documents = target.documents && new DocumentSink(target.documents.store);
    this.tables = this.documents ? [documentTable, ...target.loader.tables] : target.loader.tables;
    this.waiting = new Map(this.tables.map((table) => [table.name, { table, lines: [] }]));
    this.emit = (table, row) => this.add(table, row);
  }

  /** Opens the transaction, and removes the rows of an earlier demonstration and no others. @throws CommandFailed */
  async open(): Promise<void> {
    await this.tell(async () => {
      await this.client.connect();
      await this.client.query("begin");
      await this.client.query("set local statement_timeout = 0");
      await this.client.query("set local idle_in_transaction_session_timeout = 0");
      const { rows } = await this.client.query<{ free: boolean }>("select pg_try_advisory_xact_lock($1) as free", [
        seedLock,
      ]);
      if (!rows[0]?.free)
        throw new CommandFailed(`Another seed is filling the database of ${this.target.name}: wait for it.`);
      for (const { name } of this.tables.toReversed()) await this.removeOld(name);
    });
  }

  /** Takes in a document that an agency of this subgraph was given: row, pointer and bytes. */
  keep(document: DocumentStory, story: EntrepreneurStory): void {
    if (!this.documents) throw new Error(`the database of ${this.target.name} has no place for documents`);
    const kept = keptDocument(document, story);
    this.add(documentTable.name, kept.row);
    if (kept.pointer) this.add(outbox, kept.pointer);
    this.documents.add(kept);
  }

  /** Sends what waits. The next rows may be told meanwhile. */
  flush(): Promise<void> {
    const batches = [...this.waiting.values()]
      .filter(({ lines }) => lines.length > 0)
      .map((waiting) => {
        const { table, lines } = waiting;
        waiting.lines = [];
        return { table, lines };
      });
    const keep = this.documents?.takeBatch();
    return this.tell(async () => {
      await keep?.(this.client);
      for (const { table, lines } of batches) await this.copy(table, lines);
    });
  }

  /** Makes everything visible at once, and lets the planner learn of it. */
  async commit(): Promise<void> {
    await this.tell(async () => {
      await this.client.query("commit");
      for (const { name } of this.tables) await this.client.query(`analyze ${pg.escapeIdentifier(name)}`);
    });
    await this.client.end();
  }

  /** Leaves the database as it was. */
  async abandon(): Promise<void> {
    await this.client.end().catch(() => undefined);
    await this.documents?.leaveWord(this.target.ownerUrl).catch(() => undefined);
  }

  private add(name: string, row: Row): void {
    const waiting = this.waiting.get(name);
    if (!waiting)
      throw new CommandFailed(
        `The demonstration of ${this.target.name} tells of a table ${name} that its \`tables\` do not list.`,
      );
    const values = waiting.table.columns.map((column) => {
      const value = row[column];
      if (value === undefined)
        throw new CommandFailed(
          `The demonstration of ${this.target.name} gives a row of ${name} without ${column}: say null where there is nothing.`,
        );
      return value;
    });
    waiting.lines.push(copyLine([...values, demonstrationSource]));
    this.rows += 1;
  }

  private async removeOld(table: string): Promise<void> {
    if (table === outbox) {
      await this.client.query(
        `insert into outbox (topic, key, body, source) select distinct topic, key, null::jsonb, source from outbox where source = $1 and body is not null`,
        [demonstrationSource],
      );
      return;
    }
    await this.client.query(`delete from ${pg.escapeIdentifier(table)} where source = $1`, [demonstrationSource]);
  }

  private async copy({ name, columns }: DemonstrationTable, lines: readonly string[]): Promise<void> {
    const list = [...columns, "source"].map((column) => pg.escapeIdentifier(column)).join(", ");
    const stream = this.client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin`));
    const done = finished(stream);
    // Awaited below; until then a refusal must not count as unheard.
    done.catch(() => undefined);
    for (let first = 0; first < lines.length; first += chunkLines) {
      if (stream.destroyed) break;
      if (!stream.write(lines.slice(first, first + chunkLines).join(""))) await Promise.race([drained(stream), done]);
    }
    stream.end();
    await done;
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof CommandFailed) throw error;
      // The code stays, so that a full disk is still known for one.
      throw Object.assign(
        new Error(
          `The demonstration could not be written to the database of ${this.target.name}: ${messageOf(error)}${detailOf(error)}`,
          { cause: error },
        ),
        { code: (error as { code?: unknown }).code },
      );
    }
  }
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once("drain", resolve));
}

/** Where PostgreSQL says it: `COPY dossier, line 3, column since`. */
function detailOf(error: unknown): string {
  const { where, detail } = error as { where?: unknown; detail?: unknown };
  const parts = [where, detail].filter((part): part is string => typeof part === "string");
  return parts.length > 0 ? ` (${parts.join("; ").replace(/\s*\n\s*/g, " ")})` : "";
}
