/**
 * An agency is down: what it owns is null, and every such null says so. The executor's answer is walked once it is whole; errors
 * whose path the client never asked go, and each null without an explanation gets a coded error with its own path (design section 4).
 */
import type { ApolloGateway } from "@apollo/gateway";
import { GraphQLError, Kind, getVariableValues } from "graphql";
import type { FragmentDefinitionNode } from "graphql";
import { causeOf } from "../answer/causes.js";
import type { Cause } from "../answer/causes.js";
import { findGaps } from "../answer/gaps.js";
import type { Gap } from "../answer/gaps.js";
import { keyOf } from "../answer/paths.js";
import type { ResponsePath } from "../answer/paths.js";
import { fieldCollector, isAsked } from "../answer/selections.js";
import type { AskedOperation } from "../answer/selections.js";
import type { Supergraph } from "../answer/supergraph.js";
import { gatewayErrors, sentenceOf } from "../errors.js";
import type { GatewayContext } from "../request-context.js";

/** Runs one operation; Apollo's own type. */
export type Executor = ApolloGateway["executor"];
type ExecutorRequest = Parameters<Executor>[0] & { readonly deliveredData?: unknown };
type ExecutorResult = Awaited<ReturnType<Executor>>;

/** Agency codes by subgraph: whose silence is to be named. External authorities are not among them. */
export type AgenciesBySubgraph = Readonly<Record<string, readonly string[]>>;

/** Wraps an executor so that nobody can read silence as "there is nothing". */
export function withPartialFailures(execute: Executor, supergraph: Supergraph, agencies: AgenciesBySubgraph): Executor {
  return async (request) => {
    const result = await execute(request);
    const { report } = request.context as GatewayContext;
    const { valueCompletion, ...extensions } = result.extensions ?? {};
    const isWhole = !result.errors?.length && report.failures.length === 0 && !valueCompletion;
    if (isWhole || result.data === undefined) return result;
    const errors = explainNulls(request, result, supergraph);
    const silent = silentAgencies(request.context as GatewayContext, agencies);
    const all = silent ? { ...extensions, agencies: silent } : extensions;
    return {
      data: result.data,
      ...(errors.length > 0 && { errors }),
      ...(Object.keys(all).length > 0 && { extensions: all }),
    };
  };
}

function explainNulls(request: ExecutorRequest, result: ExecutorResult, supergraph: Supergraph): GraphQLError[] {
  const asked = askedOperation(request);
  const rootType = request.schema.getRootType(asked.operation.operation);
  if (!rootType || !request.deliveredData)
    throw new Error("the executor does not hand over what was delivered: is @apollo/gateway patched?");
  const errors = result.errors ?? [];
  const explained = new Set(errors.flatMap(({ path }) => (path && isAsked(asked, path) ? prefixesOf(path) : [])));
  const gaps = findGaps({
    schema: request.schema,
    rootType,
    fields: fieldCollector(asked),
    data: result.data,
    delivered: request.deliveredData,
    isExplained: (key) => explained.has(key),
  });
  const context = request.context as GatewayContext;
  const replaced = new Set<GraphQLError>();
  const added = gaps.map((gap) => {
    const owners = supergraph.ownersOf(gap.parentType, gap.fieldName);
    const cause = gap.isMissing ? causeOf(gap, owners, { failures: context.report.failures, errors }) : undefined;
    if (cause?.error) replaced.add(cause.error);
    return gapError(
      gap,
      cause ?? {
        service: owners[0] ?? "",
        code: gatewayErrors[gap.isMissing ? "SUBGRAPH_UNAVAILABLE" : "SUBGRAPH_ANSWER_INVALID"].code,
      },
      context,
    );
  });
  const kept = errors.filter(
    (error) =>
      !error.path || (isAsked(asked, error.path) && !(replaced.has(error) && isObjectAt(result.data, error.path))),
  );
  return [...kept, ...added];
}

function askedOperation({ schema, operation, document, request }: ExecutorRequest): AskedOperation {
  const fragments = document.definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  return {
    schema,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: coerced ?? {},
  };
}

function gapError({ path }: Gap, cause: Cause, { language }: GatewayContext): GraphQLError {
  const definition = Object.values(gatewayErrors).find(({ code }) => code === cause.code);
  const message =
    cause.message ?? (definition ? sentenceOf(definition, language, { service: cause.service }) : cause.code);
  return new GraphQLError(message, {
    path: [...path],
    extensions: { ...cause.extensions, code: cause.code, serviceName: cause.service },
  });
}

/** `{ INNOVIRIS: { state, code } }` for every agency of a subgraph that did not answer; undefined where all did. */
function silentAgencies(
  { report }: GatewayContext,
  agencies: AgenciesBySubgraph,
): Record<string, { state: string; code: string }> | undefined {
  const silent = report.failures.filter(({ isSilence }) => isSilence);
  const entries = silent.flatMap(({ service, code }) =>
    (agencies[service] ?? []).map((agency) => [agency, { state: "NOT_ANSWERED", code }] as const),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function prefixesOf(path: ResponsePath): string[] {
  return [...path, ""].map((_, index) => keyOf(path.slice(0, index)));
}

/** Whether an error stands at something that is there: then it explained the fields beneath, and they have errors of their own now. */
function isObjectAt(data: unknown, path: ResponsePath): boolean {
  let here: unknown = data;
  for (const part of path)
    here =
      typeof here === "object" && here !== null
        ? (here as Readonly<Record<string | number, unknown>>)[part]
        : undefined;
  return typeof here === "object" && here !== null;
}
