import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrate, revert } from "@parcours/shared/database";
import type { SubgraphDefinition } from "@parcours/shared/subgraph";
import { CommandFailed, messageOf } from "../command-failed.js";

/** A subgraph's database, as who owns it. */
export interface DataTarget {
  readonly name: string;
  readonly folder: string;
  readonly ownerUrl: string;
  /** Where it keeps documents, as `DOCUMENT_STORE` says it; absent where none are to be touched. */
  readonly documentStore?: string;
}

/** What a migration did to one subgraph. */
export interface MigrationResult {
  readonly name: string;
  /** Names of the migrations applied. */
  readonly applied: readonly string[];
}

/** Applies what is missing of every subgraph's migrations. @throws CommandFailed that names the subgraph */
export async function migrateAll(targets: readonly DataTarget[]): Promise<MigrationResult[]> {
  const results: MigrationResult[] = [];
  for (const { name, folder, ownerUrl } of targets) {
    const definition = await definitionOf(name, folder);
    const applied = await migrate(definition, ownerUrl).catch((error: unknown) => {
      throw new CommandFailed(`The migrations of ${name} stopped: ${messageOf(error)}`);
    });
    results.push({ name, applied });
  }
  return results;
}

/** Takes back the newest migration of every subgraph. @returns how many were taken back, by name */
export async function revertAll(targets: readonly DataTarget[]): Promise<Record<string, number>> {
  const taken: Record<string, number> = {};
  for (const { name, folder, ownerUrl } of targets) {
    taken[name] = await revert(await definitionOf(name, folder), ownerUrl).catch((error: unknown) => {
      throw new CommandFailed(`The last migration of ${name} could not be taken back: ${messageOf(error)}`);
    });
  }
  return taken;
}

/** A subgraph's compiled definition. @throws CommandFailed where there is none */
export async function definitionOf(name: string, folder: string): Promise<SubgraphDefinition> {
  const file = join(folder, "dist/subgraph.js");
  if (!existsSync(file))
    throw new CommandFailed(`subgraphs/${name}/src/subgraph.ts is missing: it must export \`definition\`.`);
  const { definition } = (await import(file)) as { definition?: SubgraphDefinition };
  if (definition === undefined) throw new CommandFailed(`subgraphs/${name}/src/subgraph.ts exports no \`definition\`.`);
  return definition;
}
