/** The table of erasures that were done. */
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
