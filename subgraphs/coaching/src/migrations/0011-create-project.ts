import { migration } from "@parcours/shared/migration";

/** Projects, with or without an enterprise. */
export const createProject = migration(
  11,
  "create-project",
  `create table project (
     id uuid primary key,
     entrepreneur_id uuid not null,
     enterprise_number text,
     number_since date,
     title_fr text,
     title_nl text,
     title_en text,
     stage_code text not null,
     sector_code text not null,
     occurred_at timestamptz(3) not null,
     since date not null,
     until date,
     source text not null
   );
   create index project_person on project (entrepreneur_id, occurred_at desc, id desc);
   create index project_enterprise on project (enterprise_number, occurred_at desc, id desc) where enterprise_number is not null;
   create index project_source on project (source);`,
  `drop table project`,
);
