/** The producing side of a feed: seals what was committed and answers `GET /feed?topic=…&after=…&wait=…`. */
import { setTimeout as pause } from "node:timers/promises";
import { statement, type Database } from "../database.js";
import type { FeedTopic } from "../manifest.js";
import { rowsPerPage, type FeedPage, type FeedRow } from "./feed-page.js";

const seal = statement("select seal_outbox() as sealed");
const readEpoch = statement("select epoch from feed_epoch");
const readRows = statement(
  `select position, key, body from outbox where topic = $1 and position > $2 order by position limit ${rowsPerPage}`,
);

/** How often a waiting reader looks for something new. An idle look costs 0.2 ms. */
const lookEvery = 40;

/** Serves one subgraph's outbox. */
export class FeedProducer {
  constructor(private readonly database: Database) {}

  /**
   * A page behind a cursor. Where there is none yet, waits up to `wait` milliseconds for one, so that a change travels at once
   * without being pushed.
   */
  async page(topic: FeedTopic, after: number, wait: number): Promise<FeedPage> {
    const deadline = Date.now() + wait;
    for (;;) {
      const page = await this.#read(topic, after);
      if (page.rows.length > 0 || Date.now() >= deadline) return page;
      await pause(lookEvery);
    }
  }

  async #read(topic: FeedTopic, after: number): Promise<FeedPage> {
    const sealed = await this.#sealAll();
    const [epoch] = await this.database.query<{ epoch: string }>(readEpoch);
    const rows = await this.database.query<{ position: string; key: string; body: object | null }>(readRows, [topic, after]);
    return {
      epoch: epoch?.epoch ?? "",
      rows: rows.map((row): FeedRow => ({ ...row, position: Number(row.position) })),
      end: sealed && rows.length < rowsPerPage,
    };
  }

  /** Seals what is committed, at most a few thousand rows a page. Answers whether all of it was. */
  async #sealAll(): Promise<boolean> {
    for (let round = 0; round < 5; round += 1) {
      const [answer] = await this.database.query<{ sealed: string }>(seal);
      if (Number(answer?.sealed ?? 0) < 1000) return true;
    }
    return false;
  }
}
