/** Reading rows by id, by holder, by whatever they hang on: one prepared statement for any number of keys. */
import { byPlace, inOrder, placed, type Keys } from "./batching.js";
import { columnsOf, snakeCase, statement, type ClassReference, type Queries, type Statement } from "./database.js";
import type { Identity } from "./feed/policy-copy.js";
import { newestFirst, pageOf, type Page, type PageRequest, type Place } from "./paging.js";

/** What a row must have to be listed by holder. */
export interface HeldRow {
  readonly id: string;
  readonly occurredAt: Date;
}

/** How a list is ordered and keyed, where it is not as lists of entries are. */
interface ListOptions {
  /** Of the key's column. */
  readonly type?: "uuid" | "text";
  /** The property with the instant that orders the list. */
  readonly at?: string;
  /** What else a row of `listed` must be, in SQL; its value is $6. */
  readonly where?: string;
  /** Whether that is a calendar day. */
  readonly isDay?: boolean;
}

/** Statement on the rows of a table that share a key, newest first: the sessions of a dossier, what a person holds. Make it once, at module level. */
export class RowList<Row extends { readonly id: string }> {
  readonly #select: Statement;
  readonly #placeOf: (row: Row) => Place;

  /** @param key the property that is looked up; its column has an index, with the instant and the id behind it */
  constructor(
    entity: ClassReference,
    table: string,
    key: string,
    { type = "uuid", at = "occurredAt", isDay = false, where }: ListOptions = {},
  ) {
    const [column, instant] = [snakeCase(key), snakeCase(at)];
    this.#placeOf = (row) => ({
      at: new Date((row as unknown as Readonly<Record<string, Date | string>>)[at] ?? 0),
      id: row.id,
    });
    // Per holder the newest rows behind a place: the index gives them in order, so no holder's history is read whole.
    this.#select = statement(
      `select holder.place as holder, found.* from unnest($1::int[], $2::${type}[]) as holder(place, id)
        cross join lateral (
          select ${columnsOf(entity, "listed")} from ${table} listed
           where listed.${column} = holder.id and ($3::timestamptz is null or (listed.${instant}, listed.id) < (${isDay ? "($3 at time zone 'UTC')::date" : "$3"}, $4::uuid))
             ${where === undefined ? "" : `and (${where})`}
           order by listed.${instant} desc, listed.id desc limit $5) found`,
      { by: "PLACE", column: "holder" },
    );
  }

  /** One page per holder, in order, over all keys of each. @param narrowed the value of `where` */
  async pages(
    queries: Queries,
    holders: readonly Keys[],
    request: PageRequest,
    ...narrowed: readonly unknown[]
  ): Promise<Page<Row>[]> {
    const { first, after } = request;
    const values = [...placed(holders), after?.at ?? null, after?.id ?? null, first + 1, ...narrowed];
    const rows = await queries.query<Row & { readonly holder: number }>(this.#select, values);
    return byPlace<Row>(holders.length, rows).map((list) =>
      pageOf(
        list.sort((a, b) => newestFirst(this.#placeOf(a), this.#placeOf(b))),
        request,
        this.#placeOf,
      ),
    );
  }
}

/** Statements on a table whose rows a person or an enterprise holds. Make it once, at module level. */
export class RowTable<Row extends HeldRow> {
  readonly #byIds: Statement;
  readonly #ofPerson: RowList<Row>;
  readonly #ofEnterprise: RowList<Row>;

  constructor(entity: ClassReference, table: string) {
    this.#byIds = statement(`select ${columnsOf(entity, "held")} from ${table} held where held.id = any($1::uuid[])`, {
      by: "KEY",
      column: "id",
    });
    this.#ofPerson = new RowList(entity, table, "entrepreneurId");
    this.#ofEnterprise = new RowList(entity, table, "enterpriseNumber", { type: "text" });
  }

  /** One row per id, in order; null where there is none. */
  async byIds(queries: Queries, ids: readonly string[]): Promise<(Row | null)[]> {
    return inOrder(ids, await queries.query<Row>(this.#byIds, [ids]), ({ id }) => id);
  }

  /** One page per person, over all ids under which rows of that person may stand. */
  async byPersons(queries: Queries, persons: readonly Identity[], request: PageRequest): Promise<Page<Row>[]> {
    return this.#ofPerson.pages(
      queries,
      persons.map(({ ids }) => ids),
      request,
    );
  }

  /** One page per enterprise. */
  async byEnterprises(queries: Queries, numbers: readonly string[], request: PageRequest): Promise<Page<Row>[]> {
    return this.#ofEnterprise.pages(queries, numbers, request);
  }
}
