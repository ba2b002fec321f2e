import { inOrder } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { Entrepreneur } from "./entrepreneur.entity.js";

const readByIds = statement(`select ${columnsOf(Entrepreneur, "e")} from entrepreneur e where e.id = any($1::uuid[])`);

/** One person per id, in order; null where the id is unknown. */
export async function entrepreneursByIds(queries: Queries, ids: readonly string[]): Promise<(Entrepreneur | null)[]> {
  return inOrder(ids, await queries.query<Entrepreneur>(readByIds, [ids]), ({ id }) => id);
}
