import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder that holds the whole workspace: the nearest one upwards with a `pnpm-workspace.yaml`. The same answer from sources and from `dist`.
 * @throws Error when the code was moved out of a workspace
 */
export function workspaceRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, "pnpm-workspace.yaml"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("No pnpm-workspace.yaml in any folder above this file.");
  return workspaceRoot(parent);
}

/** Where a checkout keeps what it makes for itself: data, passwords, locks. Never committed. */
export function stateFolder(root: string = workspaceRoot()): string {
  return join(root, ".parcours");
}

/** Where the subgraphs of a checkout's demonstration keep the documents they were given, each in a folder of its own. */
export function documentFolder(): string {
  return join(stateFolder(), "documents");
}
