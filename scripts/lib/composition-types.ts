/** The subgraphs' types as the rules of composition look at them: who speaks of a type, which fields are its keys, who defines a field. */
import { Kind } from "graphql";
import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
  TypeNode,
} from "graphql";

/** A subgraph whose schema has been parsed. */
export interface ParsedSubgraph {
  readonly name: string;
  readonly spine: boolean;
  readonly document: DocumentNode;
}

/** An object type as one subgraph speaks of it. */
export interface TypeHere {
  readonly subgraph: ParsedSubgraph;
  readonly node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
  readonly keys: readonly ConstDirectiveNode[];
}

/** Every type with who speaks of it, by name. */
export type TypeMap = ReadonlyMap<string, readonly TypeHere[]>;

/** Every object type, by name. */
export function objectTypes(subgraphs: readonly ParsedSubgraph[]): TypeMap {
  const types = new Map<string, TypeHere[]>();
  for (const subgraph of subgraphs) {
    for (const node of subgraph.document.definitions) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      const keys = node.directives?.filter((directive) => named(directive, "key")) ?? [];
      types.set(node.name.value, [...(types.get(node.name.value) ?? []), { subgraph, node, keys }]);
    }
  }
  return types;
}

/** Types that the spine only points to: `@key(…, resolvable: false)`. */
export function stubNames(types: TypeMap): Set<string> {
  const stubs = [...types].filter(([, here]) =>
    here.some((type) => type.subgraph.spine && type.keys.length > 0 && !isResolvable(type)),
  );
  return new Set(stubs.map(([name]) => name));
}

/** The interfaces that stubs implement. */
export function interfacesOfStubs(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  const inSpine = [...stubs].flatMap((name) => types.get(name)?.filter((type) => type.subgraph.spine) ?? []);
  return inSpine.flatMap(({ node }) => node.interfaces?.map((one) => one.name.value) ?? []);
}

/** Who defines each field that is not part of a key. */
export function definersByField(here: readonly TypeHere[]): Map<string, TypeHere[]> {
  const definers = new Map<string, TypeHere[]>();
  for (const type of here) {
    for (const field of type.node.fields ?? []) {
      const name = field.name.value;
      if (name.startsWith("_") || isExternal(type, field) || isKeyField(here, name)) continue;
      definers.set(name, [...(definers.get(name) ?? []), type]);
    }
  }
  return new Map([...definers].map(([field, owners]) => [field, distinct(owners)]));
}

/** A type and its extension in the same subgraph are one owner. */
function distinct(owners: readonly TypeHere[]): TypeHere[] {
  return owners.filter((owner, index) => owners.findIndex((other) => other.subgraph === owner.subgraph) === index);
}

function isExternal(type: TypeHere, field: FieldDefinitionNode): boolean {
  return has(field.directives, "external") || has(type.node.directives, "external");
}

/**
 * A key is what every subgraph knows of an entity. One that calls a fact its key would be allowed to answer it beside the owner, for
 * federation lets keys be shared.
 */
export function isKeyField(here: readonly TypeHere[], field: string): boolean {
  const keyed = here.filter(({ keys }) => keys.length > 0);
  const isIn = ({ keys }: TypeHere): boolean =>
    keys.some((key) => stringArgument(key, "fields").split(/\W+/).includes(field));
  return keyed.length > 0 && keyed.every(isIn);
}

/** Whether a type has a key. */
export function isEntity(here: readonly TypeHere[]): boolean {
  return here.some(({ keys }) => keys.length > 0);
}

/** Whether a subgraph only points to a type, and cannot resolve it: `@key(…, resolvable: false)`. */
export function isReferenceOnly({ directives }: ObjectTypeDefinitionNode): boolean {
  const keys = directives?.filter((directive) => named(directive, "key")) ?? [];
  return keys.length > 0 && !keys.some(isResolvableKey);
}

/** Whether a subgraph can resolve a type by a key. */
export function isResolvable({ keys }: TypeHere): boolean {
  return keys.some(isResolvableKey);
}

function isResolvableKey(key: ConstDirectiveNode): boolean {
  return !key.arguments?.some(
    ({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && !value.value,
  );
}

/** Whether a type is where questions begin. */
export function isRoot(name: string): boolean {
  return name === "Query" || name === "Mutation" || name === "Subscription";
}

/** Whether a schema is of federation 2. */
export function linksFederation(document: DocumentNode): boolean {
  return federationLinks(document).length > 0;
}

/** The links of a schema to federation 2. */
export function federationLinks(document: DocumentNode): ConstDirectiveNode[] {
  return document.definitions
    .flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
    )
    .filter((directive) => named(directive, "link") && stringArgument(directive, "url").includes("/federation/v2"));
}

/** Whether one of some directives has a name. */
export function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return directives?.some((directive) => named(directive, name)) ?? false;
}

/** A directive by its imported name or by its full one. */
function named(directive: ConstDirectiveNode, name: string): boolean {
  return directive.name.value === name || directive.name.value === `federation__${name}`;
}

function stringArgument(directive: ConstDirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : "";
}

/** Subgraphs, in words: `"coaching" and "housing"`. */
export function names(here: readonly TypeHere[]): string {
  return distinct(here)
    .map(({ subgraph }) => `"${subgraph.name}"`)
    .join(" and ");
}

/** A name for a type of one subgraph's own. */
export function ownName(type: TypeHere | undefined, name: string): string {
  const owner = (type?.subgraph.name ?? "")
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return `${owner}${name}`;
}

/** A type as it is written. */
export function typeText(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${typeText(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : type.name.value;
}
