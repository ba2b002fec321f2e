import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

export const createEntries = migration(
  11,
  "create-entries",
  `create table interaction (
     ${entryColumns},
     channel_code text not null,
     topic_code text not null,
     outcome_code text not null,
     language_code text not null,
     question text not null,
     staff_id text not null,
     advisor_name text not null
   );
   ${entryIndexes("interaction")}
   create table referral (
     ${entryColumns},
     interaction_id uuid,
     to_agency_code text not null,
     topic_code text not null,
     status_code text not null,
     reason_code text,
     responded_at timestamptz(3),
     done_at timestamptz(3),
     successful boolean
   );
   ${entryIndexes("referral")}`,
  `drop table referral;
   drop table interaction;`,
);
