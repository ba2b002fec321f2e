import { inOrder } from "@parcours/shared/batching";
import { columnsOf, statement, type ClassReference, type Queries, type Statement } from "@parcours/shared/database";
import { PageLoaders } from "@parcours/shared/page-loaders";
import type { Page, PageRequest } from "@parcours/shared/paging";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";

/** Statements on a table of things about a person that are listed page by page. Make it once, at module level. */
export class ActTable<Row extends { readonly id: string }> {
  readonly ofPersons: RowList<Row>;
  readonly #byIds: Statement;

  /** @param at the property with the instant, or with `isDay` the day, that orders the list; the column's index begins with the person */
  constructor(
    entity: ClassReference,
    table: string,
    at: string,
    readonly complete: (row: Row) => Row,
    { isDay = false }: { readonly isDay?: boolean } = {},
  ) {
    this.ofPersons = new RowList<Row>(entity, table, "entrepreneurId", { at, isDay });
    this.#byIds = statement(`select ${columnsOf(entity, "act")} from ${table} act where act.id = any($1::uuid[])`);
  }

  /** The rows of some ids, in order, completed; those that are gone are left out. */
  async byIds(queries: Queries, ids: readonly string[]): Promise<Row[]> {
    const rows = inOrder(ids, await queries.query<Row>(this.#byIds, [ids]), ({ id }) => id);
    return rows.flatMap((row) => (row ? [this.complete(row)] : []));
  }
}

/** What was done about persons, as one request sees it: pages over all ids that a person had. */
export class PersonPages<Row extends { readonly id: string }> {
  readonly #pages: PageLoaders<Row>;

  constructor(table: ActTable<Row>, { database, policy }: ServiceScope) {
    this.#pages = new PageLoaders(async (ids, request) => {
      const persons = await policy.identities(ids);
      return table.ofPersons.pages(
        database,
        persons.map((person) => person.ids),
        request,
      );
    }, table.complete);
  }

  /** A page of what was done about a person, newest first. */
  async of(entrepreneurId: string, request: PageRequest): Promise<Page<Row>> {
    return this.#pages.of(entrepreneurId, request);
  }
}
