/** On what a bench ran: without it a figure says nothing. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { withClient } from "@parcours/shared/database-roles";
import { workspaceRoot } from "../workspace.js";

/** A machine and the versions on it. */
export interface Machine {
  readonly processors: number;
  readonly processor: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** What decides the speed of a request, by the workspace package that depends on it. */
const measuredPackages: Readonly<Record<string, readonly string[]>> = {
  gateway: ["@apollo/gateway", "@apollo/server", "graphql", "undici"],
  shared: ["graphql-jit", "type-graphql", "pg"],
};

/** Describes this machine and the database server of a bench. */
export async function describeMachine(adminUrl: string): Promise<Machine> {
  const postgres = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      "select split_part(current_setting('server_version'), ' ', 1) as version",
    );
    return rows[0]?.version ?? "";
  });
  const packages = Object.entries(measuredPackages).flatMap(([folder, names]) =>
    names.map((name) => [name, versionOf(folder, name)] as const),
  );
  const versions = { node: process.versions.node, postgres, ...Object.fromEntries(packages) };
  return { processors: availableParallelism(), processor: cpus()[0]?.model ?? "unknown", versions };
}

/** How busy the machine was over the last minute: processes that wanted a processor. */
export function loadAverage(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

/** The longest wait for a calm machine, in milliseconds: then it is measured as it is, and the report says how it was. */
const longestWait = 30 * 60_000;

/** Waits until fewer processes than `most` want a processor. */
export async function calmMachine(most: number, detail: (text: string) => void): Promise<void> {
  const end = Date.now() + longestWait;
  while (loadAverage() >= most && Date.now() < end) {
    detail(`${loadAverage()} processes want a processor`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

/** The version installed for a workspace package; a package may hide its package.json, so its folder is found by its entry. */
function versionOf(folder: string, name: string): string {
  const require = createRequire(join(workspaceRoot(), folder, "package.json"));
  const parts = require.resolve(name).split(`/node_modules/${name}/`);
  const content = JSON.parse(readFileSync(`${parts[0]}/node_modules/${name}/package.json`, "utf8")) as {
    version: string;
  };
  return content.version;
}
