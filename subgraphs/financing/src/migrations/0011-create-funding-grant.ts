import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Granted help and its payments. */
export const createFundingGrant = migration(
  11,
  "create-funding-grant",
  `create table funding_grant (
     ${entryColumns},
     instrument_code text not null,
     amount_cents bigint not null,
     coaching_requirement_code text not null
   );
   ${entryIndexes("funding_grant")}
   create table grant_payment (
     id uuid primary key,
     grant_id uuid not null references funding_grant on delete cascade,
     kind_code text not null,
     amount_cents bigint not null,
     due_on date not null,
     paid_on date,
     source text not null
   );
   create index grant_payment_grant on grant_payment (grant_id, due_on, id);
   create index grant_payment_source on grant_payment (source);`,
  `drop table grant_payment;
   drop table funding_grant;`,
);
