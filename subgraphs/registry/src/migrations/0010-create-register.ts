import { migration } from "@parcours/shared/migration";

/**
 * The nine files of KBO Open Data, one table each (`meta.csv` is `register_extract`). No foreign keys: the files have none, an orphan
 * is a fact of the source. A row of the last four hangs on an entity: an enterprise (0, 1), an establishment (2 to 8), a branch (9).
 */
export const createRegister = migration(
  10,
  "create-register",
  `create table register_extract (
     source text primary key, extract_number integer, snapshot_date date, version text, imported_at timestamptz(3) not null
   );
   create table register_code (
     source text not null, category text not null, code text not null, fr text, nl text, de text, en text,
     primary key (source, category, code)
   );
   create index register_code_code on register_code (category, code);
   create table enterprise (
     number text primary key, status_code text not null, situation_code text, type_code text not null, form_code text, form_cac_code text,
     start_date date, source text not null
   );
   create index enterprise_source on enterprise (source);
   create table establishment (
     number text primary key, start_date date, enterprise_number text not null, source text not null
   );
   create index establishment_enterprise on establishment (enterprise_number, number);
   create index establishment_source on establishment (source);
   create table branch (
     id text primary key, start_date date, enterprise_number text not null, source text not null
   );
   create index branch_enterprise on branch (enterprise_number, id);
   create index branch_source on branch (source);
   create table denomination (
     entity_number text not null, type_code text not null, language_code text not null, denomination text not null,
     enterprise_number text, search text not null, source text not null,
     primary key (entity_number, type_code, language_code, denomination)
   );
   create index denomination_search on denomination using gin (to_tsvector('simple', search));
   create index denomination_source on denomination (source);
   create index denomination_enterprise on denomination (enterprise_number);
   create table address (
     entity_number text not null, type_code text not null, country_nl text, country_fr text, zipcode text, municipality_nl text,
     municipality_fr text, nis text, street_nl text, street_fr text, house_number text, box text, extra_info text, struck_off_on date,
     source text not null,
     primary key (entity_number, type_code)
   );
   create index address_source on address (source);
   create table contact (
     entity_number text not null, entity_contact_code text not null, type_code text not null, value text not null, e164 text,
     source text not null,
     primary key (entity_number, entity_contact_code, type_code, value)
   );
   create index contact_source on contact (source);
   create table activity (
     entity_number text not null, group_code text not null, nace_version text not null, nace_code text not null,
     classification_code text not null, source text not null,
     primary key (entity_number, group_code, nace_version, nace_code, classification_code)
   );
   create index activity_source on activity (source);`,
  `drop table activity; drop table contact; drop table address; drop table denomination; drop table branch; drop table establishment;
   drop table enterprise; drop table register_code; drop table register_extract;`,
);
