/** What `pnpm backup` and `pnpm restore` are told: a subgraph and a file. */
import { resolve } from "node:path";
import { CommandFailed } from "../command-failed.js";
import { discoverSubgraphs, type Subgraph } from "../discover-subgraphs.js";

/** What is asked. */
export interface BackupOrder {
  readonly subgraph: Subgraph;
  /** Absolute path. */
  readonly file: string;
}

/** Reads the command line; a relative path is from where the person stands. @throws CommandFailed (exit code 2) that says how it is written */
export function backupOrder(verb: "backup" | "restore", args: readonly string[]): BackupOrder {
  const usage = `pnpm ${verb} <subgraph> <file>`;
  const [name, file, ...more] = args.filter((option) => option !== "--");
  const subgraphs = discoverSubgraphs();
  const subgraph = subgraphs.find((candidate) => candidate.name === name);
  if (!subgraph)
    throw new CommandFailed(
      `There is no subgraph "${name ?? ""}"; there are ${subgraphs.map((one) => one.name).join(", ")}. Usage: ${usage}`,
      2,
    );
  if (file === undefined || more.length > 0) throw new CommandFailed(`Name one file. Usage: ${usage}`, 2);
  return { subgraph, file: resolve(process.env["INIT_CWD"] ?? process.cwd(), file) };
}
