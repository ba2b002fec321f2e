/** How many entries the fields of an operation may answer: what a client asks, what it leaves to a default, what the schema tells of itself. */
import { Kind, isInterfaceType, isObjectType } from "graphql";
import type { FieldNode, GraphQLSchema, OperationDefinitionNode, ValueNode } from "graphql";

/** By the name of a field that answers pages, whatever its type: the most entries that it answers where nobody says how many. */
export type PageFields = ReadonlyMap<string, number>;

type Variables = Readonly<Record<string, unknown>>;

const sizeArguments: readonly string[] = ["first", "last"];
const known = new WeakMap<GraphQLSchema, PageFields>();

/** The fields of a schema that answer pages. */
export function pageFields(schema: GraphQLSchema): PageFields {
  const kept = known.get(schema) ?? readPageFields(schema);
  known.set(schema, kept);
  return kept;
}

function readPageFields(schema: GraphQLSchema): PageFields {
  const sizes = new Map<string, number>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      const size = args.find((argument) => sizeArguments.includes(argument.name))?.defaultValue;
      if (typeof size === "number") sizes.set(name, Math.max(size, sizes.get(name) ?? 1));
    }
  }
  return sizes;
}

/** How many entries a field may answer: its `first` or `last`, else what it answers by itself. A list of another kind counts as one. */
export function pageSizeAsked(field: FieldNode, variables: Variables, pages: PageFields): number {
  const usual = pages.get(field.name.value) ?? 1;
  const argument = field.arguments?.find(({ name }) => sizeArguments.includes(name.value));
  const size = argument ? numberIn(argument.value, variables, usual) : usual;
  return Number.isFinite(size) ? Math.max(1, size) : 1;
}

function numberIn(value: ValueNode, variables: Variables, usual: number): number {
  if (value.kind === Kind.VARIABLE) return Number(variables[value.name.value] ?? usual);
  return value.kind === Kind.INT ? Number(value.value) : 1;
}

/** The defaults that an operation gives its variables, as far as they are numbers: no other says how many. */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
}

/** About how long the lists are that a schema of this size has of itself. */
const introspectionLists: Readonly<Record<string, number>> = {
  types: 250,
  directives: 15,
  fields: 12,
  inputFields: 6,
  enumValues: 6,
  possibleTypes: 4,
  args: 2,
};

/** How many entries a field of the schema's own answers, about. */
export function introspectionWeight(name: string): number {
  return Object.hasOwn(introspectionLists, name) ? (introspectionLists[name] ?? 1) : 1;
}
