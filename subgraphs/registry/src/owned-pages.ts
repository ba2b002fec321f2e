/** Pages of what an enterprise has: establishments, branches, annual accounts. The cursor is the row's key, since none of them has an instant. */
import { loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type ClassReference, type Queries, type Statement } from "@parcours/shared/database";
import { DomainError, kernelErrors } from "@parcours/shared/errors";
import type { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { pageRequest, type Page } from "@parcours/shared/paging";

/** A page behind a key. */
export interface KeyPageRequest {
  readonly first: number;
  readonly after: string | null;
}

const keyPattern = /^\d{1,10}$/;

/** The page that the arguments ask for. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID. */
export function keyPageAskedBy({ first, after }: ConnectionArguments): KeyPageRequest {
  const checked = pageRequest(first, null);
  if (!after) return { first: checked.first, after: null };
  const key = Buffer.from(after, "base64url").toString();
  if (!keyPattern.test(key)) throw new DomainError(kernelErrors.CURSOR_INVALID);
  return { first: checked.first, after: key };
}

/** Makes a page of rows that were fetched one beyond what was asked. @param keyOf digits only */
export function keyPageOf<Row>(
  rows: readonly Row[],
  { first }: KeyPageRequest,
  keyOf: (row: Row) => string,
): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: Buffer.from(keyOf(node)).toString("base64url") }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** How rows of an enterprise are ordered. */
export interface OwnedOrder<Row> {
  readonly table: string;
  /** The column that orders them, with an index behind `enterprise_number`. */
  readonly column: string;
  readonly type: "text" | "integer";
  readonly direction: "asc" | "desc";
  readonly keyOf: (row: Row) => string;
}

/** The statement that reads one page for each of any number of enterprises. Make it once, at module level. */
export class OwnedTable<Row extends object> {
  readonly #select: Statement;

  constructor(
    entity: ClassReference,
    private readonly order: OwnedOrder<Row>,
  ) {
    const { table, column, type, direction } = order;
    this.#select = statement(
      `select owner.place::int as owner, found.* from unnest($1::text[]) with ordinality as owner(number, place)
        cross join lateral (
          select ${columnsOf(entity, "owned")} from ${table} owned
           where owned.enterprise_number = owner.number and ($2::${type} is null or owned.${column} ${direction === "asc" ? ">" : "<"} $2::${type})
           order by owned.${column} ${direction} limit $3) found`,
    );
  }

  /** One page per enterprise, in the numbers' order. */
  async pages(queries: Queries, numbers: readonly string[], request: KeyPageRequest): Promise<Page<Row>[]> {
    const rows = await queries.query<Row & { readonly owner: number }>(this.#select, [
      numbers,
      request.after,
      request.first + 1,
    ]);
    const lists = numbers.map((): Row[] => []);
    for (const row of rows) lists[row.owner - 1]?.push(row);
    return lists.map((list) => keyPageOf(list, request, this.order.keyOf));
  }
}

/** Pages for one request: enterprises of one list ask for the same page and share a statement. */
export class OwnedPages<Row extends object> {
  readonly #loaders = new Map<string, Loader<string, Page<Row>>>();

  /** @param complete adds what is computed from a row's columns */
  constructor(
    private readonly table: OwnedTable<Row>,
    private readonly queries: Queries,
    private readonly complete: (row: Row) => Row = (row) => row,
  ) {}

  /** A page of what the enterprise has; empty where it has nothing. */
  of(number: string, request: KeyPageRequest): Promise<Page<Row>> {
    const key = `${request.first} ${request.after ?? ""}`;
    let pages = this.#loaders.get(key);
    if (!pages) this.#loaders.set(key, (pages = this.#loader(request)));
    return pages.load(number);
  }

  #loader(request: KeyPageRequest): Loader<string, Page<Row>> {
    return loader(async (numbers) => {
      const pages = await this.table.pages(this.queries, numbers, request);
      return pages.map((page) => ({
        ...page,
        edges: page.edges.map((edge) => ({ ...edge, node: this.complete(edge.node) })),
      }));
    });
  }
}
