import { CommandFailed } from "../command-failed.js";
import type { Subgraph } from "../discover-subgraphs.js";
import { isPortFree } from "../free-port.js";
import type { Ports } from "../settings.js";

/** The ports of a system beside another, from the first of those reserved for it: as many as `portsOfSystem` says. */
export function portsFrom(first: number, subgraphs: readonly Subgraph[]): Ports {
  return {
    gateway: first,
    issuer: first + subgraphs.length + 1,
    subgraphs: Object.fromEntries(subgraphs.map(({ name }, index) => [name, first + index + 1])),
  };
}

/** How many ports a system takes: one of each subgraph, the gateway's and the issuer's. */
export function portsOfSystem(subgraphs: readonly Subgraph[]): number {
  return subgraphs.length + 2;
}

/** Refuses to begin when another program listens on one of them. @throws CommandFailed that names each port and what to do */
export async function refuseTakenPorts({ gateway, issuer, subgraphs }: Ports): Promise<void> {
  const all: [string, number][] = [["gateway", gateway], ...Object.entries(subgraphs), ["issuer", issuer]];
  const free = await Promise.all(all.map(([, port]) => isPortFree(port)));
  const taken = all.filter((_, index) => !free[index]).map(([name, port]) => `${port} (${name})`);
  if (taken.length === 0) return;
  const [subject, them] = taken.length === 1 ? ["Port", "it"] : ["Ports", "them"];
  throw new CommandFailed(
    `${subject} ${taken.join(", ")} ${taken.length === 1 ? "is" : "are"} taken by another program: end it, or set PARCOURS_PORT_BASE=21000 to use other ports instead of ${them}.`,
  );
}
