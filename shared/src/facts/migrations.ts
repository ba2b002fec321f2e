/** The tables of corrections, in every owner's database. */
import { migration } from "../migration.js";

/**
 * What somebody says against a fact, until and after its owner answers; and every change of a fact, written in the transaction that changes
 * it. Changes are only added; the kernel's erasure takes them away.
 */
export const createCorrection = migration(
  9040,
  "create-correction",
  `create table dispute (
     id uuid primary key,
     coordinate text not null,
     concept text not null,
     entrepreneur_id uuid,
     enterprise_number text,
     project_id uuid,
     agency_code text not null,
     value jsonb,
     statement text,
     author text not null check (author in ('PERSON', 'MANDATARY', 'AGENCY')),
     author_agency_code text,
     form_code text,
     raised_at timestamptz(3) not null default clock_timestamp(),
     due_on date not null,
     state text not null check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
     is_changed boolean not null default false,
     reason text,
     answered_at timestamptz(3),
     answered_by_agency_code text,
     version int not null default 1,
     source text not null
   );
   comment on column dispute.agency_code is 'who keeps the fact and answers';
   comment on column dispute.value is 'what it should be; null where only words were said';
   create index dispute_person on dispute (entrepreneur_id, raised_at desc, id desc) where entrepreneur_id is not null;
   create index dispute_enterprise on dispute (enterprise_number, raised_at desc, id desc) where enterprise_number is not null;
   create index dispute_project on dispute (project_id, raised_at desc, id desc) where project_id is not null;
   create index dispute_open on dispute (agency_code, raised_at, id) where state = 'OPEN';
   create index dispute_source on dispute (source);
   create table fact_change (
     id uuid primary key,
     coordinate text not null,
     entrepreneur_id uuid,
     enterprise_number text,
     project_id uuid,
     former jsonb,
     value jsonb,
     author text not null check (author in ('PERSON', 'MANDATARY', 'AGENCY')),
     author_agency_code text,
     at timestamptz(3) not null default clock_timestamp(),
     form_code text,
     dispute_id uuid,
     source text not null
   );
   comment on column fact_change.former is 'null where there was no value';
   create index fact_change_person on fact_change (entrepreneur_id, coordinate, at desc, id desc) where entrepreneur_id is not null;
   create index fact_change_enterprise on fact_change (enterprise_number, coordinate, at desc, id desc) where enterprise_number is not null;
   create index fact_change_project on fact_change (project_id, coordinate, at desc, id desc) where project_id is not null;
   create index fact_change_source on fact_change (source);
   do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'fact_change' and grantee <> current_user loop
       execute format('revoke update, truncate on fact_change from %I', serving);
       -- An erasure locks the rows that go, and who may update no column may lock no row.
       execute format('grant update (source) on fact_change to %I', serving);
     end loop;
   end $$;`,
  `drop table fact_change;
   drop table dispute;`,
);

/** A register changes facts too, by an import: which extract said so stands beside the change. */
export const createRegisterChange = migration(
  9070,
  "create-register-change",
  `alter table fact_change add column extract text;
   comment on column fact_change.extract is 'of a change by an import: number and day of the extract, or name of the file';
   alter table fact_change drop constraint fact_change_author_check;
   alter table fact_change add constraint fact_change_author_check check (author in ('PERSON', 'MANDATARY', 'AGENCY', 'REGISTER'));`,
  `delete from fact_change where author = 'REGISTER';
   alter table fact_change drop constraint fact_change_author_check;
   alter table fact_change add constraint fact_change_author_check check (author in ('PERSON', 'MANDATARY', 'AGENCY'));
   alter table fact_change drop column extract;`,
);
