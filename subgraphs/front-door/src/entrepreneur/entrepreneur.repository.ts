import { inOrder } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { Entrepreneur } from "./entrepreneur.entity.js";

const readByIds = statement(`select ${columnsOf(Entrepreneur, "e")} from entrepreneur e where e.id = any($1::uuid[])`, {
  by: "KEY",
  column: "id",
});

const lockById = statement("select from entrepreneur e where e.id = $1 for key share");

/**
 * Whether a person is still known, and stays so until the transaction ends: an erasure waits, or was before. What is written about somebody in
 * one transaction with this is never written after the erasure.
 */
export async function staysKnown(queries: Queries, id: string): Promise<boolean> {
  return (await queries.query(lockById, [id])).length > 0;
}

const lockByIds = statement("select e.id from entrepreneur e where e.id = any($1::uuid[]) order by e.id for key share");

/** Those of some persons who are still known, and stay so until the transaction ends, as `staysKnown`. */
export async function whoStayKnown(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queries.query<{ id: string }>(lockByIds, [ids]);
  return new Set(rows.map(({ id }) => id));
}

/** One person per id, in order; null where the id is unknown. */
export async function entrepreneursByIds(queries: Queries, ids: readonly string[]): Promise<(Entrepreneur | null)[]> {
  return inOrder(ids, await queries.query<Entrepreneur>(readByIds, [ids]), ({ id }) => id);
}
