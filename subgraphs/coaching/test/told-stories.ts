/** Demonstration stories in a test database, written as the seed writes them. */
import { demonstrationSource, type ColumnValue, type Row } from "@parcours/shared/demonstration/loader";
import { storyOf } from "@parcours/shared/demonstration/population";
import type { EntrepreneurStory, World } from "@parcours/shared/demonstration/story";
import { statement, type Database } from "@parcours/shared/database";
import { demonstration } from "../src/demonstration.js";

/** The world of these tests. */
export const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 60 };

/** The story of one hard case. */
export function tale(index: number): EntrepreneurStory {
  return storyOf(world, index);
}

/** Writes the rows of stories, parents before children. */
export async function tell(database: Database, stories: readonly EntrepreneurStory[]): Promise<void> {
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
