/**
 * Expected errors pass with their code; anything else becomes `INTERNAL` with an id, and its text goes to the log and nowhere else.
 * Stack traces, values of variables and the names of libraries never reach a client.
 */
import { randomUUID } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { gatewayErrors, sentenceOf } from "../errors.js";
import type { GatewayContext } from "../request-context.js";

/** Codes that libraries give to what nobody foresaw. */
const unexpectedCodes: ReadonlySet<string> = new Set(["INTERNAL_SERVER_ERROR", "DOWNSTREAM_SERVICE_ERROR", "INTERNAL"]);

/** Formats one error for the client; for Apollo Server's option of the same name. */
export function formatError(logger: Logger): (formatted: GraphQLFormattedError, raw: unknown) => GraphQLFormattedError {
  return ({ message, locations, path, extensions = {} }, raw) => {
    const { code, serviceName, stacktrace: _, exception: __, ...rest } = extensions;
    const service = typeof serviceName === "string" ? { service: serviceName } : {};
    const place = { ...(locations && { locations }), ...(path && { path }) };
    if (typeof code === "string" && !unexpectedCodes.has(code))
      return { message: withoutValue(message), ...place, extensions: { ...rest, code, ...service } };
    // A subgraph that masked its own error gave it an id already: that one is in its log.
    const errorId = typeof rest["errorId"] === "string" ? rest["errorId"] : randomUUID();
    const details = service.service === undefined ? { err: faultIn(raw) } : { code, id: rest["id"] };
    logger.error({ errorId, ...service, path, ...details }, "unexpected error");
    const text = sentenceOf(gatewayErrors.INTERNAL, "EN", { id: errorId });
    return { message: text, ...place, extensions: { code: gatewayErrors.INTERNAL.code, errorId, ...service } };
  };
}

/** Says the masked errors in the reader's language, which the formatter cannot know. */
export function masksInLanguage(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body }, contextValue: { language } }) => {
        if (body.kind !== "single" || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((error) => {
          const id = error.extensions?.["errorId"];
          return typeof id === "string"
            ? { ...error, message: sentenceOf(gatewayErrors.INTERNAL, language, { id }) }
            : error;
        });
      },
    }),
  };
}

/** Our own fault is told by its words and its place in the code. A subgraph's is not: its words may hold a value, and its own log has the fault. */
function faultIn(raw: unknown): unknown {
  return raw instanceof GraphQLError ? (raw.originalError ?? raw) : raw instanceof Error ? raw : String(raw);
}

/** The library repeats a wrong value in its message; it may be a phone number, and messages are copied into tickets. */
function withoutValue(message: string): string {
  const variable = /^(Variable "\$\w+") got invalid value .*?(?: at "([\w.$[\]]+)")?; (.*)$/s.exec(message);
  if (!variable)
    return message
      .replace(/, found .*$/s, ", found another value.")
      .replace(/(cannot represent [^:]*): .*$/s, "$1.")
      .replace(/(: Unexpected (?:String|BlockString|Int|Float|Name)) .*$/s, "$1.")
      .replace(/^Value ".*" does not exist in ("\w+" enum\.).*$/s, "The value does not exist in $1");
  const [, name, place, reason = ""] = variable;
  return `${name} got an invalid value${place ? ` at "${place}"` : ""}${harmlessReason.test(reason) ? `; ${reason}` : "."}`;
}

/** Reasons that name types and fields only. */
const harmlessReason =
  /^(Field "\w+" (of required type "[^"]+" was not provided|is not defined by type "[^"]+")\.|Expected (non-nullable )?type "[^"]+"( not to be null| to be an object)?\.)/;
