import { migration } from "@parcours/shared/migration";

export const createSite = migration(
  10,
  "create-site",
  `create table site (
     id uuid primary key,
     agency_code text not null,
     operator_name text not null,
     kind_code text not null,
     ownership_code text not null check (ownership_code in ('PUBLIC', 'PRIVATE')),
     name_fr text not null,
     name_nl text not null,
     name_en text not null,
     youth_friendly boolean not null,
     nis_code text not null,
     postcode text not null,
     municipality_fr text not null,
     municipality_nl text not null,
     street_fr text not null,
     street_nl text not null,
     house_number text not null,
     opened_on date not null,
     source text not null
   );
   create index site_opened on site (opened_on desc, id desc);
   create index site_agency on site (agency_code);
   create index site_source on site (source);
   create table site_unit (
     id uuid primary key,
     site_id uuid not null references site,
     position integer not null check (position >= 0),
     code text not null,
     kind_code text not null,
     square_metres integer not null check (square_metres > 0),
     source text not null,
     unique (site_id, position)
   );
   create index site_unit_source on site_unit (source);`,
  `drop table site_unit;
   drop table site;`,
);
