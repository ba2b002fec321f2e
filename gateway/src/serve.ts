/** From settings to a listening server, and back: a port that is taken is one clear line, and answers under way are finished first. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { GatewayConfig } from "./config.js";
import { createGateway } from "./gateway.js";
import { graphiqlAssets, graphiqlPage } from "./http/graphiql.js";
import { HealthCheck } from "./http/health.js";
import { routes } from "./http/routes.js";
import { nobodySignsIn } from "./identity/callers.js";
import { shareEnded } from "./identity/share-ended.js";
import { createSignIn } from "./identity/sign-in.js";

/** A gateway that listens. */
export interface RunningGateway {
  readonly port: number;
  /** `http://127.0.0.1:4000/graphql` */
  readonly url: string;
  /** Takes no more requests, finishes those under way, then ends. Calling it again waits for the same end. */
  readonly stop: () => Promise<void>;
}

/** The server cannot listen; the message is one line that says what to do. */
export class CannotListenError extends Error {
  override readonly name = "CannotListenError";
}

/** The bytes of a document have as long as their ticket; every other request is cut much earlier (`http/routes.ts`). Milliseconds. */
const longestUpload = 15 * 60_000;

/** An answer under way at the end may take its whole time, and this to be sent. */
const sendingMilliseconds = 200;

/**
 * Starts the gateway of a configuration.
 * @throws CannotListenError where the address is taken or not ours
 */
export async function serve(config: GatewayConfig, logger: Logger): Promise<RunningGateway> {
  const publicUrl = (): URL => config.identity?.publicUrl ?? new URL(`http://127.0.0.1:${portOf(server)}`);
  const signIn = config.identity && createSignIn(config.identity, publicUrl, logger);
  const gateway = await createGateway(config, signIn?.passes ?? new Map(), logger);
  await signIn?.ended.start(shareEnded(gateway.links.get(config.spine ?? "")));
  const health = new HealthCheck(gateway.links, config.spine);
  const page = graphiqlPage(config.exampleQuery, signIn !== undefined, config.exampleVariables);
  const listener = routes({
    graph: {
      server: gateway.server,
      callers: signIn?.callers ?? nobodySignsIn,
      hasSignIn: signIn !== undefined,
      answerMilliseconds: config.answerMilliseconds,
    },
    signIn,
    documents: {
      links: gateway.documents,
      callers: signIn?.callers ?? nobodySignsIn,
      hasSignIn: signIn !== undefined,
    },
    health,
    page,
    assets: graphiqlAssets(),
    logger,
  });
  const server = createServer({ requestTimeout: longestUpload, headersTimeout: 5_000 }, listener);
  try {
    await listen(server, config);
  } catch (error) {
    signIn?.ended.stop();
    await gateway.stop();
    throw error;
  }
  const port = portOf(server);
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    signIn?.ended.stop();
    await drain(server, config.answerMilliseconds + sendingMilliseconds);
    await gateway.stop();
  };
  return { port, url: `http://${host}:${port}/graphql`, stop: () => (stopping ??= end()) };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server, { host, port }: GatewayConfig): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new CannotListenError(reasonOf(error, host, port))));
    server.listen(port, host, resolve);
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken: stop the program that listens there, or choose another port with --port.`;
  if (code === "EACCES")
    return `Port ${port} on ${host} may not be used by this user: choose one above 1023 with --port.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `${host} is not an address of this machine: choose another with --host.`;
  return `Cannot listen on ${host}:${port}: ${message}`;
}

async function drain(server: Server, milliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that has had its last answer would be kept open for the client's next question.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const limit = setTimeout(() => server.closeAllConnections(), milliseconds);
  await closed;
  clearInterval(idle);
  clearTimeout(limit);
}
