/**
 * The rules that make federation the only-once principle: one owner for each fact, nothing that an agency's silence could take
 * down with it. Each rule is one function over the parsed subgraphs and answers the sentences of what breaks it (design section 2,
 * section 4, section 6).
 */
import { Kind } from "graphql";
import type { ConstDirectiveNode, FieldDefinitionNode } from "graphql";
import {
  definersByField,
  federationLinks,
  has,
  interfacesOfStubs,
  isEntity,
  isKeyField,
  isResolvable,
  isRoot,
  linksFederation,
  names,
  objectTypes,
  ownName,
  stubNames,
  typeText,
  type ParsedSubgraph,
  type TypeHere,
  type TypeMap,
} from "./composition-types.js";

/** Types that say the same whoever hands them out: the only ones that several subgraphs may define. */
const sharedValueTypes: readonly string[] = ["PageInfo", "Money", "LocalizedText", "UserError", "Code", "FeedState"];

/** What a pointer row of the directory always carries; an entry's owner and its stub both answer them (design section 4). */
const pointerFields: readonly string[] = ["occurredAt", "agency", "since", "until", "active", "kind"];

/** Interfaces of the directory's lists. Whoever implements one without a stub would compose in silence and never be listed. */
const listedInterfaces: readonly string[] = ["TimelineEntry", "Support"];

/** Everything that breaks a rule, one sentence each; empty where the subgraphs may be composed. */
export function brokenRules(subgraphs: readonly ParsedSubgraph[]): string[] {
  const types = objectTypes(subgraphs);
  const stubs = stubNames(types);
  return [
    ...everySubgraphLinksFederation(subgraphs),
    ...noDirectiveIsRenamed(subgraphs),
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

/** Under another name `@shareable` would not be seen by the rules below. */
function noDirectiveIsRenamed(subgraphs: readonly ParsedSubgraph[]): string[] {
  const renames = (directive: ConstDirectiveNode): boolean =>
    (directive.arguments ?? []).some(
      ({ name, value }) =>
        name.value === "as" || (value.kind === Kind.LIST && value.values.some(({ kind }) => kind === Kind.OBJECT)),
    );
  return subgraphs
    .filter(({ document }) => federationLinks(document).some(renames))
    .map(
      ({ name }) =>
        `"${name}" imports a directive of federation under another name, where the rule of one owner would not see it: import it as it is called.`,
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

/** What to do where two would own one fact. */
const wayOut =
  "Leave it to one of them; the other reads it there through the graph, or gives what it alone knows a field of its own name.";

/** Every field of an entity and every root field has exactly one owner. */
function everyFactHasOneOwner(types: TypeMap, stubs: ReadonlySet<string>): string[] {
  return [...types].flatMap(([name, here]) => {
    if (!isRoot(name) && !isEntity(here)) return [];
    return [...definersByField(here)].flatMap(([field, owners]) => {
      if (owners.length < 2 || (stubs.has(name) && pointerFields.includes(field))) return [];
      return [`${name}.${field} has two owners, ${names(owners)}: a fact is kept once. ${wayOut}`];
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
        .map((field) => `${name}.${field.name.value} in "${subgraph.name}"${alsoOwnedBy(here, subgraph, field)}`);
      return [...onType, ...onFields].map(
        (what) =>
          `${what} is @shareable, which only the value types ${sharedValueTypes.join(", ")} and the pointer fields ${pointerFields.join(", ")} of a listed type may be: a fact is kept once. Remove it. ${wayOut}`,
      );
    }),
  );
}

/** Who else defines a field that is to be shared. */
function alsoOwnedBy(here: readonly TypeHere[], subgraph: ParsedSubgraph, { name }: FieldDefinitionNode): string {
  const others = here.filter(
    (other) => other.subgraph !== subgraph && other.node.fields?.some((field) => field.name.value === name.value),
  );
  return others.length === 0 ? "" : `, which ${names(others)} ${others.length === 1 ? "defines" : "define"} too,`;
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
