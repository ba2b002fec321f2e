/** Rows in a test database: of a test's own making, or of demonstration stories as the seed writes them. */
import { statement, type Database, type Queries } from "../database.js";
import { demonstrationSource, type DemonstrationLoader, type Row } from "../demonstration/loader.js";
import type { EntrepreneurStory, World } from "../demonstration/story.js";
import { newId } from "../ids.js";

/** Writes the rows that a subgraph makes of stories, parents before children. */
export async function tellStories(
  database: Database,
  demonstration: DemonstrationLoader,
  world: World,
  stories: readonly EntrepreneurStory[],
): Promise<void> {
  const rows = new Map<string, Row[]>(demonstration.tables.map(({ name }) => [name, []]));
  const emit = (table: string, row: Row): void => void rows.get(table)?.push(row);
  for (const story of stories) demonstration.story(story, world, emit);
  for (const { name, columns } of demonstration.tables) {
    await insertRows(database, name, rows.get(name) ?? [], { columns, source: demonstrationSource });
  }
}

/**
 * Writes rows into a table, in one statement; columns that they leave out get their default.
 * @param columns those of the first row, where they are not given
 * @param source what stands in `source` of each row
 */
export async function insertRows(
  queries: Queries,
  table: string,
  rows: readonly Row[],
  {
    columns = Object.keys(rows[0] ?? {}),
    source = "TEST",
  }: { readonly columns?: readonly string[]; readonly source?: string } = {},
): Promise<void> {
  if (rows.length > 0)
    await write(
      queries,
      table,
      [...columns, "source"],
      rows.map((row) => ({ ...row, source })),
    );
}

/** Tells the policy copy that files were merged, as the spine's feed does: former id, then the id in use. */
export async function mergeFiles(
  queries: Queries,
  ...pairs: readonly (readonly [former: string, canonical: string])[]
): Promise<void> {
  const rows = pairs.map(([former, canonical]) => ({
    producer: "spine",
    generation: 0,
    key: newId(),
    former_id: former,
    canonical_id: canonical,
  }));
  await write(queries, "policy_identity", Object.keys(rows[0] ?? {}), rows);
  // Read just now, and for as long as a test may take.
  await queries.query(
    statement(
      "insert into feed_cursor (producer, topic, as_of) values ('spine', 'POLICY', 'infinity') on conflict do nothing",
    ),
  );
}

async function write(queries: Queries, table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
  const lacking = columns.filter((column) => rows.some((row) => row[column] === undefined));
  if (lacking.length > 0) throw new Error(`a row of ${table} lacks ${lacking.join(", ")}`);
  const names = columns.join(", ");
  const insert = statement(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
  );
  await queries.query(insert, [JSON.stringify(rows, plain)]);
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null && "json" in value ? value.json : value;
}
