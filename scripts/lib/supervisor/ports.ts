import { CommandFailed } from "../command-failed.js";
import { environmentName, type Subgraph } from "../discover-subgraphs.js";
import { freePort, isPortFree } from "../free-port.js";

/** Where the demonstration's gateway listens; a subgraph's port stands in its manifest. Source: design 10. */
const gatewayPort = 4000;

/** The loopback port of every process. */
export interface Ports {
  readonly gateway: number;
  /** By subgraph name. */
  readonly subgraphs: Readonly<Record<string, number>>;
}

/**
 * The ports of the settings: those of the manifests and 4000 for the gateway; `PARCOURS_PORT_BASE` moves all of them (the gateway to
 * it, 4003 to its third neighbour), `PARCOURS_PORT_GATEWAY` and `PARCOURS_PORT_<SUBGRAPH>` one.
 * @throws CommandFailed on a setting that is no port
 */
export function portsOf(subgraphs: readonly Subgraph[], environment: NodeJS.ProcessEnv = process.env): Ports {
  const base = asPort("PARCOURS_PORT_BASE", environment) ?? gatewayPort;
  const own = (name: string): number | undefined => asPort(`PARCOURS_PORT_${environmentName(name)}`, environment);
  return {
    gateway: own("gateway") ?? base,
    subgraphs: Object.fromEntries(subgraphs.map(({ name, manifest }) => [name, own(name) ?? base + manifest.port - gatewayPort])),
  };
}

/** Ports nobody uses, for a system beside another. */
export async function freePorts(subgraphs: readonly Subgraph[]): Promise<Ports> {
  const [gateway = 0, ...others] = await Promise.all([undefined, ...subgraphs].map(() => freePort()));
  return { gateway, subgraphs: Object.fromEntries(subgraphs.map(({ name }, index) => [name, others[index] ?? 0])) };
}

/** Refuses to begin when another program listens on one of them. @throws CommandFailed that names each port and what to do */
export async function refuseTakenPorts({ gateway, subgraphs }: Ports): Promise<void> {
  const all: [string, number][] = [["gateway", gateway], ...Object.entries(subgraphs)];
  const free = await Promise.all(all.map(([, port]) => isPortFree(port)));
  const taken = all.filter((_, index) => !free[index]).map(([name, port]) => `${port} (${name})`);
  if (taken.length === 0) return;
  const [subject, them] = taken.length === 1 ? ["Port", "it"] : ["Ports", "them"];
  throw new CommandFailed(`${subject} ${taken.join(", ")} ${taken.length === 1 ? "is" : "are"} taken by another program: end it, or set PARCOURS_PORT_BASE=21000 to use other ports instead of ${them}.`);
}

function asPort(variable: string, environment: NodeJS.ProcessEnv): number | undefined {
  const text = environment[variable];
  if (text === undefined || text === "") return undefined;
  const port = Number(text);
  // Room above the base for the subgraphs.
  if (Number.isInteger(port) && port > 0 && port <= 65_000) return port;
  throw new CommandFailed(`${variable} is "${text}": give a port from 1 to 65000.`);
}
