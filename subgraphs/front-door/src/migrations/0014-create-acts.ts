import { migration } from "@parcours/shared/migration";

export const createActs = migration(
  14,
  "create-acts",
  `alter table sharing_grant
     add column given_at timestamptz(3),
     add column given_by text not null default 'OWN_PERSON' check (given_by in ('OWN_PERSON', 'ADVISOR')),
     add column how_given_code text not null default 'SIGNED_IN';
   update sharing_grant set given_at = since::timestamp at time zone 'Europe/Brussels';
   alter table sharing_grant
     alter column given_at set not null,
     alter column given_by drop default,
     alter column how_given_code drop default;
   drop index sharing_grant_person;
   create index sharing_grant_person on sharing_grant (entrepreneur_id, given_at desc, id desc);
   create table break_glass (
     id uuid primary key,
     entrepreneur_id uuid not null,
     agency_code text not null,
     category text not null,
     motive text not null,
     broken_at timestamptz(3) not null,
     open_until date not null,
     by_agency_code text not null,
     by_staff_id text not null,
     by_role_code text not null,
     case_reference text not null,
     state text not null check (state in ('OPEN', 'CLOSED')),
     outcome text check (outcome in ('JUSTIFIED', 'NOT_JUSTIFIED')),
     note text,
     closed_at timestamptz(3),
     closed_by_agency_code text,
     closed_by_staff_id text,
     version integer not null,
     source text not null,
     check ((state = 'CLOSED') = (outcome is not null))
   );
   create index break_glass_person on break_glass (entrepreneur_id, broken_at desc, id desc);
   create index break_glass_agency on break_glass (agency_code, broken_at desc, id desc);
   create index break_glass_time on break_glass (broken_at desc, id desc);
   create index break_glass_source on break_glass (source);
   create table objection (
     id uuid primary key,
     entrepreneur_id uuid not null,
     category text not null,
     reason text not null,
     recorded_at timestamptz(3) not null,
     recorded_by text not null check (recorded_by in ('OWN_PERSON', 'DATA_PROTECTION_OFFICER')),
     source text not null
   );
   create index objection_person on objection (entrepreneur_id, recorded_at desc, id desc);
   create index objection_source on objection (source);
   create table staff_member (
     id uuid primary key,
     entrepreneur_id uuid not null,
     agency_code text not null,
     since date not null,
     until date,
     source text not null
   );
   create index staff_member_person on staff_member (entrepreneur_id);
   create index staff_member_source on staff_member (source);`,
  `drop table staff_member;
   drop table objection;
   drop table break_glass;
   drop index sharing_grant_person;
   create index sharing_grant_person on sharing_grant (entrepreneur_id);
   alter table sharing_grant drop column how_given_code, drop column given_by, drop column given_at;`,
);
