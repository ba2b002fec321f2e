/** A person as the gateway asks for one: by a reference to coaching. */
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";

/** A list in an answer. */
export type Edges<Node> = { readonly edges: readonly { readonly node: Node }[] };

/** The entries of a list in an answer. */
export function nodes<Node>({ edges }: Edges<Node>): Node[] {
  return edges.map(({ node }) => node);
}

/** What coaching contributes, and what it withheld. */
export interface Contribution<Part> {
  readonly data: Part;
  readonly errors: readonly { readonly code: unknown; readonly path: string }[];
}

/** Asks for a person, and answers what coaching contributes. */
export function personOf(subgraph: SubgraphUnderTest) {
  return async <Part>(id: string, selection: string, reader?: Reader): Promise<Contribution<Part>> => {
    const answer = await subgraph.run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entrepreneur { id ${selection} } } }`,
      { of: [{ __typename: "Entrepreneur", id }] },
      reader ? { reader } : {},
    );
    const [data] = (answer.data as { _entities: Part[] })._entities;
    const errors = (answer.errors ?? []).map(({ path, extensions }) => ({ code: extensions?.["code"], path: (path ?? []).slice(2).join(".") }));
    return { data: data as Part, errors };
  };
}
