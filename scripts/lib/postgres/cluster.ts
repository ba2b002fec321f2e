import { join } from "node:path";
import { prepareDatabase, withClient, type DatabaseUrls } from "@parcours/shared/database-roles";
import { CommandFailed, codeOf, messageOf } from "../command-failed.js";
import type { ClusterSettings } from "../settings.js";
import { stateFolder } from "../workspace.js";
import { openEmbedded, type StopOrder } from "./embedded.js";
import { passwordsFor } from "./secrets.js";

/** The lowest PostgreSQL this product is made for; nothing newer is used. Source: design 10. */
const lowestVersion = 15;

/** A PostgreSQL server on which databases and roles may be made. */
export interface Cluster {
  readonly adminUrl: string;
  /** What stands before the names of databases: several checkouts may share a server. */
  readonly prefix: string;
  /** How the server is called in `.parcours/secrets.json`. */
  readonly key: string;
  /** Set for the embedded server only. */
  readonly stopOrder?: StopOrder;
  readonly reused: boolean;
  /** For people: `embedded PostgreSQL on port 43211`. */
  readonly label: string;
  /** Stops the embedded server; leaves any other alone. */
  stop(): Promise<void>;
}

/** The server of the settings, else the checkout's own embedded one, started when it does not run. @throws CommandFailed */
export async function openCluster({ adminUrl: serverUrl, prefix }: ClusterSettings): Promise<Cluster> {
  if (serverUrl === undefined) {
    const server = await openEmbedded({ home: join(stateFolder(), "postgres") });
    const { adminUrl, reused, port, stopOrder } = server;
    return {
      adminUrl,
      prefix,
      key: "embedded",
      reused,
      stop: () => server.stop(),
      stopOrder,
      label: `embedded PostgreSQL on port ${port}`,
    };
  }
  const version = await checkServer(serverUrl);
  const { host } = new URL(serverUrl);
  return {
    adminUrl: serverUrl,
    prefix,
    key: host,
    reused: true,
    stop: () => Promise.resolve(),
    label: `PostgreSQL ${version} at ${host}`,
  };
}

/** Makes a subgraph's database and two roles there, with kept passwords; safe to repeat. */
export async function openDatabaseOf(cluster: Cluster, name: string): Promise<DatabaseUrls> {
  const database = `${cluster.prefix}${name}`;
  const [owner, app] = [`${cluster.key}/${database}_owner`, `${cluster.key}/${database}_app`] as const;
  const passwords = await passwordsFor([owner, app]);
  try {
    return await prepareDatabase(cluster.adminUrl, {
      database,
      ownerPassword: passwords[owner] ?? "",
      appPassword: passwords[app] ?? "",
    });
  } catch (error) {
    throw new CommandFailed(`The database ${database} could not be made (${messageOf(error)}): ${remedy(error)}.`);
  }
}

/** Whether a server is there, new enough, and lets us work. @returns its version, `15.6`. @throws CommandFailed */
export async function checkServer(adminUrl: string): Promise<string> {
  const where = new URL(adminUrl).host;
  const { version, number, allowed } = await askServer(adminUrl, where);
  if (number < lowestVersion * 10_000)
    throw new CommandFailed(
      `DATABASE_ADMIN_URL names PostgreSQL ${version} at ${where}: ${lowestVersion} is the lowest that works.`,
    );
  if (!allowed)
    throw new CommandFailed(
      `The role of DATABASE_ADMIN_URL at ${where} may not create databases and roles: give it CREATEDB and CREATEROLE.`,
    );
  return version;
}

async function askServer(
  adminUrl: string,
  where: string,
): Promise<{ version: string; number: number; allowed: boolean }> {
  try {
    return await withClient(adminUrl, async (client) => {
      const { rows } = await client.query<{ version: string; number: number; allowed: boolean }>(
        `select split_part(current_setting('server_version'), ' ', 1) as version, current_setting('server_version_num')::int as number,
                rolsuper or (rolcreatedb and rolcreaterole) as allowed from pg_roles where rolname = current_user`,
      );
      return rows[0] ?? { version: "", number: 0, allowed: false };
    });
  } catch (error) {
    throw new CommandFailed(
      `The PostgreSQL server of DATABASE_ADMIN_URL at ${where} does not let us in (${messageOf(error)}): start it or mend the URL.`,
    );
  }
}

/** What to do about PostgreSQL's own refusals. */
function remedy(error: unknown): string {
  if (codeOf(error) === "53100") return "the disk is full, make room and start again";
  if (codeOf(error) === "53300") return "the server has no connection left, raise max_connections";
  return "mend this and start again";
}
