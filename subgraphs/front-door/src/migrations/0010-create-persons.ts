import { migration } from "@parcours/shared/migration";

export const createPersons = migration(
  10,
  "create-persons",
  `create table entrepreneur (
     id uuid primary key,
     given_name text not null,
     family_name text not null,
     other_names jsonb not null,
     preferred_language text not null check (preferred_language in ('FR', 'NL', 'EN', 'DE', 'OTHER', 'UNKNOWN')),
     birth_date date,
     sex text not null check (sex in ('F', 'M', 'X', 'UNKNOWN')),
     municipality_nis text,
     postcode text,
     known_since timestamptz(3) not null,
     source text not null
   );
   create index entrepreneur_source on entrepreneur (source);
   create table entrepreneur_word (
     word text collate "C" not null,
     entrepreneur_id uuid not null,
     source text not null,
     primary key (word, entrepreneur_id)
   );
   create index entrepreneur_word_person on entrepreneur_word (entrepreneur_id, word);
   create index entrepreneur_word_source on entrepreneur_word (source);
   create table contact_point (
     id uuid primary key,
     entrepreneur_id uuid not null,
     kind text not null check (kind in ('PHONE', 'SHORT_NUMBER', 'EMAIL', 'WITHHELD')),
     value text,
     raw text not null,
     shared boolean not null,
     since date not null,
     until date,
     source text not null
   );
   create index contact_point_person on contact_point (entrepreneur_id);
   create index contact_point_value on contact_point (value, kind) where value is not null;
   create index contact_point_source on contact_point (source);
   create table mandate (
     id uuid primary key,
     entrepreneur_id uuid not null,
     enterprise_number text not null,
     role_code text not null,
     since date not null,
     until date,
     source text not null
   );
   create index mandate_person on mandate (entrepreneur_id);
   create index mandate_enterprise on mandate (enterprise_number);
   create index mandate_source on mandate (source);
   create table identity_merge (
     id uuid primary key,
     former_id uuid not null,
     merged_into uuid not null,
     canonical_id uuid not null,
     merged_at timestamptz(3) not null,
     reason text not null,
     author text not null,
     source text not null
   );
   create unique index identity_merge_former on identity_merge (former_id);
   create index identity_merge_canonical on identity_merge (canonical_id);
   create index identity_merge_source on identity_merge (source);
   create table sharing_grant (
     id uuid primary key,
     entrepreneur_id uuid not null,
     to_agency_code text not null,
     category text not null,
     since date not null,
     until date,
     withdrawn_at timestamptz(3),
     source text not null
   );
   create index sharing_grant_person on sharing_grant (entrepreneur_id);
   create index sharing_grant_source on sharing_grant (source);`,
  `drop table sharing_grant;
   drop table identity_merge;
   drop table mandate;
   drop table contact_point;
   drop table entrepreneur_word;
   drop table entrepreneur;`,
);
