import { migration } from "@parcours/shared/migration";

/** Anonymous in the store itself (R63): no person, no site, no day, an id by chance. */
export const createSatisfactionAnswer = migration(
  15,
  "create-satisfaction-answer",
  `create table satisfaction_answer (
     id text primary key default gen_random_uuid()::text,
     about_agency_code text not null,
     quarter date not null constraint satisfaction_answer_first_day check (quarter = date_trunc('quarter', quarter::timestamp)::date),
     score smallint not null check (score between 1 and 5),
     suggestion text,
     source text not null
   );
   create index satisfaction_answer_about on satisfaction_answer (about_agency_code, quarter desc);
   create index satisfaction_answer_source on satisfaction_answer (source);`,
  `drop table satisfaction_answer`,
);
