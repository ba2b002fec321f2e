import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Enrolments in packages, and the quarterly follow-ups that some levels bring. */
export const createPackageEnrolment = migration(
  13,
  "create-package-enrolment",
  `create table package_enrolment (
     ${entryColumns},
     project_id uuid,
     named_enterprise_number text,
     package_code text not null,
     level_code text,
     variant_code text,
     -- The restart package tells of difficulty: it has a table of its own.
     constraint package_enrolment_not_restricted check (package_code <> 'RESTART' and agency_code <> 'COM')
   );
   ${entryIndexes("package_enrolment")}
   create table follow_up_meeting (
     id uuid primary key,
     enrolment_id uuid not null references package_enrolment,
     agency_code text not null,
     entrepreneur_id uuid not null,
     enterprise_number text,
     meeting_code text not null,
     due_at timestamptz(3) not null,
     held_at timestamptz(3),
     session_id uuid,
     source text not null
   );
   create index follow_up_meeting_enrolment on follow_up_meeting (enrolment_id, due_at desc, id desc);
   create index follow_up_meeting_person on follow_up_meeting (entrepreneur_id, due_at desc, id desc);
   create index follow_up_meeting_enterprise on follow_up_meeting (enterprise_number, due_at desc, id desc) where enterprise_number is not null;
   create index follow_up_meeting_source on follow_up_meeting (source);`,
  `drop table follow_up_meeting;
   drop table package_enrolment`,
);
