import { migration } from "@parcours/shared/migration";

/** Difficulty cases and enrolments in the restart package: restricted, so apart from everything that is pointed to. */
export const createDifficultyCase = migration(
  15,
  "create-difficulty-case",
  `create table difficulty_case (
     id uuid primary key,
     agency_code text not null,
     entrepreneur_id uuid not null,
     enterprise_number text,
     occurred_at timestamptz(3) not null,
     referral_id uuid,
     origin_code text not null,
     cause_codes text[] not null,
     helper_codes text[] not null,
     severity_code text not null,
     status_code text not null,
     outcome_code text,
     staff_id text not null,
     advisor_name text not null,
     closed_at timestamptz(3),
     diagnosis_on date,
     business_plan_on date,
     financing_plan_on date,
     source text not null
   );
   create index difficulty_case_enterprise on difficulty_case (enterprise_number, occurred_at desc, id desc) where enterprise_number is not null;
   create index difficulty_case_person on difficulty_case (entrepreneur_id, occurred_at desc, id desc);
   -- One referral has one case, so that what left the front door can be counted against what arrived (requirements 3.7, check 4).
   create unique index difficulty_case_referral on difficulty_case (referral_id) where referral_id is not null;
   create index difficulty_case_source on difficulty_case (source);
   create table restart_enrolment (
     id uuid primary key,
     agency_code text not null,
     entrepreneur_id uuid not null,
     enterprise_number text,
     occurred_at timestamptz(3) not null,
     project_id uuid,
     ended_on date,
     source text not null
   );
   create index restart_enrolment_enterprise on restart_enrolment (enterprise_number, occurred_at desc, id desc) where enterprise_number is not null;
   create index restart_enrolment_person on restart_enrolment (entrepreneur_id, occurred_at desc, id desc);
   create index restart_enrolment_source on restart_enrolment (source);`,
  `drop table restart_enrolment;
   drop table difficulty_case`,
);
