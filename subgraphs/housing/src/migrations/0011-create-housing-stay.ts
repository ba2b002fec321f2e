import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** A soft landing lasts three months at most (J27): the database holds the rule for every writer, imports too. */
export const createHousingStay = migration(
  11,
  "create-housing-stay",
  `create table housing_stay (
     ${entryColumns},
     site_id uuid not null references site,
     unit_id uuid references site_unit,
     stay_kind_code text not null,
     constraint housing_stay_has_beginning check (since is not null and (until is null or until >= since)),
     constraint housing_stay_has_holder check (entrepreneur_id is not null or enterprise_number is not null),
     constraint soft_landing_of_three_months check (
       stay_kind_code <> 'SOFT_LANDING' or (until is not null and until <= (since + interval '3 months')::date))
   );
   ${entryIndexes("housing_stay")}
   create index housing_stay_site on housing_stay (site_id, (coalesce(until, 'infinity')));
   create index housing_stay_unit on housing_stay (unit_id);`,
  `drop table housing_stay`,
);
