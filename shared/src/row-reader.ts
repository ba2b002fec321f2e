/**
 * Reads the rows of one type for one request: by id, by person, by enterprise, each look-up batched over the whole request. Entries, which
 * the directory lists, and rows that it never lists are read alike.
 */
import { loader, type Loader } from "./batching.js";
import type { CodeList } from "./codes.js";
import type { ClassReference } from "./database.js";
import { completeEntry, type Entry } from "./graphql/entry.js";
import { isUuid } from "./ids.js";
import { PageLoaders } from "./page-loaders.js";
import type { Page, PageRequest } from "./paging.js";
import { RowTable, type HeldRow } from "./row-table.js";
import type { ServiceScope } from "./server/context.js";
import { withheld } from "./visibility/guard.js";

/** How rows of one type are kept and completed. */
export interface RowSource<Row extends HeldRow> {
  readonly entity: ClassReference;
  /** Name of the type in the graph. */
  readonly typeName: string;
  /** Name of the table: with `entrepreneur_id` where rows are read by person, `enterprise_number` where by enterprise, each with an index. */
  readonly table: string;
  /** What the owner computes from the row's columns: codes with labels, amounts. */
  readonly complete: (row: Row) => Partial<Row>;
}

/** The same for entries. */
export interface EntrySource<Row extends Entry> extends RowSource<Row> {
  /** Labels of the subgraph's kinds. */
  readonly kinds: CodeList;
  /** The kind of a row. */
  readonly kindOf: (row: Row) => string;
}

/** A source with its statements prepared. */
export interface PreparedRows<Row extends HeldRow> {
  readonly typeName: string;
  readonly rows: RowTable<Row>;
  /** Makes a row of the table what the graph shows. */
  readonly complete: (row: Row) => Row;
}

/** Prepares the statements of an entry type. Call it once, at module level. */
export function defineEntries<Row extends Entry>({
  entity,
  typeName,
  table,
  kinds,
  kindOf,
  complete,
}: EntrySource<Row>): PreparedRows<Row> {
  return {
    typeName,
    rows: new RowTable<Row>(entity, table),
    complete: (row) => Object.assign(completeEntry(row, typeName, kindOf(row), kinds), complete(row)),
  };
}

/** Prepares the statements of a type that the directory never lists. Call it once, at module level. */
export function defineRows<Row extends HeldRow>({
  entity,
  typeName,
  table,
  complete,
}: RowSource<Row>): PreparedRows<Row> {
  return {
    typeName,
    rows: new RowTable<Row>(entity, table),
    complete: (row) => Object.assign(row, { __typename: typeName }, complete(row)),
  };
}

/** Pages by holder: all of a reader that lists ask for. */
export interface PagesOfHolder<Row> {
  /** A page of what a person holds, under any id the person has had. */
  ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Row>>;
  /** A page of what an enterprise holds. */
  ofEnterprise(number: string, request: PageRequest): Promise<Page<Row>>;
}

/** The rows of one type, as one request sees them. */
export class RowReader<Row extends HeldRow> implements PagesOfHolder<Row> {
  readonly #byId: Loader<string, Row | null>;
  readonly #ofPerson: PageLoaders<Row>;
  readonly #ofEnterprise: PageLoaders<Row>;

  constructor(
    private readonly source: PreparedRows<Row>,
    { database, policy }: ServiceScope,
  ) {
    const { rows, complete } = source;
    this.#byId = loader(async (ids) => (await rows.byIds(database, ids)).map((row) => row && complete(row)));
    this.#ofPerson = new PageLoaders(
      async (ids, page) => rows.byPersons(database, await policy.identities(ids), page),
      complete,
    );
    this.#ofEnterprise = new PageLoaders((numbers, page) => rows.byEnterprises(database, numbers, page), complete);
  }

  /** What a reference or a look-up by id answers. An unknown id, or what is none, answers like a withheld one. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.#byId.load(id) : null) ?? withheld(this.source.typeName, { id });
  }

  /** The row that a column of ours names; null where the column is empty or the row is gone. */
  async named(id: string | null): Promise<Row | null> {
    return id === null ? null : this.#byId.load(id);
  }

  async ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Row>> {
    return this.#ofPerson.of(entrepreneurId, request);
  }

  async ofEnterprise(number: string, request: PageRequest): Promise<Page<Row>> {
    return this.#ofEnterprise.of(number, request);
  }
}
