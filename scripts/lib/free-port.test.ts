import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { blocksOutside, onReservedPorts, reservePorts } from "./free-port.js";

const opened: { close(): unknown }[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.close()));

async function listen(port: number): Promise<Server> {
  const server = createServer().listen({ port, host: "127.0.0.1", exclusive: true });
  await once(server, "listening");
  opened.push(server);
  return server;
}

describe("reserved ports", () => {
  it("are nobody else's, whoever reserves at the same time and before any of them is used", async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => reservePorts(7)));
    opened.push(...all.map(({ release }) => ({ close: release })));
    const ports = all.flatMap(({ first }) => Array.from({ length: 7 }, (_, index) => first + index));
    expect(new Set(ports).size).toBe(700);
  });

  it("are given up for others when a program takes one of them before they are used", async () => {
    const tried: number[] = [];
    const { started, release } = await onReservedPorts(3, async (first) => {
      tried.push(first);
      if (tried.length === 1) await listen(first + 1);
      return listen(first + 1);
    });
    opened.push({ close: release });
    expect(tried).toHaveLength(2);
    expect(started.address()).toMatchObject({ port: (tried[1] ?? 0) + 1 });
  });

  it("are not tried again for another reason", async () => {
    const start = jest.fn(() => Promise.reject(new Error("no database")));
    await expect(onReservedPorts(3, start)).rejects.toThrow("no database");
    expect(start).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["Linux as it comes", [32_768, 60_999], (block: number) => block + 16 <= 32_768 || block > 60_999],
    ["a sandbox that takes most", [16_000, 65_535], (block: number) => block + 16 <= 16_000],
    ["a system that takes all: there is no better", [1_024, 65_535], () => true],
  ] as const)("lie beside those of outgoing connections on %s", (_, range, isBeside) => {
    const blocks = blocksOutside(range);
    expect(blocks.length).toBeGreaterThan(20);
    expect(blocks.every(isBeside)).toBe(true);
    expect(Math.max(...blocks)).toBeLessThan(65_520);
  });
});
