import { loader, type Loader } from "@parcours/shared/batching";
import type { Page, PageRequest } from "@parcours/shared/paging";

/** Page look-ups of one request. Holders of one level of a query ask for the same page: they share a loader, so they share a statement. */
export class PageLoaders<Row> {
  readonly #loaders = new Map<string, Loader<string, Page<Row>>>();

  constructor(private readonly read: (keys: readonly string[], request: PageRequest) => Promise<Page<Row>[]>) {}

  /** The page of one holder. */
  page(key: string, request: PageRequest): Promise<Page<Row>> {
    const name = `${request.first} ${request.after?.at.getTime() ?? ""} ${request.after?.id ?? ""}`;
    let pages = this.#loaders.get(name);
    if (!pages) {
      pages = loader((keys) => this.read(keys, request));
      this.#loaders.set(name, pages);
    }
    return pages.load(key);
  }
}
