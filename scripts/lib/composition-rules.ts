/**
 * The rules that make federation the only-once principle: one owner for each fact, nothing that an agency's silence could take
 * down with it. Each rule is one function over the parsed subgraphs and answers the sentences of what breaks it (design section 2,
 * section 4, section 6).
 */
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

/** Types that say the same whoever hands them out: the only ones that several subgraphs may define. */
const sharedValueTypes: readonly string[] = ["PageInfo", "Money", "LocalizedText", "UserError", "Code", "FeedState"];

/** What a pointer row of the directory always carries; an entry's owner and its stub both answer them (design section 4). */
const pointerFields: readonly string[] = ["occurredAt", "agency", "since", "until", "active", "kind"];

/** Interfaces of the directory's lists. Whoever implements one without a stub would compose in silence and never be listed. */
const listedInterfaces: readonly string[] = ["TimelineEntry", "Support"];

/** An object type as one subgraph speaks of it. */
interface TypeHere {
  readonly subgraph: ParsedSubgraph;
  readonly node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
  readonly keys: readonly ConstDirectiveNode[];
}

type TypeMap = ReadonlyMap<string, readonly TypeHere[]>;

/** Everything that breaks a rule, one sentence each; empty where the subgraphs may be composed. */
export function brokenRules(subgraphs: readonly ParsedSubgraph[]): string[] {
  const types = objectTypes(subgraphs);
  const stubs = stubNames(types);
  return [
    ...everySubgraphLinksFederation(subgraphs),
    ...noTypeIsDefinedTwice(types),
    ...everyFactHasOneOwner(types, stubs),
    ...nothingElseIsShareable(types, stubs),
    ...whatCrossesASubgraphIsNullable(types, stubs),
    ...everyListedTypeHasAStub(subgraphs, types, stubs),
    ...everyStubHasAnOwner(types, stubs),
  ];
}

/** Without the link a schema is of federation 1, where every field may be shared unseen. */
function everySubgraphLinksFederation(subgraphs: readonly ParsedSubgraph[]): string[] {
  return subgraphs
    .filter(({ document }) => !linksFederation(document))
    .map(
      ({ name }) =>
        `"${name}" does not link federation 2, so all its fields would be shareable: add extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", …).`,
    );
}

/** A type without a key belongs to one subgraph: connections and edges carry their owner's name. */
function noTypeIsDefinedTwice(types: TypeMap): string[] {
  return [...types].flatMap(([name, here]) => {
    if (here.length < 2 || isRoot(name) || isEntity(here) || sharedValueTypes.includes(name)) return [];
    return [
      `${name} is defined by ${names(here)}, and is neither an entity nor a shared value type: give each its own name, for instance ${ownName(here[1], name)}.`,
    ];
  });
}

/** Every field of an entity and every root field has exactly one owner. */
function everyFactHasOneOwner(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  return [...types].flatMap(([name, here]) => {
    if (!isRoot(name) && !isEntity(here)) return [];
    return [...definersByField(here)].flatMap(([field, owners]) => {
      if (owners.length < 2 || (stubs.has(name) && pointerFields.includes(field))) return [];
      const [first, ...others] = owners;
      return [
        `${name}.${field} has two owners, ${names(owners)}: a fact is kept once. Keep it in "${first?.subgraph.name}" and read it there through the graph, or give ${names(others)} a field of its own name for what it alone knows.`,
      ];
    });
  });
}

/** `@shareable` would switch the rule of one owner off. */
function nothingElseIsShareable(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  // The spine's own entries need no stub; their pointer fields say what every entry's do.
  const isListed = (name: string, node: TypeHere["node"]): boolean =>
    stubs.has(name) || (node.interfaces ?? []).some((one) => listedInterfaces.includes(one.name.value));
  return [...types].flatMap(([name, here]) =>
    here.flatMap(({ subgraph, node }) => {
      if (sharedValueTypes.includes(name)) return [];
      const onType = has(node.directives, "shareable") ? [`${name} in "${subgraph.name}"`] : [];
      const onFields = (node.fields ?? [])
        .filter(
          (field) =>
            has(field.directives, "shareable") &&
            !(isListed(name, node) && pointerFields.includes(field.name.value)) &&
            !isKeyField(here, field.name.value),
        )
        .map((field) => `${name}.${field.name.value} in "${subgraph.name}"`);
      return [...onType, ...onFields].map(
        (what) =>
          `${what} is @shareable, which only the value types ${sharedValueTypes.join(", ")} and the pointer fields ${pointerFields.join(", ")} of a listed type may be: remove it and leave the field to one owner.`,
      );
    }),
  );
}

