import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { CommandFailed } from "../../lib/command-failed.js";
import type { Subgraph } from "../../lib/discover-subgraphs.js";
import { serviceNodeOptions } from "../../lib/supervisor/node-options.js";
import { workspaceRoot } from "../../lib/workspace.js";

/** The running reference. */
export interface Reference {
  readonly port: number;
  end(): void;
}

/** How long it may take to listen, in milliseconds. */
const startLimit = 30_000;

/** Starts the hand-written endpoint in a process of its own, with the settings of production. @throws CommandFailed */
export async function startReference(databaseUrl: string, subgraphs: readonly Subgraph[]): Promise<Reference> {
  const kinds = subgraphs.flatMap(({ manifest }) => manifest.entryKinds.map(({ code, labels }) => [code, labels.en]));
  const program = join(workspaceRoot(), "scripts/dist/bench/caller/rest-endpoint.js");
  const environment = {
    PATH: process.env["PATH"],
    NODE_ENV: "production",
    TZ: "UTC",
    DATABASE_URL: databaseUrl,
    KIND_LABELS: JSON.stringify(Object.fromEntries(kinds)),
  };
  const child = fork(program, [], {
    cwd: "/",
    env: environment,
    execArgv: [...serviceNodeOptions],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return { port: await portOf(child), end: () => void child.kill("SIGKILL") };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => child.kill("SIGKILL"), startLimit);
    child.once("exit", () => reject(new CommandFailed("The reference endpoint does not start.")));
    child.once("message", ({ port }: { port: number }) => {
      clearTimeout(limit);
      resolve(port);
    });
  });
}
