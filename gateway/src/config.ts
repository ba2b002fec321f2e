/** The gateway's settings: flags first, then the environment, then defaults; all faults are named at once, and nothing starts. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ConfigError, asPort, asText, readConfig } from "@parcours/shared/config";
import type { Setting } from "@parcours/shared/config";
import { readSupergraph } from "./answer/supergraph.js";
import type { Supergraph, SubgraphAddress } from "./answer/supergraph.js";
import { systemCodeOf } from "./errors.js";
import type { AgenciesBySubgraph } from "./plugins/partial-failure.js";

/** All that the gateway is told from outside. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly supergraphSdl: string;
  readonly supergraph: Supergraph;
  readonly agencies: AgenciesBySubgraph;
  /** Name of the subgraph without which the gateway is not ready. */
  readonly spine: string | undefined;
  /** Operation that GraphiQL opens with. */
  readonly exampleQuery: string | undefined;
  readonly subgraphMilliseconds: number;
  readonly answerMilliseconds: number;
  /** Ends with its parent. */
  readonly isSupervised: boolean;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type SettingsOf<Values> = { readonly [Name in keyof Values]: Setting<Values[Name]> };

const besidePackage = join(dirname(fileURLToPath(import.meta.url)), "..");
const flags = {
  supergraph: "PARCOURS_SUPERGRAPH",
  port: "PORT",
  host: "HOST",
  agencies: "PARCOURS_AGENCIES_FILE",
  spine: "SPINE",
  query: "PARCOURS_EXAMPLE_QUERY",
} as const;

/** Every setting of the gateway but the subgraphs' addresses (`SUBGRAPH_URL_<NAME>`). */
export const gatewaySettings = {
  supergraphFile: {
    variable: "PARCOURS_SUPERGRAPH",
    purpose: "the supergraph to serve (--supergraph FILE)",
    fallback: join(besidePackage, "supergraph.graphql"),
    parse: asText,
  },
  port: {
    variable: "PORT",
    purpose: "port to listen on; 0 lets the system choose (--port)",
    fallback: 4000,
    parse: asPort,
  },
  host: { variable: "HOST", purpose: "address to listen on (--host)", fallback: "127.0.0.1", parse: asText },
  isAnonymousAllowed: {
    variable: "PARCOURS_ALLOW_ANONYMOUS",
    purpose: "1 lets anybody ask from other machines (--allow-anonymous)",
    fallback: false,
    parse: asSwitch,
  },
  agenciesFile: {
    variable: "PARCOURS_AGENCIES_FILE",
    purpose:
      "JSON of agency codes by subgraph (--agencies); agencies.generated.json beside the supergraph where it is there",
    fallback: undefined,
    parse: asText,
  },
  spine: {
    variable: "SPINE",
    purpose: "subgraph without which the gateway is not ready (--spine)",
    fallback: undefined,
    parse: asText,
  },
  exampleQueryFile: {
    variable: "PARCOURS_EXAMPLE_QUERY",
    purpose: "file with the operation that GraphiQL opens with (--query)",
    fallback: undefined,
    parse: asText,
  },
  subgraphMilliseconds: {
    variable: "SUBGRAPH_TIMEOUT_MS",
    purpose: "longest wait for one call to a subgraph, ms",
    fallback: 800,
    parse: asMilliseconds,
  },
  answerMilliseconds: {
    variable: "ANSWER_TIMEOUT_MS",
    purpose: "longest time for a whole answer, ms",
    fallback: 1_500,
    parse: asMilliseconds,
  },
  isSupervised: {
    variable: "PARCOURS_SUPERVISED",
    purpose: "1 ends the gateway when its parent ends",
    fallback: false,
    parse: asSwitch,
  },
  logLevel: {
    variable: "LOG_LEVEL",
    purpose: "fatal, error, warn, info, debug, trace or silent",
    fallback: "info",
    parse: asLevel,
  },
} satisfies SettingsOf<Record<string, unknown>>;

/**
 * Reads flags and environment.
 * @throws ConfigError that names every missing and wrong setting
 */
