import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** One cheque per entrepreneur; months 1 to 6 in order, two of each kind; a sponsor with a name (R46, J13). */
export const createCoworkingCheque = migration(
  12,
  "create-coworking-cheque",
  `create table coworking_cheque (
     ${entryColumns},
     site_id uuid not null references site,
     stay_id uuid references housing_stay,
     sponsor text not null check (btrim(sponsor) <> ''),
     constraint coworking_cheque_is_a_persons check (entrepreneur_id is not null)
   );
   ${entryIndexes("coworking_cheque")}
   create unique index coworking_cheque_one_per_person on coworking_cheque (entrepreneur_id);
   create index coworking_cheque_site on coworking_cheque (site_id);
   create index coworking_cheque_stay on coworking_cheque (stay_id);
   create table coworking_cheque_month (
     cheque_id uuid not null references coworking_cheque,
     number smallint not null check (number between 1 and 6),
     kind_code text not null,
     since date not null,
     until date not null,
     source text not null,
     primary key (cheque_id, number),
     constraint coworking_cheque_month_kinds_in_order check (
       kind_code = case when number <= 2 then 'FREE' when number <= 4 then 'OWN' else 'SPONSORED' end),
     constraint coworking_cheque_month_ends check (until >= since)
   );
   create index coworking_cheque_month_source on coworking_cheque_month (source);`,
  `drop table coworking_cheque_month;
   drop table coworking_cheque;`,
);
