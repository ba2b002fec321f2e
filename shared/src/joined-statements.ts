/**
 * Statements that are asked in one turn of the event loop, by whichever requests, travel together over one connection: a message there, a
 * message back, one process of the server woken. Waking one for each costs more than most of them do. Each ends by itself: one that fails
 * fails alone, and none sees another's rows.
 */
import type { Duplex } from "node:stream";
import pg from "pg";

interface Waiting {
  readonly query: pg.QueryConfig;
  readonly answered: (result: pg.QueryResult) => void;
  readonly failed: (error: unknown) => void;
}

/** What travels together is answered in order, so no more than this waits behind a slow one; what is asked beyond goes beside it. */
const mostTogether = 8;

/** Sends what only reads: a statement that waits for a lock would hold up those behind it. */
export class JoinedStatements {
  #waiting: Waiting[] = [];

  /** @param pool of clients with the option `pipeline` */
  constructor(private readonly pool: () => pg.Pool) {}

  /** The rows of one statement. Errors: those of the server, of the connection, and of a pool without a free one. */
  query(query: pg.QueryConfig): Promise<pg.QueryResult> {
    return new Promise((answered, failed) => {
      // Once all that came with this turn has been heard.
      if (this.#waiting.length === 0) setImmediate(() => this.#sendAll());
      this.#waiting.push({ query, answered, failed });
    });
  }

  #sendAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let first = 0; first < waiting.length; first += mostTogether)
      void this.#send(waiting.slice(first, first + mostTogether));
  }

  async #send(together: readonly Waiting[]): Promise<void> {
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
function written(client: pg.PoolClient, together: readonly Waiting[]): Promise<unknown>[] {
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
