import { migration } from "@parcours/shared/migration";

/** Annual accounts of the Central Balance Sheet Office (S111); amounts in cents. */
export const createAnnualAccounts = migration(
  11,
  "create-annual-accounts",
  `create table annual_accounts (
     id uuid primary key, enterprise_number text not null, year integer not null, closed_on date not null, filed_on date not null,
     equity bigint, turnover bigint, result bigint, balance_total bigint, staff double precision, source text not null
   );
   create unique index annual_accounts_year on annual_accounts (enterprise_number, year);
   create index annual_accounts_source on annual_accounts (source);`,
  `drop table annual_accounts;`,
);
