/** The financing section of a person or an enterprise, as the gateway asks for it: by a reference. */
import { askedOf } from "@parcours/shared/testing/asked-entity";
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";

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
  const { data, errors } = await askedOf<{ financing: Part }>(subgraph, key, `financing { ${selection} }`, reader);
  const unexpected = errors.filter(({ code }) => code !== "NOT_SHARED");
  if (unexpected.length > 0)
    throw new Error(unexpected.map(({ code, path }) => `${String(code)} at ${path}`).join("; "));
  return { financing: data.financing, withheld: errors.map(({ path }) => path.replace(/^financing\./, "")) };
}
