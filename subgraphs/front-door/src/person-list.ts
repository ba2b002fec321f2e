import { byPlace, loader, placed, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type ClassReference, type Statement } from "@parcours/shared/database";
import type { ServiceScope } from "@parcours/shared/server/context";

/** Statements for a short list of things that belong to a person, running ones first. Make it once, at module level. */
export class PersonTable<Row extends object> {
  readonly read: Statement;

  /** @param most the most that one person is shown: a bound, far above what people have */
  constructor(
    entity: ClassReference,
    table: string,
    most: number,
    readonly complete: (row: Row) => Row = (row) => row,
  ) {
    this.read = statement(
      `select person.place as holder, found.* from unnest($1::int[], $2::uuid[]) as person(place, id)
        cross join lateral (
          select ${columnsOf(entity, "row")} from ${table} row where row.entrepreneur_id = person.id
           order by row.until desc nulls first, row.since desc, row.id limit ${most}) found`,
      { by: "PLACE", column: "holder" },
    );
  }
}

/** The lists of one request: every person's in one statement, over all ids that the person had. */
export class PersonList<Row extends object> {
  readonly #byPerson: Loader<string, Row[]>;

  constructor(
    private readonly table: PersonTable<Row>,
    private readonly scope: ServiceScope,
  ) {
    this.#byPerson = loader((ids) => this.#read(ids));
  }

  /** What belongs to a person. */
  async of(entrepreneurId: string): Promise<Row[]> {
    return this.#byPerson.load(entrepreneurId);
  }

  async #read(entrepreneurIds: readonly string[]): Promise<Row[][]> {
    const persons = await this.scope.policy.identities(entrepreneurIds);
    const values = placed(persons.map(({ ids }) => ids));
    const rows = await this.scope.database.query<Row & { readonly holder: number }>(this.table.read, values);
    return byPlace<Row>(persons.length, rows).map((list) => list.map(this.table.complete));
  }
}
