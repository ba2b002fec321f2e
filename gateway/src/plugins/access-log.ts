/**
 * One line for each operation: its name and hash, in which role and for what purpose, how long it took, whom it asked, how it went.
 * No variables, no personal data: neither the person who asks, nor the member of staff, nor the case.
 */
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { Logger } from "pino";
import type { GatewayContext } from "../request-context.js";

/** Logs at level `info`. */
export function accessLog(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        willSendResponse: async (context) => logger.info(factsOf(context, started), "operation"),
      };
    },
  };
}

function factsOf(
  context: GraphQLRequestContextWillSendResponse<GatewayContext>,
  started: number,
): Record<string, unknown> {
  const {
    contextValue: { requestId, report, hop, reader, askedBy },
    response: { body },
    operation,
    operationName,
    queryHash,
  } = context;
  const result = body.kind === "single" ? body.singleResult : { errors: undefined, data: undefined };
  const codes = new Set(result.errors?.map(({ extensions }) => String(extensions?.["code"])));
  const calls = [...report.calls].map(
    ([name, { count, milliseconds }]) => [name, { count, ms: Math.round(milliseconds) }] as const,
  );
  return {
    requestId,
    role: reader.role,
    ...(reader.agency && { agency: reader.agency }),
    ...(reader.purpose && { purpose: reader.purpose }),
    ...(askedBy && { askedBy }),
    operation: operationName?.slice(0, 64) ?? null,
    hash: queryHash?.slice(0, 12),
    kind: operation?.operation,
    outcome: !result.errors?.length ? "ok" : result.data ? "partial" : "refused",
    ...(codes.size > 0 && { codes: [...codes] }),
    ms: Math.round(performance.now() - started),
    subgraphs: Object.fromEntries(calls),
    ...(hop > 0 && { hop }),
  };
}
