/** Makes the daily roots of a subgraph's own log: whichever process comes first, once for each finished UTC day that has looks. */
import { setTimeout as pause } from "node:timers/promises";
import { statement, type Database, type Queries } from "../database.js";
import { publish } from "../feed/outbox.js";
import type { SignedRoot } from "./log-root.js";
import type { ChainHead } from "./log-row.js";
import { signedRoot, type SigningKeys } from "./signing-keys.js";

/** The oldest row behind the newest root's day: rows of a closed day are not looked for again. */
const readNext = statement(
  `select l.at at time zone 'UTC' as at, encode(r.hash, 'hex') as previous
     from (select max(day) as day from log_root) last
     left join log_root r on r.day = last.day
    cross join lateral (select min(at at time zone 'UTC') as at from access_log
                         where at at time zone 'UTC' >= coalesce((last.day + 1)::timestamp, '-infinity')) l
    where l.at is not null`,
);
const readHeads = statement(
  `select l.chain, l.position::float8 as position, encode(l.hash, 'hex') as hash
     from (select chain, max(position) as position from access_log
                   where at at time zone 'UTC' >= $1::date and at at time zone 'UTC' < $1::date + 1 group by chain) ends
     join access_log l on l.chain = ends.chain and l.position = ends.position
    order by l.chain`,
);
const insertRoot = statement(
  `insert into log_root (day, previous, heads, hash, key, signature, former_key, endorsement)
   values ($1, decode($2, 'hex'), $3::jsonb, decode($4, 'hex'), $5, $6, $7, $8) on conflict (day) do nothing returning day`,
);

const dayMilliseconds = 86_400_000;
/**
 * How long a day stays open after its end: no look is written later than a minute after it was made and the statements' own time, so that
 * what comes to a closed day did not come from a process that serves. In milliseconds.
 */
export const graceMilliseconds = 600_000;
/** How often a process looks for a day without root, in milliseconds; up to a quarter more, so that copies do not look at once. */
const every = 60_000;

/** Makes roots for one subgraph. */
export class LogRootMaker {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly producer: string,
    private readonly keys: SigningKeys,
    private readonly now: () => number = Date.now,
  ) {}

  /** Makes every root that is due. Answers the days, oldest first. Errors: those of the database. */
  async makeDue(): Promise<string[]> {
    const days: string[] = [];
    for (;;) {
      const day = await this.database.transaction((queries) => this.#makeNext(queries));
      if (day === null) return days;
      if (day.made) days.push(day.day);
    }
  }

  /** Looks for due roots until stopped; does not keep the process alive. `onTrouble` is told what went wrong, each time. */
  start(onTrouble: (error: unknown) => void): void {
    this.#running = this.#follow(onTrouble);
  }

  /** Ends after the root in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #follow(onTrouble: (error: unknown) => void): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.makeDue().catch(onTrouble);
      await pause(every * (1 + Math.random() / 4), undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** The next day in turn, or null where none is due. `made` is false where another process was quicker. */
  async #makeNext(queries: Queries): Promise<{ day: string; made: boolean } | null> {
    const [next] = await queries.query<{ at: Date; previous: string | null }>(readNext);
    if (!next) return null;
    const begins = Math.floor(next.at.getTime() / dayMilliseconds) * dayMilliseconds;
    if (begins + dayMilliseconds + graceMilliseconds > this.now()) return null;
    const day = new Date(begins).toISOString().slice(0, 10);
    const heads = await queries.query<ChainHead>(readHeads, [day]);
    const root = signedRoot({ producer: this.producer, day, previous: next.previous, heads }, this.keys);
    const made = await insertedFirst(queries, root);
    if (made) await publishRoot(queries, root);
    return { day, made };
  }
}

async function insertedFirst(queries: Queries, root: SignedRoot): Promise<boolean> {
  const rows = await queries.query(insertRoot, [
    root.day,
    root.previous,
    JSON.stringify(root.heads),
    root.hash,
    ...[root.key, root.signature, root.formerKey, root.endorsement].map(bytesOf),
  ]);
  return rows.length > 0;
}

/** Tells the others; each day is an entry of its own, so that a consumer can be rebuilt from zero. */
async function publishRoot(queries: Queries, root: SignedRoot): Promise<void> {
  await publish(queries, [{ topic: "LOG_ROOT", key: root.day, body: root, source: "ACCESS_LOG" }]);
}

function bytesOf(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, "base64url");
}
