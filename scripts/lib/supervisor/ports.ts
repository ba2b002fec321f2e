import { CommandFailed } from "../command-failed.js";
import type { Subgraph } from "../discover-subgraphs.js";
import { freePortRange, isPortFree } from "../free-port.js";
import type { Ports } from "../settings.js";

/** Ports nobody uses, for a system beside another. */
export async function freePorts(subgraphs: readonly Subgraph[]): Promise<Ports> {
  const gateway = await freePortRange(subgraphs.length + 2);
  return {
    gateway,
    issuer: gateway + subgraphs.length + 1,
    subgraphs: Object.fromEntries(subgraphs.map(({ name }, index) => [name, gateway + index + 1])),
  };
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
