import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Awards of state aid. The register gives no nominal amount for most, and a range in place of the aid for some. */
export const createStateAidAward = migration(
  14,
  "create-state-aid-award",
  `create table state_aid_award (
     ${entryColumns},
     reference text,
     measure_number text,
     measure_title text,
     regime_code text,
     instrument_code text,
     instrument_as_published text,
     objective_code text,
     objective_as_published text,
     nominal_cents bigint,
     aid_element_cents bigint,
     amount_note text,
     published_on date,
     for_grant_id uuid,
     for_guarantee_id uuid
   );
   ${entryIndexes("state_aid_award")}`,
  `drop table state_aid_award;`,
);
