/** The importer in a test: run as the command line runs it, on a database of its own and on changed copies of the hand-made extract. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@parcours/shared/database-roles";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { importer } from "../src/importers/kbo.js";
import { definition } from "../src/subgraph.js";

/** A small extract made by hand that holds every trap of the format. */
export const traps = join(import.meta.dirname, "fixtures/kbo-traps");

const tables = [
  "register_extract",
  "register_code",
  "enterprise",
  "establishment",
  "branch",
  "denomination",
  "address",
  "contact",
  "activity",
];

/** A registry to import into. */
export class ImportBench {
  /** What the last import printed. */
  printed = "";
  readonly #folders: string[] = [];

  private constructor(readonly registry: SubgraphUnderTest) {}

  static async open(): Promise<ImportBench> {
    return new ImportBench(await openSubgraphUnderTest(definition));
  }

  async close(): Promise<void> {
    for (const folder of this.#folders) rmSync(folder, { recursive: true });
    await this.registry.close();
  }

  /** Imports as the command line does. */
  async run(args: readonly string[], signal = new AbortController().signal): Promise<void> {
    this.printed = "";
    const output = { write: (text: string) => (this.printed += text) };
    await importer({ args, ownerUrl: this.registry.testDatabase.ownerUrl, dataFolder: "/nowhere", output, signal });
  }

  async select(text: string): Promise<Record<string, unknown>[]> {
    return this.registry.database.dataSource.query<Record<string, unknown>[]>(text);
  }

  /** Takes away all that imports wrote. */
  async clear(): Promise<void> {
    await withClient(this.registry.testDatabase.ownerUrl, (client) =>
      client.query(`truncate ${[...tables, "fact_change", "outbox"].join(", ")}`),
    );
  }

  /** Every row of every table, but for the instant of the import. */
  async content(): Promise<Record<string, unknown[]>> {
    const rows = tables.map(async (table) => {
      const found = await this.select(`select (to_jsonb(t) - 'imported_at')::text as row from ${table} t order by 1`);
      return [table, found] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  /** A copy of the extract with some files changed. @returns its folder */
  changed(changes: Readonly<Record<string, (text: string) => string>>): string {
    const folder = mkdtempSync(join(tmpdir(), "parcours-kbo-"));
    this.#folders.push(folder);
    cpSync(traps, folder, { recursive: true });
    for (const [file, change] of Object.entries(changes)) {
      writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
    }
    return folder;
  }
}
