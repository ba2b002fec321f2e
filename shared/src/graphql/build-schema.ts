/** From a definition to an executable federation schema and to the SDL that is the agency's public contract. */
import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import {
  isAbstractType,
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { buildSchema, createResolversMap } from "type-graphql";
import type { Context } from "../server/context.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { ruleOf } from "../visibility/access-matrix.js";
import { categoryDirective } from "../visibility/category.js";
import { guardSchema } from "../visibility/guard.js";
import { CodeResolver } from "./code.js";

/** A schema ready to execute, and its text. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** What a schema is built from: a subgraph's definition without its data. */
export type SchemaSource<Services extends object> = Pick<
  SubgraphDefinition<Services>,
  "resolvers" | "types" | "references" | "appendedSdl"
>;

type ResolverMap = Record<string, Record<string, unknown>>;

const federation = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@composeDirective"])
    @link(url: "${categoryDirective.url}", import: ["@${categoryDirective.name}"])
    @composeDirective(name: "@${categoryDirective.name}")
  ${categoryDirective.definition}
`;

/** Builds the schema: every field guarded, references resolved by the subgraph's services, descriptions completed with their readers. */
export async function buildSubgraph<Services extends object>(definition: SchemaSource<Services>): Promise<BuiltSchema> {
  const base = await buildSchema({
    resolvers: [...definition.resolvers, CodeResolver] as never,
    orphanedTypes: [...(definition.types ?? [])] as never,
    nullableByDefault: true,
    skipCheck: true,
    validate: false,
  });
  const resolvers = createResolversMap(base) as ResolverMap;
  // graphql-jit takes the type of a row from its `__typename`; type-graphql's own resolveType is async, which jit does not know.
  for (const type of Object.values(base.getTypeMap())) {
    const map = resolvers[type.name];
    if (isAbstractType(type) && map) map["__resolveType"] = (row: { readonly __typename?: string }) => row.__typename;
  }
  for (const [typeName, resolve] of Object.entries(definition.references)) {
    (resolvers[typeName] ??= {})["__resolveReference"] = (key: Record<string, string>, context: Context<Services>) =>
      referenced(resolve(context.services, key), typeName);
  }
  const typeDefs = describeAll(parse(federation + printSchemaWithDirectives(base) + (definition.appendedSdl ?? "")));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  return { schema: guardSchema(schema), sdl: `${print(typeDefs)}\n` };
}

/** Apollo writes `__typename` on what a reference answers, so each answer is an object of its own. */
async function referenced(answer: Promise<object> | object, typeName: string): Promise<object> {
  return { ...(await answer), __typename: typeName };
}

/** What the two root types are, in every subgraph alike. */
const rootDescriptions: Readonly<Record<string, string>> = {
  Query: "What can be asked.",
  Mutation: "What can be done: each act is served by the owner of what it changes, once for each idempotency key.",
};

/** Says in each field's description who reads it, so that a client learns the rule from the schema; and what the roots are. */
function describeAll(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode | undefined {
      const text = rootDescriptions[type.name.value];
      return text === undefined ? undefined : { ...type, description: { kind: Kind.STRING, value: text, block: true } };
    },
    FieldDefinition(field: FieldDefinitionNode): FieldDefinitionNode | undefined {
      const directive = field.directives?.find(({ name }) => name.value === categoryDirective.name);
      const value = directive?.arguments?.[0]?.value;
      if (value?.kind !== "StringValue") return undefined;
      const { readers } = ruleOf(value.value);
      if (readers.includes("ANYONE")) return undefined;
      const text = `${field.description?.value ?? ""}\n\nRead by: ${readers.join(", ")} (${value.value}).`;
      return { ...field, description: { kind: Kind.STRING, value: text.trim(), block: true } };
    },
  });
}
