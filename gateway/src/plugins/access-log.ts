/** One line for each operation: its name and hash, how long it took, whom it asked, how it went. No variables, no personal data. */
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
    contextValue: { requestId, report, hop },
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
