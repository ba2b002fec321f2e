/**
 * Refuses what would cost too much before it is planned: depth, root fields, and the fields asked times the page sizes around them
 * (design section 10). The number of tokens is limited where the operation is parsed (`mostTokens`).
 */
import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode, Kind } from "graphql";
import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from "graphql";
import { gatewayErrors, refusal } from "../errors.js";
import { mostHops } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";
import { defaultsOf, introspectionWeight, pageFields, pageSizeAsked } from "./page-sizes.js";
import type { PageFields } from "./page-sizes.js";

/** Levels of fields, root and leaf included; the standard introspection query has as many. */
export const mostLevels = 15;
/** Root fields of one operation; an alias counts. */
const mostRoots = 20;
/** Fields times the page sizes around them: the caller query with a hundred entries is about 2,000. */
const mostCost = 20_000;
/** The same for what is asked of the schema itself; the standard introspection query is about 420,000. */
export const mostIntrospectionCost = 1_000_000;
/** Tokens of one operation's text. */
export const mostTokens = 6_000;

type Variables = Readonly<Record<string, unknown>>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** What an operation asks at most. */
export interface OperationSize {
  readonly levels: number;
  readonly roots: number;
  readonly cost: number;
  /** What of it is asked of the schema itself, in fields of its own measure. */
  readonly introspection: number;
}

/** Refuses operations over the limits, with status 400, and questions that go in a circle, with 508. */
export function operationLimits(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({
        schema,
        operation,
        document,
        request,
        contextValue: { language, hop, askedBy },
      }) => {
        if (hop > mostHops) throw refusal(gatewayErrors.TOO_MANY_HOPS, language, 508);
        // The library would answer 500, and repeat the name.
        if (!operation) throw refusal(gatewayErrors.OPERATION_NOT_NAMED, language, 400);
        // A ticket is for asking what its reader may see: nobody acts in a person's name because the person once read something.
        if (askedBy !== undefined && operation.operation !== OperationTypeNode.QUERY)
          throw refusal(gatewayErrors.TICKET_ASKS_ONLY, language, 403);
        const fragments = document.definitions.filter(
          (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
        );
        const { levels, roots, cost, introspection } = sizeOf(
          operation.selectionSet,
          new Map(fragments.map((node) => [node.name.value, node])),
          // A default that the operation gives a variable counts as if it had been sent.
          { ...defaultsOf(operation), ...request.variables },
          pageFields(schema),
        );
        if (levels > mostLevels)
          throw refusal(gatewayErrors.OPERATION_TOO_DEEP, language, 400, { depth: levels, most: mostLevels });
        if (roots > mostRoots)
          throw refusal(gatewayErrors.OPERATION_HAS_TOO_MANY_ROOTS, language, 400, { roots, most: mostRoots });
        if (cost > mostCost) throw refusal(gatewayErrors.OPERATION_TOO_COSTLY, language, 400, { cost, most: mostCost });
        if (introspection > mostIntrospectionCost) {
          const asked = { cost: introspection, most: mostIntrospectionCost };
          throw refusal(gatewayErrors.OPERATION_TOO_COSTLY, language, 400, asked);
        }
      },
    }),
  };
}

/**
 * Measures a valid operation. Each fragment is measured once, however often it is spread: nested spreads would double without end.
 * @param pages fields that answer pages, and how many entries they answer where nothing is said
 */
export function sizeOf(
  set: SelectionSetNode,
  fragments: Fragments,
  variables: Variables,
  pages: PageFields = new Map(),
): OperationSize {
  const known = new Map<string, Measure>();
  const ofSet = ({ selections }: SelectionSetNode): Measure =>
    selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection);
        return selection.kind === Kind.INLINE_FRAGMENT
          ? ofSet(selection.selectionSet)
          : ofFragment(selection.name.value);
      })
      .reduce(together, nothing);
  const ofField = (field: FieldNode): Measure => {
    const nested = field.selectionSet ? ofSet(field.selectionSet) : nothing;
    const name = field.name.value;
    return {
      levels: 1 + nested.levels,
      roots: 1,
      cost: 1 + nested.cost * pageSizeAsked(field, variables, pages),
      ofSchema: 1 + nested.ofSchema * introspectionWeight(name),
      // Only beneath these two are a schema's own lists meant by those names.
      introspection: schemaFields.includes(name) ? 1 + nested.ofSchema : nested.introspection,
    };
  };
  const ofFragment = (name: string): Measure => {
    const fragment = fragments.get(name);
    const size = known.get(name) ?? (fragment ? ofSet(fragment.selectionSet) : nothing);
    known.set(name, size);
    return size;
  };
  const { ofSchema: _, ...size } = ofSet(set);
  return size;
}

const schemaFields: readonly string[] = ["__schema", "__type"];

/** A part of an operation, whose place is not known yet: `ofSchema` is what it costs if it is asked of the schema. */
interface Measure extends OperationSize {
  readonly ofSchema: number;
}

const nothing: Measure = { levels: 0, roots: 0, cost: 0, introspection: 0, ofSchema: 0 };

function together(a: Measure, b: Measure): Measure {
  return {
    levels: Math.max(a.levels, b.levels),
    roots: a.roots + b.roots,
    cost: a.cost + b.cost,
    introspection: a.introspection + b.introspection,
    ofSchema: a.ofSchema + b.ofSchema,
  };
}
