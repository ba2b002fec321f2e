/** A backup of one subgraph's database, and the way back. Tried in a test: `backup.db.test.ts`. */
import { chmodSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { withClient } from "@parcours/shared/database-roles";
import { CommandFailed } from "../command-failed.js";
import { runAs } from "../postgres/account.js";
import { findPostgresTools, runTool } from "./postgres-tools.js";

/** One subgraph's database, as who owns it. */
export interface BackupTarget {
  readonly name: string;
  readonly ownerUrl: string;
}

/**
 * Writes all of a database to a file of `pg_dump`'s own format, readable by its owner alone. The subgraph may serve meanwhile. An
 * interrupted backup leaves no file of that name.
 * @returns its size in bytes
 * @throws CommandFailed when the file exists, the tools are missing or `pg_dump` stops
 */
export async function backUp({ ownerUrl }: BackupTarget, file: string): Promise<number> {
  if (existsSync(file)) throw new CommandFailed(`${file} exists: a backup never replaces another.`);
  const { dump } = await findPostgresTools(await majorVersionOf(ownerUrl));
  const draft = `${file}.part`;
  try {
    await runTool(dump, ownerUrl, ["--format=custom", "--no-password", `--file=${draft}`]);
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return statSync(file).size;
}

/**
 * Puts a database back as it was in a backup: what is in it now goes. It gets a new feed epoch, so that every consumer reads its feeds again
 * from the beginning. Nobody may be connected.
 * @throws CommandFailed when somebody is, when the file is no backup, or when `pg_restore` stops: then the database is empty
 */
export async function restore({ name, ownerUrl }: BackupTarget, file: string): Promise<void> {
  if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
  const tools = await findPostgresTools(await majorVersionOf(ownerUrl));
  const { code } = await runAs(undefined, tools.restore, ["--list", file]);
  if (code !== 0) throw new CommandFailed(`${file} is no backup that pg_restore ${tools.majorVersion} can read.`);
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ who: string }>(connected);
    if (rows.length > 0)
      throw new CommandFailed(
        `${rows.map(({ who }) => who).join(", ")} is connected to ${name}'s database: stop the subgraph first, or it would go on with what is gone.`,
      );
    await client.query(emptyDatabase);
  });
  await runTool(tools.restore, ownerUrl, [
    "--single-transaction",
    "--exit-on-error",
    "--no-owner",
    "--no-password",
    `--dbname=${databaseOf(ownerUrl)}`,
    file,
  ]);
  await withClient(ownerUrl, (client) => client.query("update feed_epoch set epoch = gen_random_uuid()"));
}

/** What a person has to do after a restore: the backup knows nothing of what was decided after it. */
export function afterRestore(name: string, backedUpAt: Date): string {
  const since = backedUpAt.toISOString();
  return `${name} is as it was when it was backed up (${since}).
  1. pnpm migrate   the backup may be older than the code.
  2. Start the subgraph again. Its feeds have a new epoch: every consumer reads them from the beginning by itself.
  3. Repeat what was decided since ${since}: erasures (from the officer's own register of requests, each with a new key),
     withdrawals of sharing, merges, ends of mandates. Until then what they ended is open again.
  4. pnpm verify-log   names the looks since then as missing, for the other subgraphs keep the daily roots: keep its output
     with the record of this restore. What it names of before that day is no work of a restore.`;
}

async function majorVersionOf(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    );
    return rows[0]?.version ?? 0;
  });
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Of another role's connections an owner sees who they are, and no more. */
const connected = `select distinct usename as who from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and usename is not null`;

/**
 * Everything of ours, also what is younger than the backup; not the schema, whose rights are set once for all. The rights that new tables
 * get by default go too, and come back with the backup: with them, whoever serves could change the log in the tables that are put back.
 */
const emptyDatabase = `do $$ declare gone record; begin
    for gone in select extname from pg_extension where extname <> 'plpgsql' loop
      execute format('drop extension %I cascade', gone.extname);
    end loop;
    for gone in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
      execute format('drop table if exists %s cascade', gone.name);
    end loop;
    for gone in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' loop
      execute format('drop sequence if exists %s cascade', gone.name);
    end loop;
    for gone in select distinct case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end as kind,
                       a.grantee::regrole as grantee
                  from pg_default_acl d, aclexplode(d.defaclacl) a
                 where d.defaclnamespace = 'public'::regnamespace and d.defaclrole = current_user::regrole and a.grantee <> 0 loop
      execute format('alter default privileges in schema public revoke all on %s from %s', gone.kind, gone.grantee);
    end loop;
    for gone in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'public'::regnamespace loop
      execute format('drop routine if exists %s cascade', gone.name);
    end loop;
  end $$`;
