/** The gateway put together: supergraph, subgraph links, the executor and its two wrappings, and the plugins in the order of a request's life. */
import { ApolloGateway } from "@apollo/gateway";
import type { GraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { buildSubgraph } from "@parcours/shared/graphql/build-schema";
import type { Logger } from "pino";
import { AskedShapes } from "./answer/asked-shape.js";
import type { GatewayConfig } from "./config.js";
import { deskName } from "./desk/desk-address.js";
import { DeskSource } from "./desk/desk-source.js";
import { desk } from "./desk/desk.js";
import { askGateway } from "./desk/graph.js";
import type { GraphAnswer, GraphQuestion } from "./desk/graph.js";
import { DocumentLink } from "./documents/document-link.js";
import type { HopPass } from "./identity/hop-pass.js";
import { accessLog } from "./plugins/access-log.js";
import { withFallbackLanguages } from "./plugins/fallback-languages.js";
import { formatError, masksInLanguage } from "./plugins/mask-errors.js";
import { mostTokens, operationLimits } from "./plugins/operation-limits.js";
import { withPartialFailures } from "./plugins/partial-failure.js";
import type { Executor } from "./plugins/partial-failure.js";
import { requestId } from "./plugins/request-id.js";
import type { GatewayContext } from "./request-context.js";
import { SubgraphLink } from "./subgraph-link.js";

/** A gateway that answers operations but does not listen yet. */
export interface Gateway {
  readonly server: ApolloServer<GatewayContext>;
  readonly links: ReadonlyMap<string, SubgraphLink>;
  /** Where the bytes of documents go, by subgraph. */
  readonly documents: ReadonlyMap<string, DocumentLink>;
  /** Ends the server, then the connections to the subgraphs. */
  readonly stop: () => Promise<void>;
}

/**
 * Builds and starts a gateway. No subgraph needs to be up: the supergraph is a file.
 * @param passes what fetches carry, by subgraph; empty where nobody signs in
 */
export async function createGateway(
  config: GatewayConfig,
  passes: ReadonlyMap<string, HopPass>,
  logger: Logger,
): Promise<Gateway> {
  const links = linksOf(config, passes, logger);
  const documents = documentLinksOf(config, passes, logger);
  const { schema } = await buildSubgraph(desk);
  const { agencies, answerMilliseconds, supergraph, supergraphSdl } = config;
  const [spine = ""] = supergraph.ownersOf("Query", "entrepreneur");
  const ask = (question: GraphQuestion, asker: GatewayContext): Promise<GraphAnswer> =>
    askGateway(server, question, asker, answerMilliseconds);
  const deskSource = new DeskSource({ schema, links, agencies, supergraphSdl, spine, ask, logger });
  const sources = new Map<string, GraphQLDataSource<GatewayContext>>([[deskName, deskSource], ...links]);
  const server: ApolloServer<GatewayContext> = new ApolloServer<GatewayContext>({
    gateway: patientGateway(config, sources, logger),
    plugins: [
      requestId(),
      operationLimits(),
      masksInLanguage(),
      accessLog(logger),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    formatError: formatError(logger),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: mostTokens },
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: quietLogger(logger),
  });
  await server.start();
  return {
    server,
    links,
    documents,
    stop: async () => {
      await server.stop();
      await Promise.all([...links.values(), ...documents.values()].map((link) => link.close()));
    },
  };
}

function linksOf(
  { supergraph, subgraphMilliseconds: milliseconds }: GatewayConfig,
  passes: ReadonlyMap<string, HopPass>,
  logger: Logger,
): ReadonlyMap<string, SubgraphLink> {
  const shapes = new AskedShapes(supergraph.fieldTypes);
  return new Map(
    supergraph.subgraphs.map(({ name, url }) => [
      name,
      new SubgraphLink({ name, url, milliseconds, pass: passes.get(name), shapes, logger }),
    ]),
  );
}

function documentLinksOf(
  { supergraph }: GatewayConfig,
  passes: ReadonlyMap<string, HopPass>,
  logger: Logger,
): ReadonlyMap<string, DocumentLink> {
  return new Map(
    supergraph.subgraphs.map(({ name, url }) => [
      name,
      new DocumentLink({ name, url, pass: passes.get(name), logger }),
    ]),
  );
}

/** Apollo's gateway with its executor wrapped: who owns what, and who was silent, is put into the answer. */
function patientGateway(
  config: GatewayConfig,
  sources: ReadonlyMap<string, GraphQLDataSource<GatewayContext>>,
  logger: Logger,
): ApolloServerOptionsWithGateway<GatewayContext>["gateway"] {
  // The library would report the machine it runs on to its maker, and ask the cloud's metadata service about it, from its constructor on.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
  const gateway = new ApolloGateway({
    supergraphSdl: config.supergraphSdl,
    __exposeQueryPlanExperimental: false,
    // Pointer fields may come from the directory or the owner, which makes thousands of plans that are as good as one another.
    queryPlannerConfig: { debug: { maxEvaluatedPlans: 100 } },
    buildService: ({ name }) => {
      const source = sources.get(name);
      if (!source) throw new Error(`the supergraph has no subgraph "${name}"`);
      return source;
    },
    logger: quietLogger(logger),
  });
  return {
    load: async (options) => {
      await gateway.load(options);
      const executor: Executor = (request) => gateway.executor(request);
      return { executor: withFallbackLanguages(withPartialFailures(executor, config.supergraph, config.agencies)) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

/** What the libraries tell of their own doings is for those who look for it. */
function quietLogger(logger: Logger): { [Level in "debug" | "info" | "warn" | "error"]: (message?: string) => void } {
  return {
    debug: (message) => logger.trace(message ?? ""),
    info: (message) => logger.debug(message ?? ""),
    warn: (message) => logger.warn(message ?? ""),
    error: (message) => logger.error(message ?? ""),
  };
}
