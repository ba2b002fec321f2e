import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

export const createCoachingDossier = migration(
  10,
  "create-coaching-dossier",
  `create table coaching_dossier (
     ${entryColumns},
     project_id uuid,
     intensity_code text not null,
     stage_code text not null,
     topic_code text not null,
     staff_id text not null,
     advisor_name text not null,
     closed_at timestamptz(3),
     outcome_code text
   );
   ${entryIndexes("coaching_dossier")}`,
  `drop table coaching_dossier`,
);
