/** The whole graph as the single desk asks it: the gateway itself, in the name of who asks the desk, one hop further on. */
import type { ApolloServer } from "@apollo/server";
import type { Language } from "@parcours/shared/languages";
import type { GraphQLFormattedError } from "graphql";
import { Deadline } from "../deadline.js";
import { AnswerReport } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";

/** A question to the graph. */
export interface GraphQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of labels; that of the asker where it is not given. */
  readonly language?: Language;
}

/** What the graph answered. */
export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Asks the graph for one request. */
export interface Graph {
  /** Every question has the time of an answer for itself. Errors are part of the answer. */
  ask(question: GraphQuestion): Promise<GraphAnswer>;
}

/** Asks a gateway in the name of a request. @param milliseconds longest time for the answer */
export async function askGateway(
  server: ApolloServer<GatewayContext>,
  question: GraphQuestion,
  asker: GatewayContext,
  milliseconds: number,
): Promise<GraphAnswer> {
  const { language } = question;
  const contextValue: GatewayContext = {
    ...asker,
    ...(language && { language, acceptLanguage: language.toLowerCase() }),
    hop: asker.hop + 1,
    deadline: new Deadline(milliseconds),
    report: new AnswerReport(),
  };
  const { body } = await server.executeOperation(
    { query: question.query, variables: question.variables },
    { contextValue },
  );
  if (body.kind !== "single") throw new Error("the gateway answered in parts");
  const { data = null, errors = [] } = body.singleResult;
  return { data, errors };
}

/** Whether an error says that somebody did not answer, rather than that something is not shared or not there. */
export function isSilence({ extensions }: GraphQLFormattedError): boolean {
  const code = extensions?.["code"];
  return typeof code === "string" && (code.startsWith("SUBGRAPH_") || code.startsWith("INTERNAL"));
}