/**
 * A field that another subgraph can lead to must be able to be null: a non-null one would take its whole parent down when its owner
 * does not answer (design section 6). Keys and pointer fields are known to whoever leads there.
 */
function whatCrossesASubgraphIsNullable(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  return [...types].flatMap(([name, here]) => {
    if (here.length < 2 || !isEntity(here)) return [];
    return here.flatMap(({ subgraph, node }) =>
      (node.fields ?? [])
        .filter(
          (field) =>
            field.type.kind === Kind.NON_NULL_TYPE &&
            !isKeyField(here, field.name.value) &&
            !(stubs.has(name) && pointerFields.includes(field.name.value)),
        )
        .map(
          (field) =>
            `${name}.${field.name.value} of "${subgraph.name}" is non-null, but ${names(here.filter((other) => other.subgraph !== subgraph))} leads to ${name} too: when "${subgraph.name}" does not answer, the whole ${name} would be lost. Make it nullable (${typeText(field.type).replace(/!$/, "")}).`,
        ),
    );
  });
}

/** An entry of the timeline or of the supports that the directory does not know is never listed, and nothing would say so. */
function everyListedTypeHasAStub(
  subgraphs: readonly ParsedSubgraph[],
  types: TypeMap,
  stubs: ReadonlySet<string>,
): string[] {
  const spine = subgraphs.find((subgraph) => subgraph.spine);
  if (!spine) return [];
  const listed = new Set([...listedInterfaces, ...interfacesOfStubs(types, stubs)]);
  return [...types].flatMap(([name, here]) =>
    here.flatMap(({ subgraph, node }) => {
      const listing = node.interfaces?.find((one) => listed.has(one.name.value));
      if (!listing || subgraph.spine || stubs.has(name)) return [];
      return [
        `${name} of "${subgraph.name}" implements ${listing.name.value} but has no stub in "${spine.name}", so it would never be listed: declare it under entryTypes in the package.json of "${subgraph.name}" and generate again.`,
      ];
    }),
  );
}

/** A stub that nobody owns would list entries without content. */
function everyStubHasAnOwner(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  return [...stubs]
    .filter((name) => !types.get(name)?.some(isResolvable))
    .map(
      (name) =>
        `${name} has a stub, but no subgraph owns it: define it with a resolvable @key, or take it out of entryTypes.`,
    );
}

function objectTypes(subgraphs: readonly ParsedSubgraph[]): TypeMap {
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
function stubNames(types: TypeMap): Set<string> {
  const stubs = [...types].filter(([, here]) =>
    here.some((type) => type.subgraph.spine && type.keys.length > 0 && !isResolvable(type)),
  );
  return new Set(stubs.map(([name]) => name));
}

function interfacesOfStubs(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  const inSpine = [...stubs].flatMap((name) => types.get(name)?.filter((type) => type.subgraph.spine) ?? []);
  return inSpine.flatMap(({ node }) => node.interfaces?.map((one) => one.name.value) ?? []);
}

function definersByField(here: readonly TypeHere[]): Map<string, TypeHere[]> {
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

function isKeyField(here: readonly TypeHere[], field: string): boolean {
  return here.some(({ keys }) => keys.some((key) => stringArgument(key, "fields").split(/\W+/).includes(field)));
}

function isEntity(here: readonly TypeHere[]): boolean {
  return here.some(({ keys }) => keys.length > 0);
}

/** Whether a subgraph only points to a type, and cannot resolve it: `@key(…, resolvable: false)`. */
export function isReferenceOnly({ directives }: ObjectTypeDefinitionNode): boolean {
  const keys = directives?.filter((directive) => named(directive, "key")) ?? [];
  return keys.length > 0 && !keys.some(isResolvableKey);
}

function isResolvable({ keys }: TypeHere): boolean {
  return keys.some(isResolvableKey);
}

function isResolvableKey(key: ConstDirectiveNode): boolean {
  return !key.arguments?.some(
    ({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && !value.value,
  );
}

function isRoot(name: string): boolean {
  return name === "Query" || name === "Mutation" || name === "Subscription";
}

function linksFederation(document: DocumentNode): boolean {
  return document.definitions.some(
    (node) =>
      (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) &&
      node.directives?.some(
        (directive) => named(directive, "link") && stringArgument(directive, "url").includes("/federation/v2"),
      ),
  );
}

function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
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

function names(here: readonly TypeHere[]): string {
  return distinct(here)
    .map(({ subgraph }) => `"${subgraph.name}"`)
    .join(" and ");
}

function ownName(type: TypeHere | undefined, name: string): string {
  const owner = (type?.subgraph.name ?? "")
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return `${owner}${name}`;
}

function typeText(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${typeText(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : type.name.value;
}
