import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { RegisterExtract } from "./register-extract.entity.js";

const bySources = statement(
  `select ${columnsOf(RegisterExtract, "extract")} from register_extract extract where source = any($1::text[])`,
);
const all = statement(`select ${columnsOf(RegisterExtract, "extract")} from register_extract extract order by source`);

/** The sources of the register's facts, for one request. */
export class RegisterExtracts {
  readonly #bySource: Loader<string, RegisterExtract | null>;

  constructor(private readonly queries: Queries) {
    this.#bySource = loader(async (sources) =>
      inOrder(sources, await queries.query<RegisterExtract>(bySources, [sources]), ({ source }) => source),
    );
  }

  /** The extract of a source; null where it is not known which. */
  of(source: string): Promise<RegisterExtract | null> {
    return this.#bySource.load(source);
  }

  /** Every source that the register holds facts of: a handful. */
  all(): Promise<RegisterExtract[]> {
    return this.queries.query<RegisterExtract>(all);
  }
}
