import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { messageOf } from "./command-failed.js";

/** A loopback TCP port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("The system gave no port.")),
      );
    });
  });
}

/** Loopback ports in a row that are somebody's until released. */
export interface ReservedPorts {
  readonly first: number;
  readonly release: () => void;
}

/** Ports are reserved in blocks; who has a block listens on its first port, and the others of the block are theirs to use. */
const blockSize = 16;

/**
 * Ports in a row that nobody listens on now, and that nobody else who reserves ports is given until they are released or this process ends.
 * They lie outside the range from which the system takes ports for outgoing connections, where it leaves enough, so that none of these takes one
 * before it is used.
 * @param count at most 15
 */
export async function reservePorts(count: number): Promise<ReservedPorts> {
  const blocks = blocksOutside(portsOfConnections());
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const block = blocks[Math.floor(Math.random() * blocks.length)] as number;
    const guard = await listenOn(block);
    if (guard === null) continue;
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isPortFree(block + 1 + index)));
    if (free.every(Boolean)) return { first: block + 1, release: () => void guard.unref().close() };
    guard.close();
  }
  throw new Error(`No ${count} free ports in a row.`);
}

/** What runs on ports that are its own until released. */
export interface OnPorts<Started> {
  readonly started: Started;
  readonly release: () => void;
}

/** Starts something on ports of its own; on others when some program that reserves none took one of these meanwhile. */
export async function onReservedPorts<Started>(
  count: number,
  start: (first: number) => Promise<Started>,
): Promise<OnPorts<Started>> {
  for (let attempt = 1; ; attempt += 1) {
    const { first, release } = await reservePorts(count);
    try {
      return { started: await start(first), release };
    } catch (error) {
      release();
      if (attempt === 5 || !messageOf(error).includes("EADDRINUSE")) throw error;
    }
  }
}

/** First and last of the ports that the system gives to outgoing connections; what Linux has by default where it does not say. */
function portsOfConnections(): readonly [number, number] {
  const file = "/proc/sys/net/ipv4/ip_local_port_range";
  const [first, last] = existsSync(file) ? readFileSync(file, "utf8").trim().split(/\s+/).map(Number) : [];
  return [first ?? 32_768, last ?? 65_535];
}

/** The first ports of the blocks beside a range; of all blocks where the range covers nearly everything. */
export function blocksOutside([first, last]: readonly [number, number]): readonly number[] {
  const all = Array.from({ length: 3_400 }, (_, index) => 10_000 + index * blockSize);
  const outside = all.filter((block) => block + blockSize <= first || block > last);
  return outside.length >= 20 ? outside : all;
}

function listenOn(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(server.unref()));
  });
}

/** Whether a loopback port is free to listen on. */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
