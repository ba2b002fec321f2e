import { migration } from "@parcours/shared/migration";

/** Requests to the credit mediator: restricted, so a table of their own that no pointer tells of. */
export const createCreditMediation = migration(
  15,
  "create-credit-mediation",
  `create table credit_mediation (
     id uuid primary key,
     agency_code text not null,
     entrepreneur_id uuid,
     enterprise_number text,
     occurred_at timestamptz(3) not null,
     closed_at timestamptz(3),
     status_code text not null,
     credit_cents bigint not null,
     source text not null
   );
   create index credit_mediation_person on credit_mediation (entrepreneur_id, occurred_at desc, id desc);
   create index credit_mediation_enterprise on credit_mediation (enterprise_number, occurred_at desc, id desc) where enterprise_number is not null;
   create index credit_mediation_source on credit_mediation (source);`,
  `drop table credit_mediation;`,
);
