import { withClient } from "@parcours/shared/database-roles";
import type { Subgraph } from "../discover-subgraphs.js";

/**
 * Waits until every subgraph has read every feed it follows to its end once: before, timelines lack entries and former ids are strangers.
 * Roots of logs are waited for by nobody.
 * @returns whether they all have, within the time
 */
export async function feedsAreRead(
  subgraphs: readonly Subgraph[],
  ownerUrl: (name: string) => string,
  milliseconds: number,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  const policies = subgraphs.filter(({ manifest }) => manifest.feeds.some((topic) => topic === "POLICY")).length;
  const all = subgraphs.reduce((count, { manifest }) => count + manifest.feeds.length, 0);
  const waiting = subgraphs.map(({ name, isSpine }) => hasRead(ownerUrl(name), isSpine ? all : policies, end));
  return (await Promise.all(waiting)).every(Boolean);
}

async function hasRead(url: string, wanted: number, end: number): Promise<boolean> {
  return withClient(url, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ read: number }>(
        "select count(*)::int as read from feed_cursor where as_of is not null and not rebuilding and topic <> 'LOG_ROOT'",
      );
      if ((rows[0]?.read ?? 0) >= wanted) return true;
      if (Date.now() > end) return false;
      await new Promise((done) => setTimeout(done, 50));
    }
  });
}
