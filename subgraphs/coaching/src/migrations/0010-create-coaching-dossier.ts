import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Courses of coaching. */
export const createCoachingDossier = migration(
  10,
  "create-coaching-dossier",
  `create table coaching_dossier (
     ${entryColumns},
     project_id uuid,
     named_enterprise_number text,
     intensity_code text not null,
     stage_code text not null,
     topic_code text not null,
     staff_id text not null,
     advisor_name text not null,
     closed_at timestamptz(3),
     referral_id uuid,
     outcome_code text,
     -- A course at the centre for enterprises in difficulty is a difficulty case: a row here would be pointed to and tell of it.
     constraint coaching_dossier_not_restricted check (agency_code <> 'COM')
   );
   ${entryIndexes("coaching_dossier")}`,
  `drop table coaching_dossier`,
);
