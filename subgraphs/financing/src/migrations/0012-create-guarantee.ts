import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Guarantees: apart from grants, because they are no financing decisions (R22). */
export const createGuarantee = migration(
  12,
  "create-guarantee",
  `create table guarantee (
     ${entryColumns},
     guarantee_kind_code text not null,
     bank_name text not null,
     bank_loan_cents bigint not null,
     coverage_percent integer not null,
     guaranteed_cents bigint not null,
     contribution_cents bigint not null,
     for_grant_id uuid
   );
   ${entryIndexes("guarantee")}`,
  `drop table guarantee;`,
);
