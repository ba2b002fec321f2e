/**
 * Writes the access log of one process: one hash chain of its own, so that copies of a subgraph take no lock for each other. Rows that come
 * while a write is under way are written together: under load a look costs a share of one statement.
 */
import { statement, type Database } from "../database.js";
import { newId } from "../ids.js";
import { chainHash, chainedHash, type ChainHead, type LogRow } from "./log-row.js";

/**
 * The end of every chain that no other chain vouches for yet: a chain is vouched for by the first that begins after its last row, so that
 * what a chain begins with stays short however many there have been.
 */
const readLooseEnds = statement(
  `with vouched as (select (link->>'chain')::uuid as chain, max((link->>'position')::bigint) as position
                      from access_log_chain, jsonb_array_elements(links) link group by 1)
   select c.id as chain, coalesce(l.position, 0)::int as position, encode(coalesce(l.hash, c.hash), 'hex') as hash
     from access_log_chain c
     left join vouched v on v.chain = c.id
     left join lateral (select position, hash from access_log where chain = c.id order by position desc limit 1) l on true
    where v.position is null or v.position < l.position
    order by c.started_at, c.id`,
);
const insertChain = statement(
  `insert into access_log_chain (id, started_at, links, hash) values ($1, $2, $3::jsonb, decode($4, 'hex'))`,
);
const insertRows = statement(
  `insert into access_log (chain, position, at, action, subject, enterprise, agency_code, system, role, staff_id, reader_subject,
                           on_behalf_of, purpose, case_reference, categories, withheld, result, records, flag, request_id, hop, hash, previous)
   select $1, r.position, r.at, r.action, r.subject, r.enterprise, r."agencyCode", r.system, r.role, r."staffId", r."readerSubject",
          r."onBehalfOf", r.purpose, r."caseReference", r.categories, r.withheld, r.result, r.records, r.flag, r."requestId", r.hop,
          decode(r.hash, 'hex'), lag(decode(r.hash, 'hex'), 1, decode($3, 'hex')) over (order by r.position)
     from jsonb_to_recordset($2::jsonb) as r(position bigint, at timestamptz, action text, subject uuid, enterprise text,
          "agencyCode" text, system text, role text, "staffId" text, "readerSubject" uuid, "onBehalfOf" text, purpose text,
          "caseReference" text, categories text[], withheld text[], result text, records int, flag text, "requestId" text, hop int, hash text)`,
);

interface Waiting {
  readonly rows: readonly LogRow[];
  /** On the clock of `performance.now()`. */
  readonly since: number;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/** The most rows that one statement writes. */
const mostRows = 2000;
/** The most rows that wait: a database that hangs costs answers, not memory. */
const mostWaiting = 20_000;
/** What waited longer, in milliseconds, is not written any more: nobody waits for its answer, and its day may have been closed by a root. */
const longestWait = 60_000;
/**
 * SQLSTATE classes of what the database does not take, each a refusal of the statement, after which surely nothing was committed: 22 a value,
 * 23 a constraint, 54 a limit, such as a text too long for an index. Not 23505: where a row of ours is taken for one that is there already, the
 * place in the chain is not what we think, and another chain begins.
 */
const isRefusedRow = /^(22|23(?!505)|54)/;

/** A look could not be written because too many wait or it waited too long; the answer must not leave. */
export class LogOverloaded extends Error {
  override readonly name = "LogOverloaded";
}

/** Who wrote less than this many milliseconds ago is busy, and lingers so many for others before it writes again. */
const busy = 4;
const linger = 3;

/** The log that one process writes. */
export class AccessLog {
  #head: ChainHead | null = null;
  readonly #waiting: Waiting[] = [];
  #waitingRows = 0;
  #writing: Promise<void> | null = null;
  #lastWritten = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Pick<Database, "query">,
    private readonly limits = { mostWaiting, longestWait },
  ) {}

  /**
   * Resolves when the rows are in the database for good. Rejects where they are not: then the answer must not leave. A look never fails for
   * another request's: what the database does not take is tried again by itself.
   */
  async write(rows: readonly LogRow[]): Promise<void> {
    if (rows.length === 0) return;
    if (this.#waitingRows + rows.length > this.limits.mostWaiting && this.#waitingRows > 0)
      throw new LogOverloaded("too many looks wait to be written");
    await new Promise<void>((written, failed) => {
      this.#waiting.push({ rows, since: performance.now(), written, failed });
      this.#waitingRows += rows.length;
      this.#writing ??= this.#writeAll();
    });
  }

  /** Waits until nothing is being written. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // What else this turn of the event loop brings goes with the first; under load also what the next milliseconds bring: a commit for each
    // look would cost a busy subgraph more than the looks do.
    if (performance.now() - this.#lastWritten < busy) await new Promise((resolve) => setTimeout(resolve, linger));
    else await Promise.resolve();
    while (this.#waiting.length > 0) await this.#writeTogether(this.#next());
    this.#lastWritten = performance.now();
    // Nothing runs between the look at the queue and this: who comes now begins another round.
    this.#writing = null;
  }

  async #writeTogether(together: readonly Waiting[]): Promise<void> {
    if (together.length === 0) return;
    try {
      await this.#append(together.flatMap(({ rows }) => rows));
      for (const { written } of together) written();
    } catch (error) {
      const refused = isRefusedRow.test(String((error as { code?: unknown }).code));
      // Else whether the rows were committed is not known: the chain ends here, and the next row begins another.
      if (!refused) this.#head = null;
      if (refused && together.length > 1) for (const one of together) await this.#writeTogether([one]);
      else for (const { failed } of together) failed(error);
    }
  }

  /** What is written next; what waited too long is told so. */
  #next(): Waiting[] {
    let rows = 0;
    const fitting = this.#waiting.findIndex((waiting, index) => (rows += waiting.rows.length) > mostRows && index > 0);
    const taken = this.#waiting.splice(0, fitting === -1 ? this.#waiting.length : fitting);
    const earliest = performance.now() - this.limits.longestWait;
    for (const { rows: own, since, failed } of taken) {
      this.#waitingRows -= own.length;
      if (since < earliest) failed(new LogOverloaded("the look waited too long to be written"));
    }
    return taken.filter(({ since }) => since >= earliest);
  }

  async #append(rows: readonly LogRow[]): Promise<void> {
    const head = (this.#head ??= await this.#begin());
    let { position, hash } = head;
    const chained = rows.map((row) => {
      position += 1;
      hash = chainedHash(hash, position, row);
      return { ...row, position, hash };
    });
    await this.database.query(insertRows, [head.chain, JSON.stringify(chained), head.hash]);
    this.#head = { chain: head.chain, position, hash };
  }

  async #begin(): Promise<ChainHead> {
    const [chain, startedAt, links] = [newId(), new Date(), await this.database.query<ChainHead>(readLooseEnds)];
    const hash = chainHash(chain, startedAt, links);
    await this.database.query(insertChain, [chain, startedAt, JSON.stringify(links), hash]);
    return { chain, position: 0, hash };
  }
}
