/**
 * Writes the access log of one process: one hash chain of its own, so that copies of a subgraph take no lock for each other. Rows that come
 * while a write is under way are written together: under load a look costs a share of one statement.
 */
import { statement, type Database, type Statement } from "../database.js";
import { newId } from "../ids.js";
import { chainHash, chainedHash, type ChainHead, type LogRow } from "./log-row.js";

const readHeads = statement(
  `select c.id as chain, coalesce(l.position, 0)::int as position, encode(coalesce(l.hash, c.hash), 'hex') as hash
     from access_log_chain c
     left join lateral (select position, hash from access_log where chain = c.id order by position desc limit 1) l on true
    order by c.started_at, c.id`,
);
const insertChain = statement(
  `insert into access_log_chain (id, started_at, links, hash) values ($1, $2, $3::jsonb, decode($4, 'hex'))`,
);
const insertRows = statement(
  `insert into access_log (chain, position, at, action, subject, enterprise_number, agency_code, system, role, staff_id, reader_subject,
                           on_behalf_of, purpose, case_reference, categories, withheld, result, records, flag, request_id, hop, hash)
   select $1, r.position, r.at, r.action, r.subject, r."enterpriseNumber", r."agencyCode", r.system, r.role, r."staffId", r."readerSubject",
          r."onBehalfOf", r.purpose, r."caseReference", r.categories, r.withheld, r.result, r.records, r.flag, r."requestId", r.hop,
          decode(r.hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as r(position bigint, at timestamptz, action text, subject uuid, "enterpriseNumber" text,
          "agencyCode" text, system text, role text, "staffId" text, "readerSubject" uuid, "onBehalfOf" text, purpose text,
          "caseReference" text, categories text[], withheld text[], result text, records int, flag text, "requestId" text, hop int, hash text)`,
);

/** The heads of all chains of a database; a chain without a row stands with its own hash at position 0. */
export async function chainHeads(database: Pick<Database, "query">): Promise<ChainHead[]> {
  return database.query<ChainHead>(readHeads);
}

interface Waiting {
  readonly rows: readonly LogRow[];
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/** The most rows that one statement writes. */
const mostRows = 2000;

/** The log that one process writes. */
export class AccessLog {
  #head: ChainHead | null = null;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(private readonly database: Pick<Database, "query">) {}

  /** Resolves when the rows are in the database for good. Rejects where they are not: then the answer must not leave. */
  async write(rows: readonly LogRow[]): Promise<void> {
    if (rows.length === 0) return;
    await new Promise<void>((written, failed) => {
      this.#waiting.push({ rows, written, failed });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Waits until nothing is being written. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // What else this turn of the event loop brings goes with the first.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const together = this.#next();
      try {
        await this.#append(together.flatMap(({ rows }) => rows));
        for (const { written } of together) written();
      } catch (error) {
        // Whether the rows were committed is not known: the chain ends here, and the next row begins another.
        this.#head = null;
        for (const { failed } of together) failed(error);
      }
    }
    this.#writing = null;
  }

  #next(): Waiting[] {
    let rows = 0;
    const fitting = this.#waiting.findIndex((waiting, index) => (rows += waiting.rows.length) > mostRows && index > 0);
    return this.#waiting.splice(0, fitting === -1 ? this.#waiting.length : fitting);
  }

  async #append(rows: readonly LogRow[]): Promise<void> {
    const head = (this.#head ??= await this.#begin());
    let { position, hash } = head;
    const chained = rows.map((row) => {
      position += 1;
      hash = chainedHash(hash, position, row);
      return { ...row, position, hash };
    });
    await this.database.query(insertRows as Statement, [head.chain, JSON.stringify(chained)]);
    this.#head = { chain: head.chain, position, hash };
  }

  async #begin(): Promise<ChainHead> {
    const [chain, startedAt, links] = [newId(), new Date(), await chainHeads(this.database)];
    const hash = chainHash(chain, startedAt, links);
    await this.database.query(insertChain, [chain, startedAt, JSON.stringify(links), hash]);
    return { chain, position: 0, hash };
  }
}
