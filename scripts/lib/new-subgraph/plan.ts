/** What `pnpm new:subgraph NAME` is about to write, made in memory: so all that speaks against it is known before a file exists. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SubgraphManifest } from "@parcours/shared/manifest";
import type { Subgraph } from "../discover-subgraphs.js";
import { projectFiles } from "../quality/tree.js";
import { renamed, spellingOf, type Spelling } from "./spelling.js";

/** A subgraph that does not exist yet. */
export interface SubgraphPlan {
  readonly name: Spelling;
  /** Absolute path. */
  readonly folder: string;
  /** `@parcours/mobility`. */
  readonly packageName: string;
  readonly manifest: SubgraphManifest;
  /** Contents by path inside the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** A package.json with its registration. */
interface SubgraphPackage {
  readonly name: string;
  readonly subgraph: SubgraphManifest;
}

/**
 * Plans a subgraph from the template.
 * @param kebab its name, well-formed
 * @param existing those that are there: they leave the ports free from which one is taken
 * @param today first day of its agency and of what it is served, `2026-01-31`
 */
export function planSubgraph(root: string, kebab: string, existing: readonly Subgraph[], today: string): SubgraphPlan {
  const name = spellingOf(kebab);
  const template = join(root, "scripts/template");
  const files = new Map(
    projectFiles(template).map((file) => [
      renamed(file, name),
      renamed(readFileSync(join(template, file), "utf8"), name),
    ]),
  );
  const content = registered(
    JSON.parse(files.get("package.json") ?? "{}") as SubgraphPackage,
    nextPort(existing),
    today,
  );
  files.set("package.json", `${JSON.stringify(content, null, 2)}\n`);
  return { name, folder: join(root, "subgraphs", kebab), packageName: content.name, manifest: content.subgraph, files };
}

/** What a text of the template cannot know: where it listens, and since when its agency takes part. */
function registered(content: SubgraphPackage, port: number, today: string): SubgraphPackage {
  const agencies = content.subgraph.agencies.map((agency) => ({ ...agency, validFrom: today, admittedAt: today }));
  return { ...content, subgraph: { ...content.subgraph, port, agencies } };
}

/** The lowest port above those that are taken: the gateway's and its neighbours' lie below. */
function nextPort(existing: readonly Subgraph[]): number {
  return Math.max(...existing.map(({ manifest }) => manifest.port)) + 1;
}
