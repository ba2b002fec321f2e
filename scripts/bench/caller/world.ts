import { withClient } from "@parcours/shared/database-roles";
import { brusselsDate } from "@parcours/shared/periods";
import { CommandFailed } from "../../lib/command-failed.js";
import { discoverSubgraphs, spineOf } from "../../lib/discover-subgraphs.js";
import type { Detail, Progress } from "../../lib/progress.js";
import { DataProcess } from "../../lib/supervisor/data-process.js";
import { startSystem, type System, type SystemOptions } from "../../lib/supervisor/system.js";

/** A whole system, filled, whose subgraphs have learned everything of each other. */
export interface World {
  readonly system: System;
  readonly entrepreneurs: number;
  readonly filling: Filling;
}

/** How long it took to fill a system. */
export interface Filling {
  /** Rows of all databases before the feeds were read, as PostgreSQL estimates them. */
  readonly rows: number;
  readonly seedSeconds: number;
  readonly rowsPerSecond: number;
  /** From the end of the seed until every subgraph had read every feed to its end. */
  readonly feedSeconds: number;
}

/** The longest that the feeds may take, in milliseconds. */
const longestCatchUp = 30 * 60_000;

/** Starts a system of its own and fills it. @throws CommandFailed; nothing is left running then */
export async function openWorld(
  entrepreneurs: number,
  progress: Progress,
  options: Pick<SystemOptions, "subgraphScript"> = {},
): Promise<World> {
  const system = await progress.step(
    `${entrepreneurs} entrepreneurs`,
    () => startSystem({ name: `bench ${entrepreneurs}`, ...options }),
    () => "five subgraphs and a gateway run",
  );
  try {
    return { system, entrepreneurs, filling: await fill(system, entrepreneurs, progress) };
  } catch (error) {
    await system.stop();
    throw error;
  }
}

/** Fills the databases of a running system, as `pnpm seed` does, and waits for the feeds. */
async function fill(system: System, entrepreneurs: number, progress: Progress): Promise<Filling> {
  const subgraphs = discoverSubgraphs();
  const targets = subgraphs.map(({ name, folder }) => ({ name, folder, ownerUrl: system.ownerUrl(name) }));
  const urls = targets.map(({ ownerUrl }) => ownerUrl);
  const options = { entrepreneurs, seed: "1819", asOf: brusselsDate(new Date()) };
  const data = new DataProcess();
  const started = Date.now();
  try {
    await progress.step("  seed", (detail) => data.seed(targets, spineOf(subgraphs).name, options, detail));
  } finally {
    data.end();
  }
  const seedSeconds = (Date.now() - started) / 1000;
  const rows = await rowsOf(urls);
  const feedSeconds = await progress.step(
    "  feeds",
    (detail) => catchUp(urls, detail),
    (seconds) => `read to their ends in ${seconds.toFixed(1)} s`,
  );
  for (const url of urls) await withClient(url, (client) => client.query("analyze"));
  return { rows, seedSeconds, rowsPerSecond: Math.round(rows / seedSeconds), feedSeconds };
}

/** Waits until every subgraph has read every feed but roots of logs, on which no answer is built, to the end since now. Answers the seconds it took. */
async function catchUp(urls: readonly string[], detail: Detail): Promise<number> {
  const started = Date.now();
  for (;;) {
    const behind = await feedsBehind(urls, new Date(started));
    if (behind.length === 0) return (Date.now() - started) / 1000;
    detail(behind.join(", "));
    if (Date.now() - started > longestCatchUp)
      throw new CommandFailed(`These feeds were not read to their end: ${behind.join(", ")}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function feedsBehind(urls: readonly string[], since: Date): Promise<string[]> {
  const behind = urls.map((url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ feed: string }>(
        `select lower(topic) || ' of ' || producer || ' at ' || position as feed from feed_cursor
          where topic <> 'LOG_ROOT' and (as_of is null or as_of <= $1 or rebuilding) order by 1`,
        [since],
      );
      return rows.map(({ feed }) => feed);
    }),
  );
  return (await Promise.all(behind)).flat();
}

async function rowsOf(urls: readonly string[]): Promise<number> {
  const counts = urls.map((url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ count: string | null }>(
        "select sum(reltuples)::bigint as count from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0",
      );
      return Number(rows[0]?.count ?? 0);
    }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
