/** Demonstration stories in a test database, written as the seed writes them. */
import { statement, type Database } from "../database.js";
import { demonstrationSource, type ColumnValue, type DemonstrationLoader, type Row } from "../demonstration/loader.js";
import type { EntrepreneurStory, World } from "../demonstration/story.js";

/** Writes the rows that a subgraph makes of stories, parents before children. */
export async function tellStories(database: Database, demonstration: DemonstrationLoader, world: World, stories: readonly EntrepreneurStory[]): Promise<void> {
  const rows = new Map<string, Row[]>(demonstration.tables.map(({ name }) => [name, []]));
  for (const story of stories) demonstration.story(story, world, (table, row) => rows.get(table)?.push(row));
  for (const { name, columns } of demonstration.tables) {
    const places = [...columns, "source"].map((_, place) => `$${place + 1}`).join(", ");
    const insert = statement(`insert into ${name} (${[...columns, "source"].join(", ")}) values (${places})`);
    for (const row of rows.get(name) ?? []) {
      await database.query(insert, [...columns.map((column) => plain(row[column])), demonstrationSource]);
    }
  }
}

function plain(value: ColumnValue | undefined): unknown {
  if (value === undefined) throw new Error("a row lacks a column that its table lists");
  return typeof value === "object" && value !== null && "json" in value ? JSON.stringify(value.json) : value;
}
