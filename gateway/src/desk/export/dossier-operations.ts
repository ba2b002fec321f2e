/** The texts of a copy's operations. Pure. */
import type { ListPlan, RootPlan } from "./dossier-plan.js";

/** The most records of one page (design 10). */
export const recordsPerPage = 50;

/** What is no list, of one root. @param argumentType of the argument that names the root: `ID!` */
export function rootOperation({ field, argument, selection }: RootPlan, argumentType: string): string {
  return `query CopyOfDossier($key: ${argumentType}) { ${field}(${argument}: $key) { ${selection} } }`;
}

/**
 * One page of a list. Of lists within records, the last in `chain` is the one that is read; each before it is a page of one record, the one
 * behind a cursor.
 */
export function listOperation(root: RootPlan, argumentType: string, chain: readonly ListPlan[]): string {
  const outer = chain.slice(0, -1);
  const variables = [`$key: ${argumentType}`, "$after: String", ...outer.map((_, place) => `$at${place}: String`)];
  const text = chain.reduceRight((inner, list, place) => {
    const { path, selection, beside } = list;
    const isRead = place === chain.length - 1;
    const page = isRead ? `first: ${recordsPerPage}, after: $after` : `first: 1, after: $at${place}`;
    const edges = isRead
      ? `edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } ${beside}`
      : `edges { node { ${inner} } }`;
    return nested(path, `(${page}) { ${edges} }`);
  }, "");
  return `query CopyOfDossier(${variables.join(", ")}) { ${root.field}(${root.argument}: $key) { ${text} } }`;
}

function nested(path: readonly string[], end: string): string {
  const [first = "", ...rest] = path;
  return rest.length === 0 ? `${first}${end}` : `${first} { ${nested(rest, end)} }`;
}
