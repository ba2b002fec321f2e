/** The table of acts that were done, so that a client that asks twice has it done once. */
import { migration } from "../migration.js";

/** Neither who acted nor what was asked stands there, only digests of both. Whoever serves adds, reads and forgets, and changes nothing. */
export const createMutationKeys = migration(
  7,
  "create-mutation-keys",
  `create table mutation_key (
     actor text not null,
     mutation text not null,
     key uuid not null,
     digest text not null,
     entity_ids uuid[] not null,
     at timestamptz(3) not null default clock_timestamp(),
     primary key (actor, mutation, key)
   );
   create index mutation_key_at on mutation_key (at);
   do $$ declare serving text; begin
     for serving in select distinct grantee from information_schema.role_table_grants
                     where table_schema = current_schema() and table_name = 'mutation_key' and grantee <> current_user loop
       execute format('revoke update, truncate on mutation_key from %I', serving);
     end loop;
   end $$;`,
  `drop table mutation_key;`,
);
