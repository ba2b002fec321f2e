import { migration } from "@parcours/shared/migration";

export const createMatching = migration(
  15,
  "create-matching",
  `create table person_key (
     key text collate "C" not null,
     entrepreneur_id uuid not null,
     source text not null,
     primary key (key, entrepreneur_id)
   );
   create index person_key_person on person_key (entrepreneur_id, key);
   create index person_key_source on person_key (source);
   create table national_number_hash (
     entrepreneur_id uuid not null,
     hash text not null,
     source text not null,
     primary key (hash, entrepreneur_id)
   );
   create index national_number_hash_person on national_number_hash (entrepreneur_id);
   create index national_number_hash_source on national_number_hash (source);
   create table registration (
     id uuid primary key,
     entrepreneur_id uuid not null,
     outcome text not null check (outcome in ('FOUND', 'CREATED', 'CREATED_FOR_REVIEW')),
     score double precision,
     reasons jsonb not null,
     registered_at timestamptz(3) not null,
     by_agency_code text,
     by_staff_id text,
     by_role_code text not null,
     source text not null
   );
   create index registration_person on registration (entrepreneur_id);
   create index registration_source on registration (source);
   create table match_review (
     id uuid primary key,
     entrepreneur_id uuid not null,
     other_id uuid not null,
     score double precision not null,
     reasons jsonb not null,
     state text not null check (state in ('OPEN', 'CLOSED')),
     opened_at timestamptz(3) not null,
     decision text check (decision in ('SAME', 'DIFFERENT')),
     reason text,
     decided_at timestamptz(3),
     decided_by_agency_code text,
     decided_by_staff_id text,
     version integer not null,
     source text not null,
     check ((state = 'CLOSED') = (decision is not null))
   );
   create index match_review_time on match_review (opened_at desc, id desc);
   create index match_review_open on match_review (opened_at desc, id desc) where state = 'OPEN';
   create index match_review_person on match_review (entrepreneur_id);
   create index match_review_other on match_review (other_id);
   create index match_review_source on match_review (source);
   create table not_same_person (
     id uuid primary key,
     entrepreneur_id uuid not null,
     other_id uuid not null,
     reason text not null,
     noted_at timestamptz(3) not null,
     by_agency_code text,
     by_staff_id text,
     source text not null,
     check (entrepreneur_id < other_id)
   );
   create unique index not_same_person_pair on not_same_person (entrepreneur_id, other_id);
   create index not_same_person_other on not_same_person (other_id);
   create index not_same_person_source on not_same_person (source);
   create table identity_event (
     id uuid primary key,
     kind text not null check (kind in ('MERGED', 'UNMERGED')),
     merge_id uuid not null,
     entrepreneur_id uuid not null,
     other_id uuid not null,
     at timestamptz(3) not null,
     reason text not null,
     author text not null,
     source text not null
   );
   create index identity_event_person on identity_event (entrepreneur_id, at desc, id desc);
   create index identity_event_other on identity_event (other_id, at desc, id desc);
   create index identity_event_merge on identity_event (merge_id);
   create index identity_event_source on identity_event (source);
   insert into identity_event (id, kind, merge_id, entrepreneur_id, other_id, at, reason, author, source)
   select gen_random_uuid(), 'MERGED', id, former_id, merged_into, merged_at, reason, author, source from identity_merge;
   create index identity_merge_into on identity_merge (merged_into);`,
  `drop index identity_merge_into;
   drop table identity_event;
   drop table not_same_person;
   drop table match_review;
   drop table registration;
   drop table national_number_hash;
   drop table person_key;`,
);
