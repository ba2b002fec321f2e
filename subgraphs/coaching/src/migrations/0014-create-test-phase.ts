import { migration } from "@parcours/shared/migration";

/** Test phases in activity cooperatives. */
export const createTestPhase = migration(
  14,
  "create-test-phase",
  `create table test_phase (
     id uuid primary key,
     agency_code text not null,
     entrepreneur_id uuid not null,
     project_id uuid not null,
     dossier_id uuid not null,
     occurred_at timestamptz(3) not null,
     started_on date not null,
     ended_on date,
     successful boolean,
     source text not null
   );
   create index test_phase_person on test_phase (entrepreneur_id, occurred_at desc, id desc);
   create index test_phase_source on test_phase (source);`,
  `drop table test_phase`,
);
