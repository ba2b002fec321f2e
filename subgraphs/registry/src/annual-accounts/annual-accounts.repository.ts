import { loader, type Loader } from "@parcours/shared/batching";
import type { Queries } from "@parcours/shared/database";
import { OwnedPages, OwnedTable } from "../owned-pages.js";
import { AnnualAccounts } from "./annual-accounts.entity.js";

const accounts = new OwnedTable<AnnualAccounts>(AnnualAccounts, {
  table: "annual_accounts",
  column: "year",
  type: "integer",
  direction: "desc",
  keyOf: ({ year }) => String(year),
});

/** Annual accounts by enterprise, newest first. */
export function annualAccountsPages(queries: Queries): OwnedPages<AnnualAccounts> {
  return new OwnedPages(accounts, queries, (row) => Object.assign(new AnnualAccounts(), row));
}

/** How many years the early signals look at. */
const yearsForSignals = 5;

/** The newest accounts of each enterprise, for the early signals. */
export function newestAccounts(queries: Queries): Loader<string, readonly AnnualAccounts[]> {
  return loader(async (numbers) => {
    const pages = await accounts.pages(queries, numbers, { first: yearsForSignals, after: null });
    return pages.map(({ edges }) => edges.map(({ node }) => Object.assign(new AnnualAccounts(), node)));
  });
}
