/** What of a field a form shows: the parts of its value, written as GraphQL asks for them. */
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from "graphql";
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from "graphql";

/** How many rows of a list a form shows. */
const mostRows = 10;
/** How deep a value is read: an address within an establishment, not what that leads to. */
const deepest = 3;

/** Writes selections of one supergraph. */
export class Selections {
  readonly #schema: GraphQLSchema;

  /** @param supergraphSdl as composition made it */
  constructor(supergraphSdl: string) {
    this.#schema = buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
  }

  /** `contactPoints { kind value }` for `Entrepreneur.contactPoints`. @throws Error where there is no such field */
  of(coordinate: string): string {
    const [typeName = "", fieldName = ""] = coordinate.split(".");
    const type = this.#schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    const text = field && selectionOf(field, 0);
    if (!text) throw new Error(`${coordinate} has nothing that a form could show`);
    return text;
  }
}

type Field = GraphQLField<unknown, unknown>;

/** Empty where the field leads to nothing that can be shown here. */
function selectionOf(field: Field, depth: number): string {
  const type = getNamedType(field.type);
  if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return "";
  if (isLeafType(type)) return field.name;
  if (!isObjectType(type)) return "";
  const page = field.args.some(({ name }) => name === "first") ? `(first: ${mostRows})` : "";
  const parts = partsOf(type, depth);
  return parts === "" ? "" : `${field.name}${page} { ${parts} }`;
}

function partsOf(type: GraphQLObjectType, depth: number): string {
  const edges = type.getFields()["edges"];
  if (edges) return `edges { node { ${partsOfRow(nodeType(edges), depth)} } }`;
  if (type.name === "Code") return "code label";
  const keys = keysOf(type);
  // What a fact leads to is another's: its key is enough.
  if (keys.length > 0) return keys.join(" ");
  return depth < deepest ? valuesOf(Object.values(type.getFields()), depth) : "";
}

/** Of a row of a list that grows only what is one value: lists within a list are another page. */
function partsOfRow(type: GraphQLObjectType, depth: number): string {
  return valuesOf(
    Object.values(type.getFields()).filter(({ type: value }) => !isListType(getNullableType(value))),
    depth,
  );
}

function valuesOf(fields: readonly Field[], depth: number): string {
  return fields
    .filter(({ name }) => name !== "id")
    .map((field) => selectionOf(field, depth + 1))
    .filter((text) => text !== "")
    .join(" ");
}

function nodeType(edges: Field): GraphQLObjectType {
  const edge = getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields()["node"] : undefined;
  const type = node && getNamedType(node.type);
  if (!isObjectType(type)) throw new Error(`${edges.name} are no edges`);
  return type;
}

function keysOf(type: GraphQLObjectType): string[] {
  return (type.astNode?.directives ?? [])
    .filter(({ name }) => name.value === "join__type")
    .flatMap(({ arguments: parts }) => {
      const key = parts?.find(({ name }) => name.value === "key")?.value;
      return key?.kind === "StringValue" ? key.value.split(/\s+/) : [];
    })
    .filter((name, index, all) => all.indexOf(name) === index);
}
