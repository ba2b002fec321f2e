import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identityOf } from "../lib/process-identity.js";
import { tryLock, withLock } from "../lib/process-lock.js";

describe("a process lock", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lock-"));
    file = join(folder, "a.lock");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("lets one in and tells the other who it is", () => {
    const first = tryLock(file, "http://127.0.0.1:4000");
    const second = tryLock(file);
    expect("lock" in first).toBe(true);
    expect(second).toMatchObject({ holder: { pid: process.pid, note: "http://127.0.0.1:4000" } });
  });

  it("lets the next in after release, and leaves no file behind", () => {
    for (const _ of [1, 2]) {
      const attempt = tryLock(file);
      if ("lock" in attempt) attempt.lock.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["of a dead process", async () => JSON.stringify({ ...(await deadProcess()), note: "" })],
    [
      "of an earlier process with our number",
      () => Promise.resolve(JSON.stringify({ pid: process.pid, startedAt: "1", note: "" })),
    ],
    ["torn by a crash", () => Promise.resolve("")],
  ])("takes over a lock %s", async (_, content) => {
    writeFileSync(file, await content());
    expect("lock" in tryLock(file)).toBe(true);
  });

  it("runs the work of many one after the other", async () => {
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(
        file,
        5_000,
        () => new Error("busy"),
        async () => {
          most = Math.max(most, (inside += 1));
          await new Promise((resolve) => setTimeout(resolve, 5));
          inside -= 1;
        },
      );
    await Promise.all([work(), work(), work(), work()]);
    expect(most).toBe(1);
  });

  it("gives up after a while with the caller's error", async () => {
    tryLock(file);
    await expect(
      withLock(
        file,
        10,
        ({ pid }) => new Error(`held by ${pid}`),
        () => Promise.resolve(),
      ),
    ).rejects.toThrow(`held by ${process.pid}`);
  });
});

async function deadProcess(): Promise<object> {
  const child = spawn("sleep", ["60"]);
  await new Promise((resolve) => child.once("spawn", resolve));
  const identity = identityOf(child.pid ?? 0);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  return identity ?? {};
}
