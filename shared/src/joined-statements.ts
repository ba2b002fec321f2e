/**
 * Statements that are asked in one turn of the event loop, by whichever requests, travel together over one connection: a message there, a
 * message back, one process of the server woken. Waking one for each costs more than most of them do. Each ends by itself: one that fails
 * fails alone, and none sees another's rows.
 */
import type { Duplex } from "node:stream";
import pg from "pg";
import { merged, type AskedStatement, type Merging } from "./merged-statements.js";

/** What travels together is answered in order, so no more than this waits behind a slow one; what is asked beyond goes beside it. */
const mostTogether = 8;

/**
 * So many messages are under way before others wait for one to come back: what is asked meanwhile goes together. Two keep a server's process
 * at work while the answers of the other are read.
 */
const mostUnderWay = 2;
/** What waits behind slow ones goes beside them after so many milliseconds. */
const longestWait = 3;

/** Sends what only reads: a statement that waits for a lock would hold up those behind it. */
export class JoinedStatements {
  #waiting: AskedStatement[] = [];
  /** Messages that were sent and not answered yet. */
  #underWay = 0;
  #goesBeside: NodeJS.Timeout | undefined;

  /** @param pool of clients with the option `pipeline` */
  constructor(private readonly pool: () => pg.Pool) {}

  /** The rows of one statement. Errors: those of the server, of the connection, and of a pool without a free one. */
  query(query: AskedStatement["query"], merging?: Merging): Promise<pg.QueryResult> {
    return new Promise((answered, failed) => this.#ask({ query, merging, answered, failed }));
  }

  #ask(one: AskedStatement): void {
    // Once all that came with this turn has been heard.
    if (this.#waiting.length === 0) setImmediate(() => this.#sendOrWait());
    this.#waiting.push(one);
  }

  #sendOrWait(): void {
    if (this.#underWay < mostUnderWay) this.#sendAll();
    else this.#goesBeside ??= setTimeout(() => this.#sendAll(), longestWait);
  }

  #sendAll(): void {
    clearTimeout(this.#goesBeside);
    this.#goesBeside = undefined;
    const waiting = merged(this.#waiting, (one) => this.#ask(one));
    this.#waiting = [];
    for (let first = 0; first < waiting.length; first += mostTogether)
      void this.#sendCounted(waiting.slice(first, first + mostTogether));
  }

  async #sendCounted(together: readonly AskedStatement[]): Promise<void> {
    this.#underWay += 1;
    await this.#send(together);
    this.#underWay -= 1;
    // Nobody waits behind this one any more.
    if (this.#goesBeside !== undefined) this.#sendAll();
  }

  async #send(together: readonly AskedStatement[]): Promise<void> {
    const client = await this.pool()
      .connect()
      .catch((error: unknown) => {
        for (const { failed } of together) failed(error);
      });
    if (!client) return;
    // A connection that goes while it is ours: its statements say so, the event must not end the process.
    client.on("error", ignore);
    const faults = await Promise.all(written(client, together));
    client.off("error", ignore);
    // What the server refused leaves the connection as it was; after anything else it is of no further use.
    client.release(faults.some((fault) => fault !== undefined && !(fault instanceof pg.DatabaseError)));
  }
}

/** Writes the statements in one message. Answers what became of each: its fault, or nothing. */
function written(client: pg.PoolClient, together: readonly AskedStatement[]): Promise<unknown>[] {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection;
  stream.cork();
  try {
    return together.map(({ query, answered, failed }) =>
      client.query(query).then(answered, (error: unknown) => {
        failed(error);
        return error;
      }),
    );
  } finally {
    stream.uncork();
  }
}

const ignore = (): void => undefined;
