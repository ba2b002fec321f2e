import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { Enterprise, RegistryState } from "./enterprise.entity.js";

/** What a search asks for; each part given narrows. */
export interface EnterpriseSearch {
  /** A query of PostgreSQL's text search. */
  readonly words: string | null;
  /** First digits of the number. */
  readonly prefix: string | null;
}

const columns = columnsOf(Enterprise, "enterprise");
const byNumbers = statement(`select ${columns} from enterprise where enterprise.number = any($1::text[])`, {
  by: "KEY",
  column: "number",
});

/** Digits compare as texts in any collation, so a prefix is a range and needs no index of its own. */
const byPrefix = statement(
  `select ${columns} from enterprise
    where enterprise.number >= greatest(rpad($1::text, 10, '0'), coalesce($2::text, ''))
      and enterprise.number <= rpad($1::text, 10, '9') and ($2::text is null or enterprise.number > $2)
    order by enterprise.number limit $3`,
);
const byWords = statement(
  `select ${columns} from enterprise
    where enterprise.number in (
        select denomination.enterprise_number from denomination
         where to_tsvector('simple', denomination.search) @@ $1::tsquery)
      and ($2::text is null or enterprise.number > $2)
      and ($4::text is null or enterprise.number between rpad($4, 10, '0') and rpad($4, 10, '9'))
    order by enterprise.number limit $3`,
);

/** Enterprises by number, batched over one request; null where the register has none. */
export function enterprisesByNumber(queries: Queries): Loader<string, Enterprise | null> {
  return loader(async (numbers) => {
    const rows = await queries.query<Enterprise>(byNumbers, [numbers]);
    return inOrder(numbers, rows.map(known), ({ number }) => number);
  });
}

/** Enterprises that a search finds, by number. @param limit most rows @param after number to read on behind */
export async function searchEnterprises(
  queries: Queries,
  { words, prefix }: EnterpriseSearch,
  limit: number,
  after: string | null,
): Promise<Enterprise[]> {
  const rows =
    words === null
      ? await queries.query<Enterprise>(byPrefix, [prefix, after, limit])
      : await queries.query<Enterprise>(byWords, [words, after, limit, prefix]);
  return rows.map(known);
}

function known(row: Enterprise): Enterprise {
  return Object.assign(row, { registryState: RegistryState.KNOWN });
}
