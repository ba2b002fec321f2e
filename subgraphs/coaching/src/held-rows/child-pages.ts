/** Pages of rows that hang on another row: the sessions of a dossier, the follow-ups of an enrolment. */
import { grouped } from "@parcours/shared/batching";
import { columnsOf, snakeCase, statement, type ClassReference, type Queries, type Statement } from "@parcours/shared/database";
import { newestFirst, pageOf, type Page, type PageRequest, type Place } from "@parcours/shared/paging";

/** Statements on the children in one table. Make it once, at module level. */
export class ChildPages<Row extends { readonly id: string }> {
  readonly #select: Statement;

  constructor(
    entity: ClassReference,
    table: string,
    private readonly parentOf: (row: Row) => string,
    private readonly placeOf: (row: Row) => Place,
    columns: { readonly parent: string; readonly at: string },
  ) {
    const [parent, at] = [snakeCase(columns.parent), snakeCase(columns.at)];
    this.#select = statement(
      `select found.* from unnest($1::uuid[]) as parent(id)
        cross join lateral (
          select ${columnsOf(entity, "child")} from ${table} child
           where child.${parent} = parent.id and ($2::timestamptz is null or (child.${at}, child.id) < ($2, $3::uuid))
           order by child.${at} desc, child.id desc limit $4) found`,
    );
  }

  /** One page per parent, in the parents' order. */
  async of(queries: Queries, parentIds: readonly string[], request: PageRequest): Promise<Page<Row>[]> {
    const { first, after } = request;
    const rows = await queries.query<Row>(this.#select, [parentIds, after?.at ?? null, after?.id ?? null, first + 1]);
    return grouped(parentIds, rows, this.parentOf).map((list) =>
      pageOf(list.sort((a, b) => newestFirst(this.placeOf(a), this.placeOf(b))), request, this.placeOf),
    );
  }
}
