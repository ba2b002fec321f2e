/**
 * Composes the subgraphs' committed schemas into one supergraph: first our own rules (`composition-rules.ts`), then Apollo's
 * composition, where what it drops with no more than a hint is refused too.
 */
import { composeServices } from "@apollo/composition";
import { parse, visit } from "graphql";
import type { DocumentNode, StringValueNode } from "graphql";
import { brokenRules } from "./composition-rules.js";
import { isReferenceOnly, type ParsedSubgraph } from "./composition-types.js";

/** One subgraph to compose. */
export interface SubgraphSource {
  readonly name: string;
  /** Where the gateway reaches it: `http://127.0.0.1:4001/graphql`. */
  readonly url: string;
  /** The schema with its federation directives. */
  readonly sdl: string;
  /** True for the subgraph that owns the roots and the directory; the rules on stubs need it. */
  readonly spine?: boolean;
}

/** The supergraph, or each reason why there is none, as a sentence for people. */
export type Composition =
  | { readonly supergraphSdl: string; readonly hints: readonly string[]; readonly errors?: undefined }
  | { readonly supergraphSdl?: undefined; readonly errors: readonly string[] };

/** Hints by which Apollo says that it left something out of the graph: a value, an argument, a field that somebody wrote. */
const losses: ReadonlySet<string> = new Set([
  "INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM",
  "INCONSISTENT_INPUT_OBJECT_FIELD",
  "INCONSISTENT_ARGUMENT_PRESENCE",
]);

/**
 * Composes the subgraphs.
 * @param subgraphs in any order: the result does not depend on it
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): Composition {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parsed = parseAll(sorted);
  if ("errors" in parsed) return parsed;
  const broken = brokenRules(parsed.subgraphs);
  if (broken.length > 0) return { errors: broken };
  const services = parsed.subgraphs.map(({ name, document }, index) => ({
    name,
    url: sorted[index]?.url ?? "",
    typeDefs: withOwnersWords(document),
  }));
  const result = composeServices(services);
  if (result.errors) return { errors: result.errors.map(({ message }) => message) };
  const lost = result.hints.filter(({ definition }) => losses.has(definition.code));
  if (lost.length > 0) return { errors: lost.map(({ message }) => message) };
  return { supergraphSdl: result.supergraphSdl, hints: result.hints.map((hint) => hint.toString()) };
}

/** A type is described by who owns it: what a stub or a reference says of it does not compete. */
function withOwnersWords(document: DocumentNode): DocumentNode {
  const silent = <Node extends { readonly description?: StringValueNode | undefined }>({
    description: _,
    ...node
  }: Node): Omit<Node, "description"> => node;
  return visit(document, {
    ObjectTypeDefinition: (node) =>
      isReferenceOnly(node) ? { ...silent(node), fields: node.fields?.map(silent) } : false,
  });
}

function parseAll(subgraphs: readonly SubgraphSource[]): { subgraphs: ParsedSubgraph[] } | { errors: string[] } {
  const errors: string[] = [];
  const parsed = subgraphs.flatMap(({ name, sdl, spine = false }): ParsedSubgraph[] => {
    try {
      return [{ name, spine, document: parse(sdl) }];
    } catch (error) {
      errors.push(`The schema of "${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  return errors.length > 0 ? { errors } : { subgraphs: parsed };
}
