import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Co-investments. */
export const createCoInvestment = migration(
  13,
  "create-co-investment",
  `create table co_investment (
     ${entryColumns},
     public_share_cents bigint not null,
     private_share_cents bigint not null,
     private_investor text not null
   );
   ${entryIndexes("co_investment")}`,
  `drop table co_investment;`,
);
