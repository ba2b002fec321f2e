/** The tables of erasures: what was done, and what is still to do when help has ended. */
import { migration } from "../migration.js";

/**
 * What was reported of each erasure, so that a request that is made again gets the same answer. It tells of nobody: the digest of key and
 * person only tells the same request from another. Whoever serves adds and reads, and changes nothing.
 */
export const createErasure = migration(
  9,
  "create-erasure",
  `create table erasure (
     idempotency_key uuid primary key,
     person_hash text not null,
     report jsonb not null,
     erased_at timestamptz(3) not null default clock_timestamp()
   );
   comment on table erasure is 'What went and what stays of persons who were erased: counts, never content';
   do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'erasure' and grantee <> current_user loop
       execute format('revoke update, delete, truncate on erasure from %I', serving);
     end loop;
   end $$;`,
  `drop table erasure;`,
);

/**
 * Marks of persons who were erased: digests of random ids, which lead to nobody. Never taken away: an issuer may go on naming the id for years.
 * Whoever serves adds and reads, and changes nothing.
 */
export const createErasedPerson = migration(
  9080,
  "create-erased-person",
  `create table erased_person (
     digest text primary key,
     erased_at timestamptz(3) not null default clock_timestamp()
   );
   comment on table erased_person is 'Digests of ids of persons who were erased here: nothing about them is accepted again';
   do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'erasure' and grantee <> current_user loop
       execute format('revoke update, delete, truncate on erased_person from %I', serving);
     end loop;
   end $$;`,
  `drop table erased_person;`,
);

/**
 * What an erasure leaves until help has ended, by the key of the row; and who erased, for which case. Whoever serves adds to both and changes
 * nothing.
 */
export const createErasureDue = migration(
  9020,
  "create-erasure-due",
  `create table erasure_due (
     table_name text not null,
     key uuid not null,
     does text not null check (does in ('ERASE', 'UNNAME', 'EMPTY')),
     noted_at timestamptz(3) not null default clock_timestamp(),
     primary key (table_name, key)
   );
   comment on table erasure_due is 'Rows of persons who were erased, kept until their help has ended: retain does then what the erasure could not';
   alter table erasure add column agency_code text;
   alter table erasure add column staff_id text;
   alter table erasure add column case_reference text;
   create index erasure_at on erasure (erased_at);
   do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'erasure' and grantee <> current_user loop
       execute format('revoke delete, truncate on erasure_due from %I', serving);
     end loop;
   end $$;`,
  `drop table erasure_due;
   drop index erasure_at;
   alter table erasure drop column agency_code;
   alter table erasure drop column staff_id;
   alter table erasure drop column case_reference;`,
);
