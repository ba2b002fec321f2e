/**
 * A subgraph's database and its two roles: `…_owner` owns it and migrates, `…_app` serves and may only read and write rows.
 * One piece for `start`, for the tests and for a real server, so that what a test may do is what the product may do. Source: design 6, 8.
 */
import { createHash } from "node:crypto";
import pg from "pg";

/** A database to be there, with the passwords of its two roles. */
export interface DatabaseOrder {
  /** Lower-case letters, digits and underscores; the roles are `<database>_owner` and `<database>_app`. */
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** How the two roles connect. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** What `$1`-less statements may hold: PostgreSQL has no parameters in `create role`. */
const safeName = /^[a-z][a-z0-9_]{0,55}$/;
const safePassword = /^[A-Za-z0-9_-]{8,}$/;

/** The URL of another database or role on the same server. */
export function urlWith(url: string, part: { database?: string; user?: string; password?: string }): string {
  const copy = new URL(url);
  if (part.database !== undefined) copy.pathname = `/${part.database}`;
  if (part.user !== undefined) copy.username = part.user;
  if (part.password !== undefined) copy.password = part.password;
  return copy.href;
}

/**
 * Makes the database and its roles where they are missing, and sets their passwords and rights: safe to repeat and to run at once
 * from several processes. Nobody but the two roles may connect.
 * @param adminUrl a role that may create databases and roles (it need not be a superuser), connected to any database
 * @throws Error of the server as it is, or on a name that is not plain
 */
export async function prepareDatabase(adminUrl: string, order: DatabaseOrder): Promise<DatabaseUrls> {
  const { database } = order;
  if (!safeName.test(database))
    throw new Error(`"${database}" is no plain database name: lower-case letters, digits and underscores, at most 56.`);
  if (!safePassword.test(order.ownerPassword) || !safePassword.test(order.appPassword))
    throw new Error("A generated password holds letters, digits, - and _ only.");
  const [owner, app] = [`${database}_owner`, `${database}_app`];
  await withClient(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [lockKey(database)]);
    await ensureRole(client, owner, order.ownerPassword);
    await ensureRole(client, app, order.appPassword);
    await ensureDatabase(client, database, owner);
  });
  const ownerUrl = urlWith(adminUrl, { database, user: owner, password: order.ownerPassword });
  await withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [lockKey(database)]);
    await client.query(rights(database, app));
  });
  return { ownerUrl, appUrl: urlWith(adminUrl, { database, user: app, password: order.appPassword }) };
}

/** Removes a database with its roles, whoever is connected; content when it is not there. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  if (!safeName.test(database)) throw new Error(`"${database}" is no plain database name.`);
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`drop role if exists ${database}_app`);
    await client.query(`drop role if exists ${database}_owner`);
  });
}

/** Runs work on one connection of its own, closed in any case. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that is stopped while we hold the connection: the running query says so, the event must not end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  await client.query(`${rowCount === 0 ? "create" : "alter"} role ${role} login password '${password}'`);
}

async function ensureDatabase(client: pg.Client, database: string, owner: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
  if (rowCount !== 0) return;
  const { rows } = await client.query<{ superuser: boolean; version: number }>(
    "select rolsuper as superuser, current_setting('server_version_num')::int / 10000 as version from pg_roles where rolname = current_user",
  );
  // Who is no superuser must be a member of the role it gives the database to.
  if (rows[0]?.superuser !== true) await client.query(`grant ${owner} to current_user`);
  await client.query(
    `create database ${database} owner ${owner} template template0 encoding 'UTF8' ${locale(rows[0]?.version ?? 15)}`,
  );
}

/** Order by code point and know the letters of every language, the same on every machine: the server's own locale may be anything. */
function locale(version: number): string {
  return version >= 17 ? "locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'" : "locale 'C.UTF-8'";
}

/** Run by the owner, so the default rights are those of what the owner will make. */
function rights(database: string, app: string): string {
  return `
    revoke all on database ${database} from public;
    grant connect on database ${database} to ${app};
    revoke all on schema public from public;
    grant usage on schema public to ${app};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
    alter default privileges in schema public grant usage, select on sequences to ${app};`;
}

/** Advisory locks are numbers: the name's, so that two databases do not wait for each other. */
function lockKey(database: string): string {
  return createHash("sha256").update(`parcours ${database}`).digest().readBigInt64BE(0).toString();
}
