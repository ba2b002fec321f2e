/** Pages of lists that have an order of their own: the units of each site, who stays there, who comes next. */
import { byPlace } from "@parcours/shared/batching";
import type { Queries, Statement } from "@parcours/shared/database";
import { pageOf, type Page, type PageRequest, type Place } from "@parcours/shared/paging";

/**
 * Runs a statement with one page per key. It is given the keys as `$1`, the instant and id of the place to read on behind as `$2` and
 * `$3`, the most rows per key as `$4`, then the further values; it answers rows in the order of the list, each with its key's place from
 * 0 in `holder`.
 */
export async function readPages<Row>(
  queries: Queries,
  select: Statement,
  keys: readonly string[],
  request: PageRequest,
  placeOf: (row: Row) => Place,
  further: readonly unknown[] = [],
): Promise<Page<Row>[]> {
  const { first, after } = request;
  const values = [keys, after?.at ?? null, after?.id ?? null, first + 1, ...further];
  const rows = await queries.query<Row & { readonly holder: number }>(select, values);
  return byPlace<Row>(keys.length, rows).map((list) => pageOf(list, request, placeOf));
}
