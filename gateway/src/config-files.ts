import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSupergraph } from "./answer/supergraph.js";
import type { SubgraphAddress, Supergraph } from "./answer/supergraph.js";
/** The files and addresses that settings name: the supergraph and the lists that composition writes beside it. */
import { deskUrl } from "./desk/desk-address.js";
import { systemCodeOf } from "./errors.js";
import type { FormerAgencies } from "./identity/identity.js";
import type { AgenciesBySubgraph } from "./plugins/partial-failure.js";

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a file that a setting names. @throws Error that names the setting and why it cannot be read */
export function readText(variable: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${variable} is wrong: ${file} cannot be read (${systemCodeOf(error) ?? String(error)})`);
  }
}

/** The supergraph with each subgraph's address, `SUBGRAPH_URL_FRONT_DOOR` before the one in the file. @throws Error */
export function addressed(sdl: string, file: string, environment: Environment): Supergraph {
  try {
    const supergraph = readSupergraph(sdl);
    return {
      ...supergraph,
      // The single desk is in this process: it has no address, and no secret of its own.
      subgraphs: supergraph.subgraphs
        .filter(({ url }) => url !== deskUrl)
        .map(({ name, url }) => ({ name, url: environment[addressVariable(name)] || url })),
    };
  } catch (error) {
    throw new Error(`PARCOURS_SUPERGRAPH is wrong: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Subgraphs without an address that can be called. */
export function addressFaults(subgraphs: readonly SubgraphAddress[]): string[] {
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

/** The agencies of each subgraph: from the file named, else from the one that composition wrote beside the supergraph. @throws Error */
export function readAgencies(file: string | undefined, supergraphFile: string): AgenciesBySubgraph {
  return readLists(
    { variable: "PARCOURS_AGENCIES_FILE", generated: "agencies.generated.json", example: '{"coaching": ["HUB"]}' },
    file,
    supergraphFile,
  );
}

/** The bodies that went up in each agency, likewise. @throws Error */
export function readFormerAgencies(file: string | undefined, supergraphFile: string): FormerAgencies {
  return readLists(
    {
      variable: "PARCOURS_FORMER_AGENCIES_FILE",
      generated: "former-agencies.generated.json",
      example: '{"FINANCE_INVEST": ["GIMB"]}',
    },
    file,
    supergraphFile,
  );
}

interface ListsFile {
  readonly variable: string;
  readonly generated: string;
  readonly example: string;
}

type Lists = Readonly<Record<string, readonly string[]>>;

function readLists(
  { variable, generated, example }: ListsFile,
  file: string | undefined,
  supergraphFile: string,
): Lists {
  const beside = join(dirname(supergraphFile), generated);
  if (file === undefined && !existsSync(beside)) return {};
  const text = readText(variable, file ?? beside);
  const expected = new Error(`${variable} is wrong: ${file ?? beside} should hold JSON like ${example}`);
  try {
    const value: unknown = JSON.parse(text);
    if (!isLists(value)) throw expected;
    return value;
  } catch {
    throw expected;
  }
}

function isLists(value: unknown): value is Lists {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((codes) => Array.isArray(codes) && codes.every((code) => typeof code === "string"))
  );
}
