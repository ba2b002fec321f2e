import type { Partner } from "@parcours/shared/partners";

/**
 * The directory's stub of every entry type that another subgraph owns, as SDL: the key, the pointer fields, and `label`, which only
 * the owner can tell. A new subgraph's types appear here because its package.json declares them.
 */
export function stubSdl(partners: readonly Partner[], ownSubgraph: string): string {
  return partners
    .filter(({ subgraph }) => subgraph !== ownSubgraph)
    .flatMap(({ entryTypes }) => entryTypes)
    .filter(({ timeline, support }) => timeline || support)
    .map(({ type, timeline, support, granted = false }) =>
      stub(type, [...(timeline ? ["TimelineEntry"] : []), ...(support ? ["Support"] : [])], granted),
    )
    .join("");
}

function stub(type: string, interfaces: readonly string[], granted: boolean): string {
  const category = granted ? "SUPPORT_GRANTED" : "DOSSIER_HEADER";
  const shared = `@shareable @category(name: "${category}")`;
  return `
"""An entry of another subgraph, as the directory points to it."""
type ${type} implements ${interfaces.join(" & ")} @key(fields: "id", resolvable: false) {
  """UUIDv4 of the entry."""
  id: ID! @category(name: "PUBLIC")
  """When it happened."""
  occurredAt: DateTime ${shared}
  """The agency under whose name it was opened."""
  agency: Agency ${shared}
  """What kind of entry it is, with its label."""
  kind: Code ${shared}
  """First day of the help, if it has one."""
  since: Date ${shared}
  """Last day of the help; null while it has no end."""
  until: Date ${shared}
  """Whether the help runs today; false where it never was help."""
  active: Boolean ${shared}
  """What the entry is, in one line: its owner's to tell."""
  label(
    """Another language than the request's."""
    language: Language
  ): String @external @category(name: "${category}")
}
`;
}
