/** Reads from a supergraph's text what the gateway needs beside the planner: which subgraphs there are, and who owns each field. */
import { Kind, parse } from "graphql";
import type { ConstDirectiveNode, DocumentNode } from "graphql";
import { fieldTypesOf } from "./asked-shape.js";
import type { FieldTypes } from "./asked-shape.js";

/** A subgraph as the supergraph names it. */
export interface SubgraphAddress {
  readonly name: string;
  /** Empty where the supergraph gives none. */
  readonly url: string;
}

/** What is read of a supergraph. */
export interface Supergraph {
  readonly subgraphs: readonly SubgraphAddress[];
  /** Names of the subgraphs that can answer a field. */
  readonly ownersOf: (typeName: string, fieldName: string) => readonly string[];
  readonly fieldTypes: FieldTypes;
}

/**
 * Reads a supergraph schema.
 * @throws Error whose message says why the text is no supergraph
 */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl);
  const addresses = graphAddresses(document);
  if (addresses.size === 0)
    throw new Error(
      "it names no subgraph (no enum join__Graph): a supergraph schema is expected, as composition writes it",
    );
  const owners = fieldOwners(document);
  const nameOf = (graph: string): string => addresses.get(graph)?.name ?? graph;
  return {
    subgraphs: [...addresses.values()],
    ownersOf: (typeName, fieldName) =>
      (owners.get(`${typeName}.${fieldName}`) ?? owners.get(typeName) ?? []).map(nameOf),
    fieldTypes: fieldTypesOf(document),
  };
}

function graphAddresses(document: DocumentNode): Map<string, SubgraphAddress> {
  const graphs = document.definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph",
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  return new Map(
    (graphs.values ?? []).map((value) => {
      const directive = value.directives?.find(({ name }) => name.value === "join__graph");
      const address = {
        name: textArgument(directive, "name") ?? value.name.value,
        url: textArgument(directive, "url") ?? "",
      };
      return [value.name.value, address];
    }),
  );
}

/** `Type.field` and `Type` → the graphs that resolve it. A field without join__field belongs to every graph of its type. */
function fieldOwners(document: DocumentNode): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    owners.set(node.name.value, graphsOf(node.directives, "join__type"));
    for (const field of node.fields ?? []) {
      const graphs = graphsOf(field.directives, "join__field");
      if (graphs.length > 0) owners.set(`${node.name.value}.${field.name.value}`, graphs);
    }
  }
  return owners;
}

function graphsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string): string[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name && !isTrue(directive, "external"))
    .flatMap((directive) => textArgument(directive, "graph") ?? []);
}

function textArgument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function isTrue(directive: ConstDirectiveNode, name: string): boolean {
  return (
    directive.arguments?.some(
      (argument) => argument.name.value === name && argument.value.kind === Kind.BOOLEAN && argument.value.value,
    ) ?? false
  );
}
