/** Pages of what an enterprise has: establishments, branches, annual accounts. The cursor is the row's key, since none of them has an instant. */
import { byPlace } from "@parcours/shared/batching";
import { columnsOf, statement, type ClassReference, type Queries, type Statement } from "@parcours/shared/database";
import { DomainError, kernelErrors } from "@parcours/shared/errors";
import type { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { PageLoaders } from "@parcours/shared/page-loaders";
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
      `select owner.place::int - 1 as holder, found.* from unnest($1::text[]) with ordinality as owner(number, place)
        cross join lateral (
          select ${columnsOf(entity, "owned")} from ${table} owned
           where owned.enterprise_number = owner.number and ($2::${type} is null or owned.${column} ${direction === "asc" ? ">" : "<"} $2::${type})
           order by owned.${column} ${direction} limit $3) found`,
    );
  }

  /** One page per enterprise, in the numbers' order. */
  async pages(queries: Queries, numbers: readonly string[], request: KeyPageRequest): Promise<Page<Row>[]> {
    const values = [numbers, request.after, request.first + 1];
    const rows = await queries.query<Row & { readonly holder: number }>(this.#select, values);
    return byPlace<Row>(numbers.length, rows).map((list) => keyPageOf(list, request, this.order.keyOf));
  }
}

/** Pages for one request: enterprises of one list ask for the same page and share a statement. */
export class OwnedPages<Row extends object> extends PageLoaders<Row, KeyPageRequest> {
  /** @param complete adds what is computed from a row's columns */
  constructor(table: OwnedTable<Row>, queries: Queries, complete?: (row: Row) => Row) {
    super((numbers, page) => table.pages(queries, numbers, page), complete);
  }
}
