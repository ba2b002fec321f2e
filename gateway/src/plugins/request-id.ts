/** Gives the answer the id under which the logs of the gateway and of every subgraph speak of it. */
import type { ApolloServerPlugin } from "@apollo/server";
import { headerNames } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";

/** Answers `x-request-id`. */
export function requestId(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue }) =>
        void response.http.headers.set(headerNames.requestId, contextValue.requestId),
    }),
  };
}
