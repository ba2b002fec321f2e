/** Rows on a person that the directory never lists (projects, test phases, difficulty cases), read as entries are: batched over one request. */
import { loader, type Loader } from "@parcours/shared/batching";
import type { ClassReference } from "@parcours/shared/database";
import { EntryTable } from "@parcours/shared/entry-repository";
import { isUuid } from "@parcours/shared/ids";
import type { Page, PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { withheld } from "@parcours/shared/visibility/guard";
import { PageLoaders } from "./page-loaders.js";

/** What such a row must have to be paged; its table also has `entrepreneur_id` and an index on it. */
interface HeldRow {
  readonly id: string;
  readonly occurredAt: Date;
}

/** How rows of one type are kept and completed. */
interface HeldRows<Row extends HeldRow> {
  /** Name of the type in the graph. */
  readonly typeName: string;
  readonly rows: EntryTable<Row>;
  /** What is computed from the row's columns. */
  readonly complete: (row: Row) => Partial<Row>;
}

/** Prepares the statements of a row type. Call it once, at module level. */
export function defineHeldRows<Row extends HeldRow>(
  entity: ClassReference,
  typeName: string,
  table: string,
  complete: (row: Row) => Partial<Row>,
): HeldRows<Row> {
  return { typeName, rows: new EntryTable<Row>(entity, table), complete };
}

/** The rows of one type, as one request sees them. */
export class HeldRowReader<Row extends HeldRow> {
  readonly #byId: Loader<string, Row | null>;
  readonly #ofPerson: PageLoaders<Row>;

  constructor(
    private readonly held: HeldRows<Row>,
    { database, policy }: ServiceScope,
  ) {
    this.#byId = loader(async (ids) => (await held.rows.byIds(database, ids)).map((row) => row && this.#complete(row)));
    this.#ofPerson = new PageLoaders(async (ids, request) => {
      const pages = await held.rows.byPersons(database, await policy.identities(ids), request);
      for (const { edges } of pages) for (const { node } of edges) this.#complete(node);
      return pages;
    });
  }

  /** What a reference or a look-up by id answers. An unknown id answers like a withheld one. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.#byId.load(id) : null) ?? withheld(this.held.typeName, { id });
  }

  /** The row that an own column names; null where that column is empty or the row is gone. */
  async named(id: string | null): Promise<Row | null> {
    return id === null ? null : this.#byId.load(id);
  }

  /** A page of what stands on a person, under any id the person has had. */
  async ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Row>> {
    return this.#ofPerson.page(entrepreneurId, request);
  }

  #complete(row: Row): Row {
    return Object.assign(row, { __typename: this.held.typeName }, this.held.complete(row));
  }
}
