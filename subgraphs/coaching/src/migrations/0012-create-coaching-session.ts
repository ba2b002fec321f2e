import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Meetings within a dossier. */
export const createCoachingSession = migration(
  12,
  "create-coaching-session",
  `create table coaching_session (
     ${entryColumns},
     dossier_id uuid not null references coaching_dossier,
     meeting_code text not null,
     minutes integer not null check (minutes > 0),
     staff_id text not null,
     advisor_name text not null,
     note text
   );
   ${entryIndexes("coaching_session")}
   create index coaching_session_dossier on coaching_session (dossier_id, occurred_at desc, id desc);`,
  `drop table coaching_session`,
);
