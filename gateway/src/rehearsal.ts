/**
 * One question to itself before the first caller's: the planner makes most of what it needs on its first operation (about a second of one
 * core for this supergraph), which would be taken from that caller's time.
 */
import type { ApolloServer } from "@apollo/server";
import { Kind, parse } from "graphql";
import type { OperationDefinitionNode, TypeNode } from "graphql";
import { contextOf } from "./request-context.js";
import type { GatewayContext } from "./request-context.js";

/**
 * Plans an operation without asking any subgraph: its time is over when the plan is there. The plan is kept for whoever asks the same.
 * Without an operation, or with one that needs input objects, it does nothing; an operation that is not valid is its author's to find out.
 */
export async function rehearse(server: ApolloServer<GatewayContext>, query: string | undefined): Promise<void> {
  if (query === undefined) return;
  const variables = placeholders(query);
  if (variables === null) return;
  const contextValue: GatewayContext = { ...contextOf({}, new AbortController().signal, 0), isRehearsal: true };
  await server.executeOperation({ query, variables }, { contextValue });
}

const placeholderOf: Readonly<Record<string, unknown>> = { String: "", ID: "", Int: 0, Float: 0, Boolean: false };

/** A value for each variable that must have one; null where that cannot be made up, or the text is no single operation. */
function placeholders(query: string): Record<string, unknown> | null {
  const operation = onlyOperation(query);
  if (operation === null) return null;
  const needed = (operation.variableDefinitions ?? []).filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  const values = needed.map(({ variable, type }) => [variable.name.value, valueFor(type)] as const);
  return values.some(([, value]) => value === undefined) ? null : Object.fromEntries(values);
}

function onlyOperation(query: string): OperationDefinitionNode | null {
  try {
    const operations = parse(query).definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    return operations.length === 1 ? (operations[0] ?? null) : null;
  } catch {
    return null;
  }
}

function valueFor(type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return valueFor(type.type);
  return type.kind === Kind.LIST_TYPE ? [] : placeholderOf[type.name.value];
}
