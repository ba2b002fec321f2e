/** What speaks against a new subgraph, each as one sentence that says what to do. Nothing is written while there is one. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode } from "graphql";
import type { Subgraph } from "../discover-subgraphs.js";
import { manifestFaults } from "../manifest-faults.js";
import type { SubgraphPlan } from "./plan.js";

/** Longest name of a database that leaves room for its roles and indexes (PostgreSQL cuts names at 63 characters). */
const mostCharacters = 31;

/** Names that something else has: packages of this workspace, folders that builds pass over, databases of every server. */
const taken: ReadonlySet<string> = new Set(["gateway", "shared", "dist", "template", "postgres"]);

/** Why a word cannot name a subgraph; undefined when it can. */
export function objectionToName(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `"${name}" cannot name a subgraph: write lower-case words joined by -, a letter first, for instance air-quality.`;
  if (name.length > mostCharacters)
    return `"${name}" is too long to name a subgraph and its database: at most ${mostCharacters} characters.`;
  return taken.has(name) ? `"${name}" is taken by the workspace itself: choose another name.` : undefined;
}

/** Why a planned subgraph cannot join those that exist; undefined when it can. */
export function objectionToPlan(plan: SubgraphPlan, existing: readonly Subgraph[]): string | undefined {
  const { name, folder, packageName, manifest } = plan;
  if (existsSync(folder)) return `subgraphs/${name.kebab} exists already: choose another name, or remove the folder.`;
  const faults = manifestFaults([...existing, { name: name.kebab, packageName, manifest }]);
  const reasons = faults.length > 0 ? faults : [...namesOfObjects(plan), ...clashesInGraph(plan, existing)];
  return reasons.length > 0 ? `"${name.kebab}" would clash: ${reasons.join("; ")}. Choose another name.` : undefined;
}

/** A field that every object of JavaScript has, such as `constructor`, cannot be a method of its own. */
function namesOfObjects({ name }: SubgraphPlan): string[] {
  return name.camel in {} ? [`every object has a "${name.camel}" already`] : [];
}

/** Types and fields of the new subgraph that the committed schema of another one has. */
function clashesInGraph({ name: { camel, pascal } }: SubgraphPlan, existing: readonly Subgraph[]): string[] {
  const types = [
    `${pascal}Dossier`,
    `${pascal}DossierEdge`,
    `${pascal}DossierConnection`,
    `Entrepreneur${pascal}`,
    `Enterprise${pascal}`,
  ];
  const fields = [`Entrepreneur.${camel}`, `Enterprise.${camel}`, `Query.${camel}Dossier`, `Query.${camel}Dossiers`];
  return existing.flatMap((subgraph) => {
    const known = namesInSchema(subgraph);
    return [...types, ...fields].filter((one) => known.has(one)).map((one) => `${subgraph.name} has ${one} already`);
  });
}

/** `Type` and `Type.field` for all that a subgraph's schema defines; nothing where it was not generated yet. */
function namesInSchema({ folder }: Subgraph): ReadonlySet<string> {
  const file = join(folder, "schema.graphql");
  if (!existsSync(file)) return new Set();
  const { definitions } = parse(readFileSync(file, "utf8"), { noLocation: true });
  return new Set(
    definitions.flatMap((node) => {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION)
        return namesOfType(node);
      return "name" in node && node.name !== undefined ? [node.name.value] : [];
    }),
  );
}

function namesOfType({ name, fields = [] }: ObjectTypeDefinitionNode | ObjectTypeExtensionNode): string[] {
  return [name.value, ...fields.map((field) => `${name.value}.${field.name.value}`)];
}
