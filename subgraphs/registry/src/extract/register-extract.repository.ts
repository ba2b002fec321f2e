import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { RegisterExtract } from "./register-extract.entity.js";

const bySources = statement(
  `select ${columnsOf(RegisterExtract, "extract")} from register_extract extract where source = any($1::text[])`,
);
const all = statement(`select ${columnsOf(RegisterExtract, "extract")} from register_extract extract order by source`);

/** The extract behind each source, batched over one request. */
export function registerExtracts(queries: Queries): Loader<string, RegisterExtract | null> {
  return loader(async (sources) =>
    inOrder(sources, await queries.query<RegisterExtract>(bySources, [sources]), ({ source }) => source),
  );
}

/** Every source that the register holds facts of: a handful. */
export function allRegisterExtracts(queries: Queries): Promise<RegisterExtract[]> {
  return queries.query<RegisterExtract>(all);
}