export function readGatewayConfig(argv: readonly string[], environment: Environment): GatewayConfig {
  const settings = readConfig(gatewaySettings, { ...environment, ...variablesFrom(argv) });
  const faults: string[] = [];
  const attempt = <Value>(read: () => Value, otherwise: Value): Value => {
    try {
      return read();
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
  attempt(() => mustBeLoopback(settings.host, settings.isAnonymousAllowed), undefined);
  const supergraphSdl = attempt(() => readText("PARCOURS_SUPERGRAPH", settings.supergraphFile), "");
  const supergraph = attempt(
    () => (supergraphSdl ? addressed(supergraphSdl, settings.supergraphFile, environment) : empty),
    empty,
  );
  const agencies = attempt(() => readAgencies(settings.agenciesFile, settings.supergraphFile), {});
  const exampleQuery = attempt(
    () => (settings.exampleQueryFile ? readText("PARCOURS_EXAMPLE_QUERY", settings.exampleQueryFile) : undefined),
    undefined,
  );
  faults.push(...addressFaults(supergraph.subgraphs));
  if (
    settings.spine !== undefined &&
    supergraph !== empty &&
    !supergraph.subgraphs.some(({ name }) => name === settings.spine)
  ) {
    faults.push(`SPINE is wrong: the supergraph has no subgraph "${settings.spine}"`);
  }
  if (faults.length > 0) throw new ConfigError(`Settings to mend:\n  ${faults.join("\n  ")}`);
  return { ...settings, supergraphSdl, supergraph, agencies, exampleQuery };
}

const empty: Supergraph = { subgraphs: [], ownersOf: () => [] };

function variablesFrom(argv: readonly string[]): Record<string, string> {
  const options = Object.fromEntries(Object.keys(flags).map((flag) => [flag, { type: "string" as const }]));
  try {
    const values: Readonly<Record<string, unknown>> = parseArgs({
      args: [...argv],
      options: { ...options, "allow-anonymous": { type: "boolean" } },
    }).values;
    const given = Object.entries(values).map(([flag, value]): readonly [string, string] =>
      typeof value === "string" ? [flags[flag as keyof typeof flags], value] : ["PARCOURS_ALLOW_ANONYMOUS", "1"],
    );
    return Object.fromEntries<string>(given);
  } catch (error) {
    throw new ConfigError(`Settings to mend:\n  ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Without sign-in whoever reaches the port reads everything: other machines are let in only on purpose. */
function mustBeLoopback(host: string, isAllowed: boolean): void {
  if (isAllowed || host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)) return;
  throw new Error(
    `HOST is wrong: ${host} can be reached from other machines, and nobody signs in; listen on 127.0.0.1, or add --allow-anonymous if everybody may read everything`,
  );
}

function readText(variable: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${variable} is wrong: ${file} cannot be read (${systemCodeOf(error) ?? String(error)})`);
  }
}

/** The supergraph with each subgraph's address, `SUBGRAPH_URL_FRONT_DOOR` before the one in the file. */
function addressed(sdl: string, file: string, environment: Environment): Supergraph {
  try {
    const supergraph = readSupergraph(sdl);
    return {
      ...supergraph,
      subgraphs: supergraph.subgraphs.map(({ name, url }) => ({
        name,
        url: environment[addressVariable(name)] || url,
      })),
    };
  } catch (error) {
    throw new Error(`PARCOURS_SUPERGRAPH is wrong: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function addressFaults(subgraphs: readonly SubgraphAddress[]): string[] {
  return subgraphs.flatMap(({ name, url }) => {
    if (url === "") return [`${addressVariable(name)} is missing: the supergraph gives no address for "${name}"`];
    const isHttp = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    return isHttp ? [] : [`${addressVariable(name)} is wrong: "${url}" is not an http address`];
  });
}

/** `front-door` → `SUBGRAPH_URL_FRONT_DOOR`. */
function addressVariable(name: string): string {
  return `SUBGRAPH_URL_${name.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
}

function readAgencies(file: string | undefined, supergraphFile: string): AgenciesBySubgraph {
  const generated = join(dirname(supergraphFile), "agencies.generated.json");
  if (file === undefined && !existsSync(generated)) return {};
  const text = readText("PARCOURS_AGENCIES_FILE", file ?? generated);
  const expected = new Error(
    `PARCOURS_AGENCIES_FILE is wrong: ${file ?? generated} should hold JSON like {"coaching": ["HUB"]}`,
  );
  try {
    const value: unknown = JSON.parse(text);
    if (!isAgencies(value)) throw expected;
    return value;
  } catch {
    throw expected;
  }
}

function isAgencies(value: unknown): value is AgenciesBySubgraph {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((codes) => Array.isArray(codes) && codes.every((code) => typeof code === "string"))
  );
}

function asSwitch(text: string): boolean {
  if (text !== "0" && text !== "1") throw new Error("expected 0 or 1");
  return text === "1";
}

function asMilliseconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 600_000)
    throw new Error("expected whole milliseconds from 1 to 600000");
  return value;
}

function asLevel(text: string): string {
  if (!["fatal", "error", "warn", "info", "debug", "trace", "silent"].includes(text))
    throw new Error("expected fatal, error, warn, info, debug, trace or silent");
  return text;
}
