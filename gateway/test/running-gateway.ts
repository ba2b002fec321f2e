/** A gateway for tests, on a port of the system's choice: `ask` reads as what a client does. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { readGatewayConfig } from "../src/config.js";
import { serve } from "../src/serve.js";
import type { TestSubgraph } from "./subgraphs.js";
import { compose } from "./subgraphs.js";

/** An error as the client reads it. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An answer as the client reads it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnsweredError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A gateway of a test. */
export interface TestGateway {
  readonly url: string;
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Lines of the log, parsed. */
  readonly log: Readonly<Record<string, unknown>>[];
  readonly stop: () => Promise<void>;
}

/** Composes the subgraphs and serves them; further settings as environment variables. */
export async function startGateway(
  subgraphs: readonly TestSubgraph[],
  environment: Record<string, string> = {},
  agencies?: Record<string, string[]>,
  formerAgencies?: Record<string, string[]>,
): Promise<TestGateway> {
  const folder = mkdtempSync(join(tmpdir(), "parcours-gateway-"));
  writeFileSync(join(folder, "supergraph.graphql"), compose(subgraphs));
  if (agencies) writeFileSync(join(folder, "agencies.generated.json"), JSON.stringify(agencies));
  if (formerAgencies) writeFileSync(join(folder, "former-agencies.generated.json"), JSON.stringify(formerAgencies));
  const config = readGatewayConfig(["--supergraph", join(folder, "supergraph.graphql"), "--port", "0"], environment);
  const log: Record<string, unknown>[] = [];
  const logger = pino(
    { level: "info" },
    { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const { port, stop } = await serve(config, logger);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    log,
    ask: async (query, variables, headers = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": "en", ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Errors as `code path`, for tests that list them. */
export function summaryOf({ errors = [] }: Answer): string[] {
  return errors.map(({ path, extensions }) => `${String(extensions["code"])} ${path?.join(".") ?? ""}`).sort();
}
