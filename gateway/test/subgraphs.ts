/** Subgraphs for tests: real HTTP servers with real federation schemas, which can be killed, hung, and made to answer rubbish. */
import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph/dist/schema-helper/index.js";
import { execute, parse, validate } from "graphql";
import type { GraphQLSchema } from "graphql";

/** How a subgraph behaves: as it should, or in one of the ways in which real ones fail. */
export type Behaviour =
  | "well"
  | "hang"
  | "halfAnswer"
  | "garbage"
  | "status500"
  | "status401"
  | "wrongShape"
  | "refuse"
  | "reset"
  | "resetOnce";

/** A subgraph of a test. */
export interface TestSubgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  behaviour: Behaviour;
  /** What arrived, in order. */
  readonly received: {
    readonly headers: IncomingHttpHeaders;
    /** The body, byte for byte. */
    readonly text: string;
    readonly body: { readonly query: string; readonly variables?: Record<string, unknown> };
  }[];
  /** Stops listening and cuts every connection, as a killed process does. */
  readonly kill: () => Promise<void>;
  /** Listens on the same port again. */
  readonly revive: () => Promise<void>;
}

/** What a subgraph adds to its answers' `extensions`. */
export interface TestSubgraphOptions {
  readonly extensions?: Record<string, unknown>;
  readonly delayMilliseconds?: number;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])\n`;

/** Starts a subgraph on a port of the system's choice. */
export async function startSubgraph(
  name: string,
  typeDefs: string,
  resolvers: GraphQLResolverMap<unknown>,
  options: TestSubgraphOptions = {},
): Promise<TestSubgraph> {
  const sdl = link + typeDefs;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const received: TestSubgraph["received"] = [];
  const state = { behaviour: "well" as Behaviour };
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const body = JSON.parse(text) as TestSubgraph["received"][number]["body"];
    if (body.query !== "{__typename}") received.push({ headers: request.headers, text, body });
    if (options.delayMilliseconds) await new Promise((resolve) => setTimeout(resolve, options.delayMilliseconds));
    const { behaviour } = state;
    if (behaviour === "resetOnce") state.behaviour = "well";
    misbehave[behaviour](response, () => run(schema, body, options.extensions));
  };
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const kill = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return Object.defineProperty(
    {
      name,
      url: `http://127.0.0.1:${port}/graphql`,
      sdl,
      received,
      kill,
      revive: () => listen(server, port),
    } as unknown as TestSubgraph,
    "behaviour",
    {
      get: () => state.behaviour,
      set(behaviour: Behaviour) {
        state.behaviour = behaviour;
      },
    },
  );
}

/** The supergraph of some subgraphs. */
export function compose(subgraphs: readonly TestSubgraph[]): string {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join("\n"));
  return result.supergraphSdl;
}

const misbehave: Readonly<Record<Behaviour, (response: ServerResponse, run: () => Promise<unknown>) => void>> = {
  well: (response, run) => void run().then((result) => response.end(JSON.stringify(result))),
  hang: () => undefined,
  halfAnswer: (response) => void response.write('{"data":{'),
  garbage: (response) => void response.end("<html>it works!</html>"),
  status401: (response) => void response.writeHead(401).end('{"errors":[{"message":"no token"}]}'),
  status500: (response) => void response.writeHead(500).end('{"data":{}}'),
  wrongShape: (response) => void response.end('{"data":{"_entities":[{}]}}'),
  refuse: (response) =>
    void response.end('{"errors":[{"message":"the token is spent","extensions":{"code":"TOKEN_SPENT"}}]}'),
  reset: (response) => void response.socket?.resetAndDestroy(),
  resetOnce: (response) => void response.socket?.resetAndDestroy(),
};

async function run(
  schema: GraphQLSchema,
  { query, variables }: { query: string; variables?: Record<string, unknown> },
  extensions: Record<string, unknown> | undefined,
): Promise<unknown> {
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  const result = await execute({ schema, document, variableValues: variables ?? {} });
  return extensions ? { ...result, extensions } : result;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
