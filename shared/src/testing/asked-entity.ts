/** A person or an enterprise as the gateway asks for one: by a reference, to which a subgraph adds what it holds. */
import type { Reader } from "../visibility/reader.js";
import type { SubgraphUnderTest } from "./run-operation.js";

/** A list in an answer. */
export type Edges<Node> = { readonly edges: readonly { readonly node: Node }[] };

/** The entries of a list in an answer. */
export function nodes<Node>({ edges }: Edges<Node>): Node[] {
  return edges.map(({ node }) => node);
}

/** What a subgraph adds, and what it did not. */
export interface Contribution<Part> {
  readonly data: Part;
  /** By code, with the place below the person or the enterprise: `coaching.dossiers`. */
  readonly errors: readonly { readonly code: unknown; readonly path: string }[];
}

/**
 * Asks a subgraph what it adds to a person or an enterprise.
 * @param key the person's id, or the enterprise's ten digits
 */
export async function askedOf<Part>(
  subgraph: SubgraphUnderTest,
  key: string,
  selection: string,
  reader?: Reader,
): Promise<Contribution<Part>> {
  const representation = /^\d{10}$/.test(key)
    ? { __typename: "Enterprise", number: key }
    : { __typename: "Entrepreneur", id: key };
  const answer = await subgraph.run(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${representation.__typename} { ${selection} } } }`,
    { of: [representation] },
    reader ? { reader } : {},
  );
  const [data] = (answer.data as { _entities: Part[] })._entities;
  const errors = (answer.errors ?? []).map(({ path, extensions }) => ({
    code: extensions?.["code"],
    path: (path ?? []).slice(2).join("."),
  }));
  return { data: data as Part, errors };
}
