/** One connection on which an import works: alone of its name, in staging tables of its own, and gone without a trace when it is stopped. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { withClient } from "../database-roles.js";
import { CopyRows } from "./copy-rows.js";
import { ImportRefused } from "./importer.js";

/** What an import does in the database. */
export interface ImportSession {
  /** Runs one statement. A temporary table lives as long as the session. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Begins a COPY; nothing else may run until it has ended. @param table trusted, as are the columns */
  copy(table: string, columns: readonly string[]): CopyRows;
  /** All that work does holds, or nothing. */
  inTransaction<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * Opens a session, and closes it whatever happens. An abort cancels the statement that runs.
 * @param name imports of one name wait for nobody: the second is refused
 * @throws ImportRefused when another import of the name is at work; the signal's reason when it was aborted
 */
export async function withImportSession<Result>(
  ownerUrl: string,
  name: string,
  signal: AbortSignal,
  work: (session: ImportSession) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  return withClient(ownerUrl, async (client) => {
    const [backend] = (
      await client.query<{ pid: number; free: boolean }>(
        "select pg_backend_pid() as pid, pg_try_advisory_lock($1) as free",
        [lockKey(name)],
      )
    ).rows;
    if (!backend?.free) throw new ImportRefused(`Another import of ${name} is at work: wait for it.`);
    const stop = (): void => void cancel(ownerUrl, backend.pid);
    signal.addEventListener("abort", stop);
    try {
      return await work(sessionOn(client, signal));
    } catch (error) {
      // What the cancelled statement says is not what happened.
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  });
}

function sessionOn(client: pg.Client, signal: AbortSignal): ImportSession {
  const query = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    signal.throwIfAborted();
    return (await client.query({ text, values: [...values] })).rows as Row[];
  };
  return {
    query,
    copy: (table, columns) => new CopyRows(client, table, columns),
    async inTransaction(work) {
      await query("begin");
      try {
        const result = await work();
        await query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Cancels what a backend runs. Where that fails, the session ends with its next statement. */
async function cancel(ownerUrl: string, pid: number): Promise<void> {
  await withClient(ownerUrl, (client) => client.query("select pg_cancel_backend($1)", [pid])).catch(() => undefined);
}

function lockKey(name: string): string {
  return createHash("sha256").update(`parcours import ${name}`).digest().readBigInt64BE(0).toString();
}
