/** The composed graph as the walk sees it: every type, every field, its category as the supergraph says it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildASTSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

const root = join(import.meta.dirname, "../../..");

/** A committed schema, executable by nobody: only looked at. `gateway/supergraph.graphql`, `subgraphs/coaching/schema.graphql`. */
export function readGraph(file: string): GraphQLSchema {
  return buildASTSchema(parse(readFileSync(join(root, file), "utf8")), { assumeValid: true, assumeValidSDL: true });
}

type Field = GraphQLField<unknown, unknown>;

/** The category of a field as the supergraph says it: its own, else that of its value type. */
export function categoryOf(type: GraphQLObjectType, field: Field): string | null {
  for (const node of [field.astNode, type.astNode]) {
    const directive = node?.directives?.find(({ name }) => name.value === "category");
    const value = directive?.arguments?.[0]?.value;
    if (value?.kind === "StringValue") return value.value;
  }
  return null;
}

/** Whether a field is part of its type's key: a reference gives it to whoever holds one. */
export function isKey(type: GraphQLObjectType, field: Field): boolean {
  return (type.astNode?.directives ?? [])
    .filter(({ name }) => name.value === "join__type" || name.value === "key")
    .some(({ arguments: parts }) => {
      const key = parts?.find(({ name }) => name.value === "key" || name.value === "fields")?.value;
      return key?.kind === "StringValue" && key.value.split(/\s+/).includes(field.name);
    });
}

/** Every object type of the graph that a client can meet, without the machinery of federation. */
export function objectTypes(graph: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(graph.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__") && !type.name.includes("__"),
  );
}

/** Entities that have a walk of their own: met elsewhere, only their key is read. */
const walkedApart: ReadonlySet<string> = new Set(["Entrepreneur", "Enterprise"]);

/** The most pages' worth of rows a list is asked for: the demonstration's people have fewer entries of one kind. */
const pageSize = 40;

/**
 * Everything that can be selected beneath a field, as text. Each field has an alias with its type's name, so that types of one list that give a
 * name different types can be asked together. What would lead back to a type on the way is cut.
 */
export function selectionOf(graph: GraphQLSchema, type: GraphQLNamedType, way: readonly string[] = []): string {
  if (isInterfaceType(type)) {
    const parts = graph.getPossibleTypes(type).map((one) => `... on ${one.name} ${selectionOf(graph, one, way)}`);
    return `{ __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const isCut = way.includes(type.name) || (way.length > 0 && walkedApart.has(type.name));
  const fields = Object.values(type.getFields()).filter((field) => !isCut || isKey(type, field));
  const parts = fields.flatMap((field) => fieldText(graph, type, field, way));
  return `{ __typename ${parts.join(" ")} }`;
}

/** One field with all beneath it; nothing where it needs an argument that nobody gives. */
function fieldText(graph: GraphQLSchema, type: GraphQLObjectType, field: Field, way: readonly string[] = []): string[] {
  if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
  const pages = field.args.some(({ name }) => name === "first") ? `(first: ${way.length > 1 ? 5 : pageSize})` : "";
  const named = getNamedType(field.type);
  const beneath = isLeafType(named) ? "" : ` ${selectionOf(graph, named, [...way, type.name])}`;
  return [`${type.name}_${field.name}: ${field.name}${pages}${beneath}`];
}
