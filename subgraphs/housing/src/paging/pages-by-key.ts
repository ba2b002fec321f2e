/** Pages of a list per key (the units of each site), batched over one request. */
import { loader, type Loader } from "@parcours/shared/batching";
import type { Queries, Statement } from "@parcours/shared/database";
import { pageOf, type Page, type PageRequest, type Place } from "@parcours/shared/paging";

/** Reads one page per key, in the order of the keys. `variant` is whatever else the list was asked with. */
type ReadPages<Row> = (keys: readonly string[], request: PageRequest, variant: string | null) => Promise<readonly Page<Row>[]>;

/** The keys of one level of a query ask for the same page: they share a loader, so they share a statement. Lives as long as one request. */
export class PagesByKey<Row> {
  readonly #loaders = new Map<string, Loader<string, Page<Row>>>();

  constructor(private readonly read: ReadPages<Row>) {}

  /** The page of one key. */
  async page(key: string, request: PageRequest, variant: string | null = null): Promise<Page<Row>> {
    const { first, after } = request;
    const name = `${variant ?? ""} ${first} ${after?.at.getTime() ?? ""} ${after?.id ?? ""}`;
    let pages = this.#loaders.get(name);
    if (!pages) {
      pages = loader((keys) => this.read(keys, request, variant));
      this.#loaders.set(name, pages);
    }
    return pages.load(key);
  }
}

/** What a statement for `readPages` must answer besides the row: which of the keys it belongs to, from 0. */
export interface OfKey {
  readonly holder: number;
}

/**
 * Runs a statement with one page per key. It is given the keys as `$1`, the instant and id of the place to read on behind as `$2` and
 * `$3`, the most rows per key as `$4`, then the further values; it answers rows in the order of the list.
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
  const rows = await queries.query<Row & OfKey>(select, [keys, after?.at ?? null, after?.id ?? null, first + 1, ...further]);
  const lists = keys.map((): Row[] => []);
  for (const row of rows) lists[row.holder]?.push(row);
  return lists.map((list) => pageOf(list, request, placeOf));
}
