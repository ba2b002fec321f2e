/**
 * The consuming side of a feed: pulls pages, applies each with its cursor in one transaction, and remembers when it last reached the end.
 * Nothing is lost when either side is down, and applying a page twice changes nothing.
 */
import { setTimeout as pause } from "node:timers/promises";
import { Agent, request, type Dispatcher } from "undici";
import { statement, type Database, type Queries } from "../database.js";
import type { FeedTopic } from "../manifest.js";
import { faultOf } from "../server/fault.js";
import { readPage, type FeedPage, type FeedRow } from "./feed-page.js";

/** What a consumer does with a page. Both steps run in the transaction that moves the cursor. */
export interface FeedTarget {
  readonly topic: FeedTopic;
  /** How long a copy that reached the end may rest, in milliseconds; without it the feed is followed at once. */
  readonly rest?: number;
  /** Stores the newest state of each row, marked with its producer and generation; a row without body is removed. */
  apply(
    queries: Queries,
    rows: readonly FeedRow[],
    from: { readonly producer: string; readonly generation: number },
  ): Promise<void>;
  /** After a feed was read again from zero: removes what the producer no longer tells, which still has an older generation. */
  sweep(queries: Queries, from: { readonly producer: string; readonly generation: number }): Promise<void>;
}

/** Where a feed is and how to be let in. */
export interface FeedSource {
  readonly producer: string;
  /** Base URL of the producer: `http://127.0.0.1:4002`. */
  readonly url: string;
  /** Name of the consuming subgraph. */
  readonly consumer: string;
  readonly secret: string;
}

interface Cursor {
  readonly epoch: string | null;
  readonly position: string;
  readonly generation: number;
  readonly rebuilding: boolean;
}

const createCursor = statement("insert into feed_cursor (producer, topic) values ($1, $2) on conflict do nothing");
const readCursor = statement(
  "select epoch, position, generation, rebuilding from feed_cursor where producer = $1 and topic = $2",
);
const lockCursor = statement(
  "select epoch, position, generation, rebuilding from feed_cursor where producer = $1 and topic = $2 for update",
);
const restart = statement(
  "update feed_cursor set epoch = $3, position = 0, generation = generation + 1, rebuilding = true where producer = $1 and topic = $2",
);
const move = statement(
  `update feed_cursor set position = $3, rebuilding = rebuilding and not $4,
          as_of = case when $4 then greatest(as_of, clock_timestamp() - $5 * interval '1 millisecond') else as_of end
    where producer = $1 and topic = $2`,
);

/** How long the producer may hold a request open; the copy's `asOf` is then never much older. */
const waitMilliseconds = 2000;
const longestPause = 2000;
/** A producer that holds a page longer than this, in milliseconds, hangs. */
const usualPatience = 10_000;
/** A page is at most some megabytes; a producer that sends without end is cut off. */
const mostBytes = 64 * 1024 * 1024;

/** How a feed fares. */
export interface FeedTrouble {
  readonly producer: string;
  readonly topic: FeedTopic;
  /** What does not go as it should; null where all is well again. */
  readonly reason: string | null;
}

/** A page, and when it was asked for. */
interface Fetched {
  readonly page: FeedPage;
  /** On the clock of `performance.now()`. */
  readonly askedAt: number;
}

/** Follows one topic of one producer until stopped. */
export class FeedConsumer {
  readonly #stop = new AbortController();
  readonly #connection: Dispatcher = new Agent({ connections: 1, maxResponseSize: mostBytes });
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly source: FeedSource,
    private readonly target: FeedTarget,
    /** Told when trouble begins, changes or ends, not at every try. */
    private readonly onTrouble: (trouble: FeedTrouble) => void,
    private readonly patience = usualPatience,
  ) {}

  start(): void {
    this.#running = this.#follow();
  }

  /** Ends after the page in hand is stored. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#connection.destroy();
    await this.#running;
  }

  /** Forgets the cursor: the next pull reads everything again, while what is known stays readable. */
  async rebuild(): Promise<void> {
    await this.database.query(createCursor, [this.source.producer, this.target.topic]);
    await this.database.query(restart, [this.source.producer, this.target.topic, null]);
  }

  /** Pulls and stores one page. Answers whether the end was reached. Throws where the producer does not answer as it should. */
  async pull(wait = 0): Promise<boolean> {
    const place = [this.source.producer, this.target.topic];
    await this.database.query(createCursor, place);
    const [cursor] = await this.database.query<Cursor>(readCursor, place);
    if (!cursor) throw new Error("the cursor is gone");
    const fetched = await this.#fetch(cursor, wait);
    return this.database.transaction((queries) => this.#store(queries, cursor, fetched));
  }

  async #follow(): Promise<void> {
    let delay = 100;
    let told: string | null = null;
    while (!this.#stop.signal.aborted) {
      const { reason, end } = await this.#tryToPull();
      if (this.#stop.signal.aborted) return;
      if (reason !== told) this.onTrouble({ producer: this.source.producer, topic: this.target.topic, reason });
      told = reason;
      if (reason === null) {
        delay = 100;
        if (end && this.target.rest !== undefined) await this.#pause(this.target.rest);
      } else {
        await this.#pause(delay);
        delay = Math.min(delay * 2, longestPause);
      }
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** Answers what went wrong, null where all went well, and whether the end was reached. */
  async #tryToPull(): Promise<{ readonly reason: string | null; readonly end: boolean }> {
    try {
      return { reason: null, end: await this.pull(this.target.rest === undefined ? waitMilliseconds : 0) };
    } catch (error) {
      return { reason: reasonOf(error), end: false };
    }
  }

  async #fetch({ position, epoch }: Cursor, wait: number): Promise<Fetched> {
    const askedAt = performance.now();
    const after = Number(position);
    const { statusCode, body } = await request(`${this.source.url}/feed`, {
      dispatcher: this.#connection,
      query: { topic: this.target.topic, after, wait, ...(epoch !== null && { epoch }) },
      headers: { authorization: `Bearer ${this.source.secret}`, "x-parcours-subgraph": this.source.consumer },
      // The whole of it, head and body: a body that trickles is no answer either.
      signal: AbortSignal.timeout(wait + this.patience),
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`the feed answered ${statusCode}`);
    }
    return { page: readPage(await body.text(), after), askedAt };
  }

  /** Another copy of this process may have been quicker: then the page is dropped, for it is stored already. */
  async #store(queries: Queries, asked: Cursor, { page, askedAt }: Fetched): Promise<boolean> {
    const { producer } = this.source;
    const place = [producer, this.target.topic];
    const [cursor] = await queries.query<Cursor>(lockCursor, place);
    if (!cursor || cursor.position !== asked.position || cursor.generation !== asked.generation) return false;
    if (cursor.epoch !== page.epoch) {
      await queries.query(restart, [...place, page.epoch]);
      return false;
    }
    const from = { producer, generation: cursor.generation };
    if (page.rows.length > 0) await this.target.apply(queries, page.rows, from);
    if (page.end && cursor.rebuilding) await this.target.sweep(queries, from);
    // The copy is as old as the producer's look, not as young as the page's arrival: a page may be long on its way.
    const age = performance.now() - askedAt - page.lookedAfter;
    await queries.query(move, [...place, page.rows.at(-1)?.position ?? cursor.position, page.end, Math.max(0, age)]);
    return page.end;
  }
}

/** Our own sentences hold no content of a page; what the database says of a row may. */
function reasonOf(error: unknown): string {
  const { code, message } = faultOf(error);
  if (code !== undefined) return message ?? `the page could not be stored (${code})`;
  return error instanceof Error ? error.message : String(error);
}
