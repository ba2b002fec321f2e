import { setTimeout as pause } from "node:timers/promises";
import { openOrchard, secret, tokenSecret, type OpenedDatabase } from "../../test/feed-pair.js";
import { aRow, newSigningKey } from "../../test/log-rows.js";
import { orchard } from "../../test/orchard.js";
import { statement } from "../database.js";
import { hashSecret } from "../feed/feed-access.js";
import { startSubgraph, type RunningSubgraph } from "../server/start-subgraph.js";
import { AccessLog } from "./access-log.js";

let mine: OpenedDatabase;
let others: OpenedDatabase;
beforeAll(async () => {
  [mine, others] = await Promise.all([openOrchard("root_maker"), openOrchard("root_keeper")]);
});
afterAll(() => Promise.all([mine.close(), others.close()]));

const start = (name: string, { testDatabase }: OpenedDatabase, sources: object): Promise<RunningSubgraph> =>
  startSubgraph(
    { ...orchard, name },
    {
      [`DATABASE_URL_${name.toUpperCase()}`]: testDatabase.appUrl,
      PORT: "0",
      SPINE: "spine",
      FEED_SECRET: secret,
      FEED_READERS: JSON.stringify({ orchard: hashSecret(secret), vineyard: hashSecret(secret) }),
      FEED_AGENCIES: "{}",
      FEED_SOURCES: JSON.stringify(sources),
      TOKEN_SECRETS: tokenSecret,
      LOG_SIGNING_KEY: newSigningKey(),
      LOG_LEVEL: "silent",
    },
  );
/** The days in a table, when there are any. */
async function daysIn({ database }: OpenedDatabase, table: string): Promise<string[]> {
  for (let tries = 0; tries < 100; tries += 1, await pause(50)) {
    const rows = await database.query<{ day: string }>(statement(`select day::text as day from ${table} order by day`));
    if (rows.length > 0) return rows.map(({ day }) => day);
  }
  return [];
}

describe("two subgraphs", () => {
  it("keep each other's daily roots, without saying so anywhere", async () => {
    await new AccessLog(mine.database).write([aRow({ at: new Date("2026-01-30T10:00:00Z") })]);
    const maker = await start("orchard", mine, {});
    expect(await daysIn(mine, "log_root")).toEqual(["2026-01-30"]);
    const keeper = await start("vineyard", others, { "LOG_ROOT orchard": maker.url, "LOG_ROOT vineyard": maker.url });
    expect(await daysIn(others, "log_root_received where producer = 'orchard'")).toEqual(["2026-01-30"]);
    // Nobody keeps the own: that would vouch for nothing.
    expect(keeper.consumers).toHaveLength(1);
    const started = performance.now();
    await Promise.all([keeper.stop(), maker.stop()]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("do not start without the key that signs", async () => {
    await expect(startSubgraph(orchard, {})).rejects.toThrow(/LOG_SIGNING_KEY is missing: Ed25519 private key/);
  });
});
