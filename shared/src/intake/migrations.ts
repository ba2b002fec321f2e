/** The tables of forms that were submitted, in every owner's database. */
import { migration } from "../migration.js";

/**
 * A submission at the agency whose form it is, with the answers to its own questions; and, at the owner of a fact, what a form said of it
 * beside what is held. Whoever serves adds and reads; the kernel's erasure takes away.
 */
export const createIntake = migration(
  9001,
  "create-intake",
  `create table intake_submission (
     id uuid primary key,
     form_code text not null,
     agency_code text not null,
     entrepreneur_id uuid not null,
     enterprise_number text,
     project_id uuid,
     asked int not null,
     spared int not null,
     submitted_at timestamptz(3) not null default clock_timestamp(),
     source text not null default 'INTAKE'
   );
   create index intake_submission_person on intake_submission (entrepreneur_id);
   create index intake_submission_enterprise on intake_submission (enterprise_number) where enterprise_number is not null;
   create index intake_submission_month on intake_submission (submitted_at, agency_code);
   create index intake_submission_source on intake_submission (source);
   create table intake_answer (
     id uuid primary key,
     submission_id uuid references intake_submission (id),
     key uuid not null,
     concept text not null,
     coordinate text,
     fate text not null check (fate in ('RECEIVED', 'CHANGED')),
     value jsonb not null,
     category text not null,
     existence text not null,
     about text not null check (about in ('PERSON', 'ENTERPRISE', 'PROJECT', 'APPLICATION')),
     form_code text not null,
     agency_code text not null,
     entrepreneur_id uuid not null,
     enterprise_number text,
     project_id uuid,
     answered_at timestamptz(3) not null default clock_timestamp(),
     valid_until date,
     source text not null default 'INTAKE'
   );
   comment on column intake_answer.coordinate is 'of a fact that this owner keeps: what a form said beside it, until the owner answers; null for an answer to a question of its own form';
   comment on column intake_answer.about is 'for whom it stands: what was named on the form, so that an answer about a project that nobody named stands for the person';
   create index intake_answer_person on intake_answer (entrepreneur_id, concept);
   create index intake_answer_enterprise on intake_answer (enterprise_number, concept) where enterprise_number is not null;
   create index intake_answer_project on intake_answer (project_id, concept) where project_id is not null;
   create index intake_answer_submission on intake_answer (submission_id);
   create index intake_answer_source on intake_answer (source);`,
  `drop table intake_answer;
   drop table intake_submission;`,
);

/** How many documents a submission was left to ask for, and how many were spared: beside the questions, for a document is not one of them. */
export const countDocumentsOnForms = migration(
  9050,
  "count-documents-on-forms",
  `alter table intake_submission add column documents_asked int not null default 0, add column documents_spared int not null default 0;`,
  `alter table intake_submission drop column documents_asked, drop column documents_spared;`,
);
