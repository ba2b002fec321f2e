/** Pages of a list, one for each of many keys, batched over one request. */
import { loader, type Loader } from "./batching.js";
import type { Page, PageRequest } from "./paging.js";

/**
 * The pages of one list, as one request sees them. The keys of one level of a query ask for the same page: they share a loader, so they
 * share a statement. What is asked is plain data: where to read on, and whatever the list is narrowed to.
 */
export class PageLoaders<Row, Asked extends object = PageRequest> {
  readonly #loaders = new Map<string, Loader<string, Page<Row>>>();

  /**
   * @param read answers one page per key, in the keys' order
   * @param complete what makes a row of the table what the graph shows
   */
  constructor(
    private readonly read: (keys: readonly string[], asked: Asked) => Promise<readonly Page<Row>[]>,
    private readonly complete: (row: Row) => Row = (row) => row,
  ) {}

  /** The page of one key: a holder's, a dossier's, a site's. */
  async of(key: string, asked: Asked): Promise<Page<Row>> {
    const name = JSON.stringify(asked);
    let pages = this.#loaders.get(name);
    if (!pages) {
      pages = loader(async (keys) => (await this.read(keys, asked)).map((page) => this.#completed(page)));
      this.#loaders.set(name, pages);
    }
    return pages.load(key);
  }

  #completed({ edges, pageInfo }: Page<Row>): Page<Row> {
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: this.complete(node) })), pageInfo };
  }
}
