/** The producing side of a feed: seals what was committed and answers `GET /feed?topic=…&after=…&wait=…`. */
import { setTimeout as pause } from "node:timers/promises";
import { statement, type Database } from "../database.js";
import type { FeedTopic } from "../manifest.js";
import { rowsPerPage, type FeedPage, type FeedRow } from "./feed-page.js";
import { SharedWork } from "./shared-work.js";

const seal = statement("select seal_outbox() as sealed");
/**
 * The epoch changes by itself after a restore: a restored table has another oid, a restored or promoted server another timeline or
 * identity. What was kept as the epoch is in the backup too, so it alone would not tell.
 */
const presentEpoch = `select md5(concat_ws(' ', epoch, system_identifier, timeline_id, 'outbox'::regclass::oid))::uuid as epoch
     from feed_epoch, pg_control_system(), pg_control_checkpoint()`;
const readEpoch = statement(presentEpoch);
/**
 * Who asks what comes behind a position has stored all up to it. Written only where it moved, back as well as on: a reader that was restored
 * has no longer applied what it had. Positions of another epoch say nothing of this one's.
 */
const noteReached = statement(
  `insert into feed_reader (reader, topic, position, at)
   select $1, $2, $3::bigint, clock_timestamp()
    where not exists (select from feed_reader where reader = $1 and topic = $2 and position = $3) and $4::uuid = (${presentEpoch})
   on conflict (reader, topic) do update set position = excluded.position, at = excluded.at`,
);
const readRows = statement(
  `select position, key, body from outbox where topic = $1 and position > $2 order by position limit ${rowsPerPage}`,
);
/** All that an idle look costs: one statement on two indexes. */
const readHeads = statement(
  `select topic, (select max(position) from outbox where outbox.topic = asked.topic and position is not null) as head,
          exists(select from outbox where position is null) as "unsealed"
     from unnest($1::text[]) as asked(topic)`,
);

/** How often a producer looks for something new while readers wait, in milliseconds, where this process has written since the last look. */
const lookEvery = 40;
/** How often where it has not: an import or another copy may have. Looks at nothing cost a calm system more than all else it does. */
const lookForOthersEvery = 200;
/**
 * A look passes over all rows of open transactions, so it takes long while a large import runs: the pause then grows with it, or the
 * looks would take the time that the import needs. In milliseconds; ten of pause for each beyond what a busy machine explains.
 */
const ordinaryLook = 50;
const pausePerLook = 10;
const longestPause = 1000;
/** Full seals of one page: a long backlog is handed out while the rest of it waits. */
const mostSeals = 5;
const rowsPerSeal = 1000;

interface Head {
  readonly topic: string;
  /** The last position; null where the topic has none. */
  readonly head: string | null;
  readonly unsealed: boolean;
}

/** Who reads a feed, as the request for a page says. */
export interface FeedReader {
  readonly name: string;
  /** Of the feed that its cursor is of; null before the first page. */
  readonly epoch: string | null;
}

/** Serves one subgraph's outbox. */
export class FeedProducer {
  #stopped = false;
  /** However many readers ask at once, one seals for all. */
  readonly #sealing = new SharedWork(() => this.#sealAll());
  /** However many readers wait, one looks for all: an idle feed costs the same for one reader and for fifty. */
  #look: Promise<ReadonlyMap<string, number>> | undefined;
  /** How long the last look took, in milliseconds, and what this process had committed when it began. */
  #lookTook = 0;
  #commitsSeen = -1;
  readonly #topics = new Set<FeedTopic>();

  constructor(private readonly database: Database) {}

  /** Sends waiting readers away with what there is: the process ends. */
  stop(): void {
    this.#stopped = true;
  }

  /**
   * A page behind a cursor. Where there is none yet, waits up to `wait` milliseconds for one, so that a change travels at once
   * without being pushed.
   * @param gone aborted when the reader has left
   * @param reader whose having come so far is noted, for those who wait until all have (`reach.ts`)
   */
  async page(
    topic: FeedTopic,
    after: number,
    wait: number,
    gone?: AbortSignal,
    reader?: FeedReader,
  ): Promise<FeedPage> {
    const asked = performance.now();
    if (reader?.epoch) await this.database.query(noteReached, [reader.name, topic, after, reader.epoch]);
    const mayWait = (): boolean => performance.now() - asked < wait && !this.#stopped && gone?.aborted !== true;
    this.#topics.add(topic);
    let page = await this.#read(topic, after, asked);
    while (page.rows.length === 0 && mayWait()) {
      let head = 0;
      while (head <= after && mayWait()) head = (await this.#nextLook()).get(topic) ?? 0;
      page = await this.#read(topic, after, asked);
    }
    return page;
  }

  /** The last positions of every topic that is read, at the end of the present pause. */
  #nextLook(): Promise<ReadonlyMap<string, number>> {
    this.#look ??= this.#pauseBeforeLook().then(async () => {
      // Who comes from here on may have committed after this look: the next one is theirs.
      this.#look = undefined;
      this.#commitsSeen = this.database.commits;
      const started = performance.now();
      const heads = await this.#readHeads();
      this.#lookTook = performance.now() - started;
      if (!heads.some(({ unsealed }) => unsealed)) return headsByTopic(heads);
      await this.#sealing.run();
      return headsByTopic(await this.#readHeads());
    });
    return this.#look;
  }

  async #pauseBeforeLook(): Promise<void> {
    const began = performance.now();
    await pause(Math.min(Math.max(lookEvery, (this.#lookTook - ordinaryLook) * pausePerLook), longestPause));
    while (
      this.database.commits === this.#commitsSeen &&
      !this.#stopped &&
      performance.now() - began < lookForOthersEvery - lookEvery / 2
    )
      await pause(lookEvery);
  }

  async #readHeads(): Promise<Head[]> {
    return this.database.query<Head>(readHeads, [[...this.#topics]]);
  }

  async #read(topic: FeedTopic, after: number, asked: number): Promise<FeedPage> {
    const lookedAfter = Math.floor(performance.now() - asked);
    const sealed = await this.#sealing.run();
    const [epoch] = await this.database.query<{ epoch: string }>(readEpoch);
    if (!epoch) throw new Error("the feed has no epoch: the table feed_epoch is empty");
    const rows = await this.database.query<{ position: string; key: string; body: object | null }>(readRows, [
      topic,
      after,
    ]);
    return {
      epoch: epoch.epoch,
      rows: rows.map((row): FeedRow => ({ ...row, position: Number(row.position) })),
      end: sealed && rows.length < rowsPerPage,
      lookedAfter,
    };
  }

  /** Seals what is committed, at most a few thousand rows a page. Answers whether all of it was. */
  async #sealAll(): Promise<boolean> {
    for (let round = 0; round < mostSeals; round += 1) {
      const [answer] = await this.database.query<{ sealed: string }>(seal);
      if (Number(answer?.sealed ?? 0) < rowsPerSeal) return true;
    }
    return false;
  }
}

function headsByTopic(heads: readonly Head[]): ReadonlyMap<string, number> {
  return new Map(heads.map(({ topic, head }) => [topic, Number(head ?? 0)]));
}
