/** The tables of the access log: chains of rows that the serving role may add to and read, never change. */
import { migration } from "../migration.js";

/** Order by subject is the order of a person's list of looks; the rest hangs on the chain. */
export const createAccessLog = migration(
  5,
  "create-access-log",
  `create table log_subject (
     entrepreneur_id uuid primary key,
     pseudonym uuid not null unique default gen_random_uuid()
   );
   comment on table log_subject is 'The only link from a row of the log to a person: destroyed when the person is erased';
   create table access_log_chain (
     id uuid primary key,
     started_at timestamptz(3) not null,
     links jsonb not null,
     hash bytea not null
   );
   create table access_log (
     chain uuid not null references access_log_chain,
     position bigint not null,
     at timestamptz(3) not null,
     action text not null check (action in ('READ', 'WRITE')),
     subject uuid,
     enterprise_number text,
     agency_code text,
     system text,
     role text not null,
     staff_id text,
     reader_subject uuid,
     on_behalf_of text,
     purpose text,
     case_reference text,
     categories text[] not null,
     withheld text[] not null,
     result text not null check (result in ('SERVED', 'PARTIAL', 'WITHHELD', 'ERROR')),
     records integer not null,
     flag text check (flag in ('SELF', 'COLLEAGUE')),
     request_id text not null,
     hop integer not null,
     hash bytea not null,
     primary key (chain, position)
   );
   create index access_log_subject on access_log (subject, at desc, chain desc, position desc) where subject is not null;
   create index access_log_enterprise on access_log (enterprise_number, at desc, chain desc, position desc) where enterprise_number is not null;
   create index access_log_at on access_log (at);
   -- Whoever serves adds and reads. Only the owner of the database could change a row, and then the chain shows it.
   do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'access_log' and grantee <> current_user loop
       execute format('revoke update, delete, truncate on access_log, access_log_chain, log_subject from %I', serving);
     end loop;
   end $$;`,
  `drop table access_log;
   drop table access_log_chain;
   drop table log_subject;`,
);
