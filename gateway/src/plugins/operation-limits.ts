/**
 * Refuses what would cost too much before it is planned: depth, root fields, and the fields asked times the page sizes around them
 * (design section 10). The number of tokens is limited where the operation is parsed (`mostTokens`).
 */
import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { FieldNode, FragmentDefinitionNode, SelectionSetNode, ValueNode } from "graphql";
import { gatewayErrors, refusal } from "../errors.js";
import { mostHops } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";

/** Levels of fields, root and leaf included; the standard introspection query has as many. */
export const mostLevels = 15;
/** Root fields of one operation; an alias counts. */
const mostRoots = 20;
/** Fields times the page sizes around them: the caller query with a hundred entries is about 2,000. */
const mostCost = 20_000;
/** Tokens of one operation's text. */
export const mostTokens = 6_000;

type Variables = Readonly<Record<string, unknown>>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** What an operation asks at most. */
export interface OperationSize {
  readonly levels: number;
  readonly roots: number;
  readonly cost: number;
}

/** Refuses operations over the limits, with status 400, and questions that go in a circle, with 508. */
export function operationLimits(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, document, request, contextValue: { language, hop } }) => {
        if (hop > mostHops) throw refusal(gatewayErrors.TOO_MANY_HOPS, language, 508);
        if (!operation) return;
        const fragments = document.definitions.filter(
          (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
        );
        const { levels, roots, cost } = sizeOf(
          operation.selectionSet,
          new Map(fragments.map((node) => [node.name.value, node])),
          request.variables ?? {},
        );
        if (levels > mostLevels)
          throw refusal(gatewayErrors.OPERATION_TOO_DEEP, language, 400, { depth: levels, most: mostLevels });
        if (roots > mostRoots)
          throw refusal(gatewayErrors.OPERATION_HAS_TOO_MANY_ROOTS, language, 400, { roots, most: mostRoots });
        if (cost > mostCost) throw refusal(gatewayErrors.OPERATION_TOO_COSTLY, language, 400, { cost, most: mostCost });
      },
    }),
  };
}

/** Measures a valid operation. Each fragment is measured once, however often it is spread: nested spreads would double without end. */
export function sizeOf(set: SelectionSetNode, fragments: Fragments, variables: Variables): OperationSize {
  const known = new Map<string, OperationSize>();
  const ofSet = ({ selections }: SelectionSetNode): OperationSize =>
    selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection);
        return selection.kind === Kind.INLINE_FRAGMENT
          ? ofSet(selection.selectionSet)
          : ofFragment(selection.name.value);
      })
      .reduce(together, nothing);
  const ofField = (field: FieldNode): OperationSize => {
    const nested = field.selectionSet ? ofSet(field.selectionSet) : nothing;
    return { levels: 1 + nested.levels, roots: 1, cost: 1 + nested.cost * pageSize(field, variables) };
  };
  const ofFragment = (name: string): OperationSize => {
    const fragment = fragments.get(name);
    const size = known.get(name) ?? (fragment ? ofSet(fragment.selectionSet) : nothing);
    known.set(name, size);
    return size;
  };
  return ofSet(set);
}

const nothing: OperationSize = { levels: 0, roots: 0, cost: 0 };

function together(a: OperationSize, b: OperationSize): OperationSize {
  return { levels: Math.max(a.levels, b.levels), roots: a.roots + b.roots, cost: a.cost + b.cost };
}

/** How many entries a field may answer: its `first` or `last`; subgraphs allow 100 at most. A list without them counts as one. */
function pageSize(field: FieldNode, variables: Variables): number {
  const argument = field.arguments?.find(({ name }) => name.value === "first" || name.value === "last");
  const size = argument ? numberIn(argument.value, variables) : 1;
  return Number.isFinite(size) ? Math.max(1, size) : 1;
}

function numberIn(value: ValueNode, variables: Variables): number {
  return value.kind === Kind.VARIABLE
    ? Number(variables[value.name.value] ?? 1)
    : value.kind === Kind.INT
      ? Number(value.value)
      : 1;
}
