import { migration } from "@parcours/shared/migration";

export const createCatalogue = migration(
  12,
  "create-catalogue",
  `create table agency (
     code text primary key,
     subgraph text not null,
     names jsonb not null,
     pole_code text not null,
     valid_from date not null,
     valid_to date,
     successor_code text,
     admitted_at date,
     external boolean not null
   );
   create table support_service (
     id uuid primary key,
     code text not null unique,
     agency_code text not null,
     delivered_by text,
     names jsonb not null,
     summaries jsonb not null,
     category_code text not null,
     stage_codes text[] not null,
     profile_codes text[] not null,
     sector_codes text[] not null,
     need_codes text[] not null,
     language_codes text[] not null,
     valid_from date not null,
     valid_to date
   );`,
  `drop table support_service;
   drop table agency;`,
);
