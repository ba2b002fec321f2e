/** Every root of the composed graph, with all that can be asked beneath it: read from the graph, so that no attack forgets a new one. */
import { getNamedType, isInputObjectType, isEnumType, isLeafType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLSchema } from "graphql";
import { categoryOf, readGraph } from "../walk/graph-fields.js";

const graph: GraphQLSchema = readGraph("gateway/supergraph.graphql");

/** A root that asks about one thing by its key. */
export interface Root {
  readonly name: string;
  /** `id`, `entrepreneurId`, `enterpriseNumber`, `number`. */
  readonly argument: string;
  readonly typeName: string;
  /** `query ($id: ID!) { difficultyCase(id: $id) { … } }`; the variable is always `id`. */
  readonly query: string;
}

/** What else a root must be told. */
const besides: Readonly<Record<string, string>> = { form: "CREDIT_APPLICATION" };

/** The roots with an argument of that name that hold something personal. */
export function rootsBy(argument: string): Root[] {
  const query = graph.getQueryType();
  if (!query) return [];
  return Object.values(query.getFields()).flatMap((field): Root[] => {
    const asked = field.args.find(({ name }) => name === argument);
    if (!asked || categoryOf(query, field) === "PUBLIC") return [];
    const type = getNamedType(field.type);
    const others = field.args
      .filter((other) => other !== asked && isNonNullType(other.type) && other.defaultValue === undefined)
      .map(({ name }) => `, ${name}: ${JSON.stringify(besides[name] ?? "")}`);
    const given = `${argument}: $id${others.join("")}`;
    const text = `query ($id: ${getNamedType(asked.type).name}!) { ${field.name}(${given}) ${shallow(type)} }`;
    return [{ name: field.name, argument, typeName: type.name, query: text }];
  });
}

/** Every field of a type that needs no argument: leaves as they are, of the rest the name of the type, of lists the cursors and the ids. */
function shallow(type: GraphQLNamedType, levels = 3): string {
  if (!isObjectType(type)) return "{ __typename }";
  const fields = Object.values(type.getFields()).filter(isAskable);
  const parts = fields.flatMap((field) => {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name];
    const isList = /Connection$|Edge$|^PageInfo$/.test(type.name) || named.name.endsWith("Connection");
    return [`${field.name} ${levels > 0 && (isList || levels === 3) ? shallow(named, levels - 1) : "{ __typename }"}`];
  });
  return `{ __typename ${parts.join(" ")} }`;
}

function isAskable({ args }: GraphQLField<unknown, unknown>): boolean {
  return !args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
}

/** A mutation with an input that has the right shape. */
export interface Act {
  readonly name: string;
  readonly query: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Every act of the graph, aimed at a person; texts and codes are such as the act takes. */
export function actsOn(entrepreneurId: string, key: () => string, texts: Readonly<Record<string, unknown>>): Act[] {
  return Object.values(graph.getMutationType()?.getFields() ?? {}).map((field) => {
    const input = field.args.find(({ name }) => name === "input");
    if (!input) throw new Error(`${field.name} has no input`);
    const selection = shallow(getNamedType(field.type), 1);
    return {
      name: field.name,
      query: `mutation ($input: ${String(input.type)}) { ${field.name}(input: $input) ${selection} }`,
      input: inputOf(input.type, { ...texts, entrepreneurId, idempotencyKey: key() }),
    };
  });
}

function inputOf(type: GraphQLInputType, known: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return {};
  const fields = Object.values(named.getFields()).filter(({ name, type: of }) => isNonNullType(of) || name in known);
  return Object.fromEntries(fields.map(({ name, type: of }) => [name, known[name] ?? exampleOf(of)]));
}

function exampleOf(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return inputOf(type, {});
  return { Int: 1, Boolean: true, Float: 1 }[named.name] ?? "no such thing, at all, whatever it is";
}
