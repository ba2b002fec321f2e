/** Rows that hang on an entity of the register, be it an enterprise, an establishment or a branch: names, addresses, contacts, activities. */
import { grouped, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type ClassReference, type Queries, type Statement } from "@parcours/shared/database";

/** The statement that reads all rows of any number of entities. Make it once, at module level. */
export class EntityTable<Row extends { readonly entityNumber: string }> {
  readonly #select: Statement;

  constructor(entity: ClassReference, table: string, order: string) {
    this.#select = statement(
      `select ${columnsOf(entity, "fact")} from ${table} fact where fact.entity_number = any($1::text[]) order by ${order}`,
      { by: "KEY", column: "entityNumber" },
    );
  }

  /** Reads the rows of each entity, batched over one request. */
  reader(queries: Queries): Loader<string, readonly Row[]> {
    return loader(async (numbers) =>
      grouped(numbers, await queries.query<Row>(this.#select, [numbers]), ({ entityNumber }) => entityNumber),
    );
  }
}
