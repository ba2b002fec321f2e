/** The tables of the access log: chains of rows that the serving role may add to and read, never change. */
import { migration } from "../migration.js";

/** Takes from whoever serves all but adding and reading; what the owner of the database changes, the chain shows. */
function addAndReadOnly(...tables: readonly string[]): string {
  return forWhoeverServes(
    `execute format('revoke update, delete, truncate on ${tables.join(", ")} from %I', serving);`,
  );
}

/** Runs a command for each role that serves: those who were given rights on the log when it was made. */
function forWhoeverServes(command: string): string {
  return `do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'access_log' and grantee <> current_user loop
       ${command}
     end loop;
   end $$;`;
}

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
     -- No foreign key to the chain: each row would lock the chain's. verify-log names a row whose chain is gone.
     chain uuid not null,
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
   ${addAndReadOnly("access_log", "access_log_chain", "log_subject")}`,
  `drop table access_log;
   drop table access_log_chain;
   drop table log_subject;`,
);

/**
 * What makes the log provable beyond its own database: each row names the hash before it, so that a row that was rewritten with its hash is
 * told from the one behind it; daily roots, the own and those of the others, kept for good; and the one way in which a person's link goes.
 */
export const createLogRoots = migration(
  6,
  "create-log-roots",
  `alter table access_log add column previous bytea;
   update access_log l set previous = coalesce(p.hash, c.hash)
     from access_log_chain c, access_log r left join access_log p on p.chain = r.chain and p.position = r.position - 1
    where c.id = l.chain and r.chain = l.chain and r.position = l.position;
   alter table access_log alter column previous set not null;
   drop index access_log_enterprise;
   create index access_log_enterprise on access_log (enterprise_number, at desc, chain desc, position desc) include (subject)
     where enterprise_number is not null;
   -- By an expression, so that no plan takes it for the order of somebody's list and passes over everybody's rows.
   drop index access_log_at;
   create index access_log_instant on access_log ((at at time zone 'UTC'));
   create table log_root (
     day date primary key,
     previous bytea,
     heads jsonb not null,
     hash bytea not null,
     key bytea not null,
     signature bytea not null,
     former_key bytea,
     endorsement bytea,
     made_at timestamptz(3) not null default clock_timestamp()
   );
   comment on table log_root is 'For each UTC day with looks: the last row of every chain that grew on it, signed';
   create table log_root_received (
     place bigint generated always as identity,
     producer text not null,
     day date not null,
     hash bytea not null,
     previous bytea,
     heads jsonb not null,
     key bytea not null,
     signature bytea not null,
     received_at timestamptz(3) not null default clock_timestamp(),
     primary key (producer, day, hash)
   );
   comment on table log_root_received is 'Roots of the others, as they came: a second one of a day stands beside the first';
   create table log_root_key (
     place bigint generated always as identity,
     producer text not null,
     key bytea not null,
     former_key bytea,
     endorsement bytea,
     first_seen timestamptz(3) not null default clock_timestamp(),
     primary key (producer, key)
   );
   ${addAndReadOnly("log_root", "log_root_received", "log_root_key")}
   create function forget_log_subjects(ids uuid[]) returns integer language sql security definer set search_path = public, pg_temp as $$
     with gone as (delete from log_subject where entrepreneur_id = any(ids) returning 1) select count(*)::integer from gone;
   $$;
   comment on function forget_log_subjects is 'Destroys the link from the log to persons: all that may ever be removed of it';
   revoke all on function forget_log_subjects(uuid[]) from public;
   ${forWhoeverServes("execute format('grant execute on function forget_log_subjects(uuid[]) to %I', serving);")}`,
  `drop function forget_log_subjects(uuid[]);
   drop table log_root_key;
   drop table log_root_received;
   drop table log_root;
   drop index access_log_instant;
   create index access_log_at on access_log (at);
   drop index access_log_enterprise;
   create index access_log_enterprise on access_log (enterprise_number, at desc, chain desc, position desc) where enterprise_number is not null;
   alter table access_log drop column previous;`,
);

/**
 * Enterprises under pseudonyms, for the number of a sole trader names a person: the link goes with the person's. What stood in rows before stays,
 * for their hashes hold it. Links of the log are found by what the retention asks of them.
 */
export const createLogEnterprises = migration(
  9021,
  "create-log-enterprises",
  `create table log_enterprise (
     enterprise_number text primary key,
     pseudonym uuid not null unique default gen_random_uuid()
   );
   comment on table log_enterprise is 'The only link from a row of the log to an enterprise: destroyed when the person who is the enterprise is erased';
   alter table access_log rename column enterprise_number to enterprise;
   create index access_log_reader on access_log (reader_subject, at desc) where reader_subject is not null;
   ${addAndReadOnly("log_enterprise")}
   create function forget_log_enterprises(numbers text[]) returns integer language sql security definer set search_path = public, pg_temp as $$
     with gone as (delete from log_enterprise where enterprise_number = any(numbers) returning 1) select count(*)::integer from gone;
   $$;
   comment on function forget_log_enterprises is 'Destroys the link from the log to enterprises';
   revoke all on function forget_log_enterprises(text[]) from public;
   ${forWhoeverServes("execute format('grant execute on function forget_log_enterprises(text[]) to %I', serving);")}`,
  `drop function forget_log_enterprises(text[]);
   drop index access_log_reader;
   alter table access_log rename column enterprise to enterprise_number;
   drop table log_enterprise;`,
);

/** The flagged looks in the order of their list: few rows of a log that may be long. */
export const indexFlaggedLooks = migration(
  9010,
  "index-flagged-looks",
  `create index access_log_flagged on access_log (at desc, chain desc, position desc) include (flag) where flag is not null;`,
  `drop index access_log_flagged;`,
);
