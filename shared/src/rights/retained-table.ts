/** How a subgraph says, for each of its tables with personal data, which line of `retention.yaml` governs it and how its rows go. */

/** SQL expressions by column: what a column is set to. */
export type Assignments = Readonly<Record<string, string>>;

/** One table with personal data. A subgraph lists its tables in the order of deletion: what hangs on another stands before it. */
export interface RetainedTable {
  readonly table: string;
  /** Code of the line in `shared/retention.yaml`. */
  readonly line: string;
  /**
   * SQL of the row's last date, of type `date`, with the row as `t`; null while the help runs or nothing has ended. Absent where rows go
   * only with what they hang on.
   */
  readonly lastDate?: string;
  /** The column by which rows are told apart; of a row that has no id of its own, that of what it hangs on. `id` if not said. */
  readonly key?: string;
  /** Type of that column: `uuid` if not said. */
  readonly keyType?: "uuid" | "text";
  /** The column that names the person; absent for a row that only hangs on another. */
  readonly person?: string;
  /** The column that names the enterprise which holds the row, where one does (decision 13). */
  readonly enterprise?: string;
  /** Another column that names a person, of a row about two: it goes with either. */
  readonly otherPerson?: string;
  /** What a row hangs on: it goes when that goes, and shares its fate at an erasure. */
  readonly childOf?: { readonly table: string; readonly column: string; readonly keyType?: "uuid" | "text" };
  /** Columns of other tables that name rows of this one and are emptied before these go, for what they are in may be kept longer. */
  readonly namedBy?: readonly { readonly table: string; readonly column: string }[];
  /** How a row that an enterprise holds forgets the person it names; where it cannot be said, such a row goes as the person's own do. */
  readonly unnamed?: Assignments;
  /** What is emptied at an erasure in a row that the law keeps. */
  readonly emptied?: Assignments;
  /** The same, of what is needed until the row has ended: emptied at the erasure where it has, by `retain` where it ends later. */
  readonly emptiedAtEnd?: Assignments;
}

/** The column by which a table's rows are told apart. */
export function keyOf({ key = "id" }: RetainedTable): string {
  return key;
}

/** SQL of a list of a table's keys, as the statement's first value. */
export function keysGiven({ keyType = "uuid" }: RetainedTable): string {
  return `any($1::${keyType}[])`;
}

/** SQL of the calendar day in Brussels of an instant's column of the row `t`. */
export function dayOf(column: string): string {
  return `(t.${column} at time zone 'Europe/Brussels')::date`;
}
