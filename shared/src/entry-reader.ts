/** Reads the entries of one type for one request: by id, by person, by enterprise, each look-up batched over the whole request. */
import { loader, type Loader } from "./batching.js";
import type { CodeList } from "./codes.js";
import type { ClassReference } from "./database.js";
import { DomainError, kernelErrors } from "./errors.js";
import { EntryTable } from "./entry-repository.js";
import { completeEntry, type Entry } from "./graphql/entry.js";
import { isUuid } from "./ids.js";
import type { Page, PageRequest } from "./paging.js";
import type { ServiceScope } from "./server/context.js";
import { withheld } from "./visibility/guard.js";

/** How entries of one type are kept and completed. */
export interface EntrySource<Row extends Entry> {
  readonly entity: ClassReference;
  /** Name of the type in the graph. */
  readonly typeName: string;
  /** Name of the table. */
  readonly table: string;
  /** Labels of the subgraph's kinds. */
  readonly kinds: CodeList;
  /** The kind of a row. */
  readonly kindOf: (row: Row) => string;
  /** What the owner computes from the row's columns: codes with labels, amounts. */
  readonly complete: (row: Row) => Partial<Row>;
}

/** A source with its statements prepared. */
export type PreparedEntrySource<Row extends Entry> = EntrySource<Row> & { readonly rows: EntryTable<Row> };

/** Prepares the statements of an entry type. Call it once, at module level. */
export function defineEntries<Row extends Entry>(source: EntrySource<Row>): PreparedEntrySource<Row> {
  return { ...source, rows: new EntryTable<Row>(source.entity, source.table) };
}

/** The entries of one type, as one request sees them. */
export class EntryReader<Row extends Entry> {
  readonly #byId: Loader<string, Row | null>;
  readonly #pages = new Map<string, Loader<string, Page<Row>>>();

  constructor(
    private readonly source: PreparedEntrySource<Row>,
    private readonly scope: ServiceScope,
  ) {
    this.#byId = loader(async (ids) => (await source.rows.byIds(scope.database, ids)).map((row) => row && this.#complete(row)));
  }

  /** The entry, or null where the id is unknown. Errors: ID_INVALID. */
  async byId(id: string): Promise<Row | null> {
    if (!isUuid(id)) throw new DomainError(kernelErrors.ID_INVALID);
    return this.#byId.load(id);
  }

  /** What a reference from another subgraph resolves to. An unknown id answers like a withheld one. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.#byId.load(id) : null) ?? withheld(this.source.typeName, { id });
  }

  /** A page of what a person holds, under any id the person has had. */
  async ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Row>> {
    return this.#pageLoader("person", request, async (ids) => {
      return this.source.rows.byPersons(this.scope.database, await this.scope.policy.identities(ids), request);
    }).load(entrepreneurId);
  }

  /** A page of what an enterprise holds. */
  async ofEnterprise(number: string, request: PageRequest): Promise<Page<Row>> {
    return this.#pageLoader("enterprise", request, (numbers) =>
      this.source.rows.byEnterprises(this.scope.database, numbers, request),
    ).load(number);
  }

  /** Holders of one level of a query ask for the same page: they share a loader, so they share a statement. */
  #pageLoader(
    holder: "person" | "enterprise",
    { first, after }: PageRequest,
    read: (keys: readonly string[]) => Promise<Page<Row>[]>,
  ): Loader<string, Page<Row>> {
    const key = `${holder} ${first} ${after?.at.getTime() ?? ""} ${after?.id ?? ""}`;
    let pages = this.#pages.get(key);
    if (!pages) {
      pages = loader(async (keys) => {
        const found = await read(keys);
        for (const { edges } of found) for (const { node } of edges) this.#complete(node);
        return found;
      });
      this.#pages.set(key, pages);
    }
    return pages;
  }

  #complete(row: Row): Row {
    const { typeName, kindOf, kinds, complete } = this.source;
    return Object.assign(completeEntry(row, typeName, kindOf(row), kinds), complete(row));
  }
}
