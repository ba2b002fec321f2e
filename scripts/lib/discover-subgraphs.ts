/** The only code that knows how to list the subgraphs: every folder of `subgraphs/` whose package.json has a `subgraph` block. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SubgraphManifest } from "@parcours/shared/manifest";
import { CommandFailed, messageOf } from "./command-failed.js";
import { manifestFaults } from "./manifest-faults.js";
import { workspaceRoot } from "./workspace.js";

/** A subgraph of this workspace. */
export interface Subgraph {
  /** Its folder's name: `front-door`. */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  /** `@parcours/front-door`. */
  readonly packageName: string;
  readonly manifest: SubgraphManifest;
  /** Whether it owns the roots and the directory. Exactly one does. */
  readonly isSpine: boolean;
}

/**
 * Every subgraph, by name.
 * @throws CommandFailed that lists all faults of all manifests at once
 */
export function discoverSubgraphs(root: string = workspaceRoot()): Subgraph[] {
  const base = join(root, "subgraphs");
  const names = readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(base, entry.name, "package.json")))
    .map(({ name }) => name)
    .sort();
  const subgraphs = names.map((name) => readSubgraph(join(base, name), name));
  const faults = manifestFaults(subgraphs);
  if (faults.length > 0)
    throw new CommandFailed(`Mend the \`subgraph\` block of these package.json files:\n  ${faults.join("\n  ")}`);
  return subgraphs;
}

/** The subgraph that owns the roots and the directory. */
export function spineOf(subgraphs: readonly Subgraph[]): Subgraph {
  const spine = subgraphs.find(({ isSpine }) => isSpine);
  if (spine === undefined) throw new CommandFailed("No subgraph says `spine` in its package.json.");
  return spine;
}

/** The setting FEED_AGENCIES: of whose coaches each subgraph may tell, as its manifest says. */
export function agenciesByProducer(subgraphs: readonly Subgraph[]): string {
  return JSON.stringify(
    Object.fromEntries(
      subgraphs.map(({ name, manifest }) => [name, manifest.agencies.map(({ code }) => code).join(",")]),
    ),
  );
}

/** How a subgraph's name stands in the names of environment variables: `front-door` → `FRONT_DOOR`. */
export function environmentName(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}

/** One subgraph, as its package.json describes it. @throws CommandFailed where that cannot be read */
export function readSubgraph(folder: string, name: string): Subgraph {
  try {
    const content = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name?: string;
      subgraph?: SubgraphManifest;
    };
    // A missing block is told with all other faults, not alone.
    const manifest = content.subgraph ?? ({} as SubgraphManifest);
    return { name, folder, packageName: content.name ?? "", manifest, isSpine: manifest.spine === true };
  } catch (error) {
    throw new CommandFailed(`subgraphs/${name}/package.json cannot be read: ${messageOf(error)}`);
  }
}
