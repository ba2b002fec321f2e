/** A person or an enterprise as the gateway asks for one: by a reference to financing. */
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";

/** A list in an answer. */
export type Edges<Node> = { readonly edges: readonly { readonly node: Node }[] };

/** The entries of a list in an answer. */
export function nodes<Node>({ edges }: Edges<Node>): Node[] {
  return edges.map(({ node }) => node);
}

/** The section, and where something was withheld: `grants.edges.0.node.instrument`. */
export interface Section<Part> {
  readonly financing: Part;
  readonly withheld: readonly string[];
}

/** Asks for the financing section of a person (by id) or of an enterprise (by number). */
export async function sectionOf<Part>(
  subgraph: SubgraphUnderTest,
  key: string,
  selection: string,
  reader?: Reader,
): Promise<Section<Part>> {
  const isNumber = /^\d{10}$/.test(key);
  const representation = isNumber ? { __typename: "Enterprise", number: key } : { __typename: "Entrepreneur", id: key };
  const answer = await subgraph.run(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${representation.__typename} { financing { ${selection} } } } }`,
    { of: [representation] },
    reader ? { reader } : {},
  );
  const [data] = (answer.data as { _entities: { financing: Part }[] })._entities;
  const errors = answer.errors ?? [];
  const unexpected = errors.filter(({ extensions }) => extensions?.["code"] !== "NOT_SHARED");
  if (unexpected.length > 0) throw new Error(unexpected.map(({ message }) => message).join("; "));
  return { financing: data?.financing as Part, withheld: errors.map(({ path }) => (path ?? []).slice(3).join(".")) };
}
