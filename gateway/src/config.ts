/** The gateway's settings: flags first, then the environment, then defaults; all faults are named at once, and nothing starts. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ConfigError, asPort, asText, readConfig } from "@parcours/shared/config";
import type { Setting } from "@parcours/shared/config";
import type { Supergraph } from "./answer/supergraph.js";
import { addressFaults, addressed, readAgencies, readFormerAgencies, readText } from "./config-files.js";
import type { Environment } from "./config-files.js";
import { identitySettings, readIdentityConfig } from "./identity/identity-config.js";
import type { IdentityConfig } from "./identity/identity-config.js";
import type { FormerAgencies } from "./identity/identity.js";
import { isLoopback } from "./loopback.js";
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
  /** JSON. */
  readonly exampleVariables: string | undefined;
  readonly subgraphMilliseconds: number;
  readonly answerMilliseconds: number;
  /** Ends with its parent. */
  readonly isSupervised: boolean;
  readonly logLevel: string;
  /** Undefined where nobody signs in. */
  readonly identity: IdentityConfig | undefined;
}

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

const processSettings = {
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
  exampleVariables: {
    variable: "PARCOURS_EXAMPLE_VARIABLES",
    purpose:
      "JSON object of the variables that GraphiQL opens with; else those of the operation's comment `# Variables: {…}`",
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

/** Every setting of the gateway but the subgraphs' addresses (`SUBGRAPH_URL_<NAME>`). */
export const gatewaySettings = { ...processSettings, ...identitySettings };

/**
 * Reads flags and environment.
 * @throws ConfigError that names every missing and wrong setting
 */
export function readGatewayConfig(argv: readonly string[], environment: Environment): GatewayConfig {
  const settings = readConfig(processSettings, { ...environment, ...variablesFrom(argv) });
  const faults: string[] = [];
  const attempt = <Value>(read: () => Value, otherwise: Value): Value => {
    try {
      return read();
    } catch (error) {
      faults.push(faultOf(error));
      return otherwise;
    }
  };
  const isSignInAsked = Boolean(environment[identitySettings.issuers.variable]);
  attempt(() => mustBeLoopback(settings.host, settings.isAnonymousAllowed || isSignInAsked), undefined);
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
  const names = supergraph.subgraphs.map(({ name }) => name);
  const former = (file: string | undefined): FormerAgencies => readFormerAgencies(file, settings.supergraphFile);
  const identity = attempt(() => readIdentityConfig(environment, calledOverNetwork(supergraph), former), undefined);
  faults.push(...addressFaults(supergraph.subgraphs), ...spineFaults(settings.spine, names));
  if (faults.length > 0) throw new ConfigError(`Settings to mend:\n  ${faults.join("\n  ")}`);
  return { ...settings, supergraphSdl, supergraph, agencies, exampleQuery, identity };
}

/** A fault as one line of the list; a part that names several faults has a heading of its own. */
function faultOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return error instanceof ConfigError ? text.replace(/^.*\n */, "") : text;
}

/** A part that the gateway serves itself has an address that is nowhere (RFC 6761): nobody calls it, and it needs no secret. */
function calledOverNetwork({ subgraphs }: Supergraph): string[] {
  return subgraphs
    .filter(({ url }) => !URL.canParse(url) || !new URL(url).hostname.endsWith(".invalid"))
    .map(({ name }) => name);
}

/** A supergraph that could not be read is a fault already. */
function spineFaults(spine: string | undefined, names: readonly string[]): string[] {
  if (spine === undefined || names.length === 0 || names.includes(spine)) return [];
  return [`SPINE is wrong: the supergraph has no subgraph "${spine}"`];
}

const empty: Supergraph = { subgraphs: [], ownersOf: () => [], fieldTypes: new Map() };

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
  if (isAllowed || isLoopback(host)) return;
  throw new Error(
    `HOST is wrong: ${host} can be reached from other machines, and nobody signs in; listen on 127.0.0.1, or add --allow-anonymous if everybody may read everything`,
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
