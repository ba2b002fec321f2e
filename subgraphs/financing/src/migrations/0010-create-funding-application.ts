import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Applications, and what was decided on them. */
export const createFundingApplication = migration(
  10,
  "create-funding-application",
  `create table funding_application (
     ${entryColumns},
     project_id uuid,
     instrument_code text not null,
     amount_asked_cents bigint not null,
     use_code text not null,
     status_code text not null,
     motivation_requested boolean not null,
     coaching_dossier_id uuid,
     beside_application_id uuid,
     closed_at timestamptz(3)
   );
   ${entryIndexes("funding_application")}
   create table funding_decision (
     id uuid primary key,
     application_id uuid not null references funding_application on delete cascade,
     outcome_code text not null,
     decided_at timestamptz(3) not null,
     motivation text,
     applicant_coached boolean,
     grant_id uuid,
     guarantee_id uuid,
     co_investment_id uuid,
     source text not null
   );
   create unique index funding_decision_application on funding_decision (application_id);
   create index funding_decision_source on funding_decision (source);`,
  `drop table funding_decision;
   drop table funding_application;`,
);
