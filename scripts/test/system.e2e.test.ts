import { withClient } from "@parcours/shared/database-roles";
import { startSystem, type System } from "../lib/supervisor/system.js";
import { brokenProgram, fakeWorkspace, weakProgram, type FakeWorkspace } from "./fake-workspace.js";

describe("a system for a test", () => {
  let workspace: FakeWorkspace;
  let system: System;
  const answers = async (url: string): Promise<boolean> => (await fetch(url).catch(() => undefined))?.ok ?? false;

  beforeAll(async () => {
    workspace = await fakeWorkspace({ hall: "", garden: "" });
    system = await startSystem({ name: "fake", root: workspace.root, environment: { COLOUR: "green" } });
  }, 60_000);
  afterAll(async () => {
    await system.stop();
    expect(workspace.processes()).toEqual([]);
    workspace.remove();
  });

  it("runs gateway and subgraphs on ports of their own, with migrated databases", async () => {
    expect(await answers(system.gatewayUrl)).toBe(true);
    const { environment } = (await (await fetch(system.subgraphs["hall"]?.url ?? "")).json()) as {
      environment: Record<string, string>;
    };
    expect(environment["COLOUR"]).toBe("green");
    const { rowCount } = await withClient(system.ownerUrl("hall"), (client) => client.query("select from migrations"));
    expect(rowCount).toBeGreaterThan(0);
  });

  it("keeps a subgraph down that a test killed, until the test starts it", async () => {
    const garden = system.subgraphs["garden"];
    if (!garden) throw new Error("no garden");
    await garden.kill();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([garden.pid, await answers(garden.url)]).toEqual([undefined, false]);
    await garden.start();
    expect(await answers(garden.url)).toBe(true);
  });

  it("starts a subgraph again that died by itself", async () => {
    const garden = system.subgraphs["garden"];
    process.kill(garden?.pid ?? 0, "SIGKILL");
    for (let tries = 0; tries < 100 && !system.events.some((event) => event.startsWith("garden is back")); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await answers(garden?.url ?? "")).toBe(true);
  });

  it("waits longer each time for one that dies again and again", async () => {
    const weak = await fakeWorkspace({ hall: "", weak: weakProgram });
    const other = await startSystem({ name: "weak", root: weak.root });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const waits = other.events.flatMap((event) => /again in ([\d.]+) s/.exec(event)?.[1] ?? []);
    expect(waits.slice(0, 3)).toEqual(["0.2", "0.4", "0.8"]);
    await other.stop();
    expect(weak.processes()).toEqual([]);
    weak.remove();
  }, 30_000);

  it("leaves nothing when a process does not come up", async () => {
    const broken = await fakeWorkspace({ hall: "", cellar: brokenProgram });
    await expect(startSystem({ name: "broken", root: broken.root })).rejects.toThrow(
      "cellar ended before it listened (exit code 3): the moon is in the wrong quarter",
    );
    expect(broken.processes()).toEqual([]);
    broken.remove();
  }, 30_000);
});
