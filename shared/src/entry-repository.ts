/** Reading entries by key and by holder: one prepared statement for any number of them. */
import { columnsOf, statement, type ClassReference, type Queries, type Statement } from "./database.js";
import { inOrder } from "./batching.js";
import type { Identity } from "./feed/policy-copy.js";
import { newestFirst, pageOf, type Page, type PageRequest, type Place } from "./paging.js";

/** What an entry must have to be paged. */
interface Paged {
  readonly id: string;
  readonly occurredAt: Date;
}

/** Statements on the table of one entry type. Make it once, at module level. */
export class EntryTable<Row extends Paged> {
  readonly #byIds: Statement;
  readonly #byPerson: Statement;
  readonly #byEnterprise: Statement;

  constructor(
    entity: ClassReference,
    private readonly table: string,
  ) {
    const columns = columnsOf(entity, "entry");
    this.#byIds = statement(`select ${columns} from ${table} entry where entry.id = any($1::uuid[])`);
    this.#byPerson = this.#pageStatement(columns, "entrepreneur_id", "uuid");
    this.#byEnterprise = this.#pageStatement(columns, "enterprise_number", "text");
  }

  /** One row per id, in order; null where there is none. */
  async byIds(queries: Queries, ids: readonly string[]): Promise<(Row | null)[]> {
    return inOrder(ids, await queries.query<Row>(this.#byIds, [ids]), ({ id }) => id);
  }

  /** One page per person, over all ids under which rows of that person may stand. */
  async byPersons(queries: Queries, persons: readonly Identity[], request: PageRequest): Promise<Page<Row>[]> {
    const holders = persons.flatMap(({ ids }, person) => ids.map((id) => ({ person, id })));
    return this.#pages(queries, this.#byPerson, holders, persons.length, request);
  }

  /** One page per enterprise. */
  async byEnterprises(queries: Queries, numbers: readonly string[], request: PageRequest): Promise<Page<Row>[]> {
    const holders = numbers.map((id, person) => ({ person, id }));
    return this.#pages(queries, this.#byEnterprise, holders, numbers.length, request);
  }

  async #pages(
    queries: Queries,
    select: Statement,
    holders: readonly { readonly person: number; readonly id: string }[],
    count: number,
    { first, after }: PageRequest,
  ): Promise<Page<Row>[]> {
    const values = [holders.map(({ person }) => person), holders.map(({ id }) => id), after?.at ?? null, after?.id ?? null, first + 1];
    const rows = await queries.query<Row & { readonly holder: number }>(select, values);
    const lists = Array.from({ length: count }, (): (Row & { readonly holder: number })[] => []);
    for (const row of rows) lists[row.holder]?.push(row);
    return lists.map((list) => pageOf<Row>(list.sort((a, b) => newestFirst(placeOf(a), placeOf(b))), { first, after }, placeOf));
  }

  /** Per holder the newest rows behind a place: the index gives them in order, so no holder's history is read whole. */
  #pageStatement(columns: string, holderColumn: string, type: string): Statement {
    return statement(
      `select holder.place as holder, found.* from unnest($1::int[], $2::${type}[]) as holder(place, id)
        cross join lateral (
          select ${columns} from ${this.table} entry
           where entry.${holderColumn} = holder.id and ($3::timestamptz is null or (entry.occurred_at, entry.id) < ($3, $4::uuid))
           order by entry.occurred_at desc, entry.id desc limit $5) found`,
    );
  }
}

function placeOf({ id, occurredAt }: Paged): Place {
  return { at: occurredAt, id };
}
