/** The operation by which the graph is asked for one fact, in the name of who asks. */
import type { FactHolder } from "@parcours/shared/facts/facts-kept";
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import type { FormOperation } from "../intake/form-operation.js";

/** Asks the owner's own root for the fact, with the day whose state it shows where the owner tells one. */
export function factOperation({ coordinate, root, selection }: DescribedFact, { id }: FactHolder): FormOperation {
  const provenance = root.provenance ? `${root.provenance.field} { ${root.provenance.parts.join(" ")} } ` : "";
  const place = { root: "r0", alias: "f0" };
  return {
    query: `query Fact($key: ${root.type}) { r0: ${root.field}(${root.argument}: $key) { ${provenance}f0: ${selection} } }`,
    variables: { key: id },
    places: new Map([[coordinate, place]]),
  };
}
