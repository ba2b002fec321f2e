import { execFile } from "node:child_process";
import { join } from "node:path";
import { workspaceRoot } from "../lib/workspace.js";

/** Runs a verb to its end. A bench that misses its target ends with 1, which a trial run may. */
function bench(options: readonly string[]): Promise<{ code: number; output: string; said: string }> {
  const program = join(workspaceRoot(), "scripts/run.mjs");
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "bench", ...options], { timeout: 280_000 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stdout, said: stderr });
    });
  });
}

const interval = { median: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };

describe("pnpm bench", () => {
  it("caller: both contenders answer the same, and the last line is JSON with ratios and their intervals", async () => {
    const { code, output, said } = await bench(["caller", "--quick"]);
    expect({ code: code <= 1, said }).toEqual({ code: true, said: expect.stringContaining("both answer the same") });
    const report = JSON.parse(output.trimEnd().split("\n").at(-1) ?? "") as Record<string, unknown>;
    expect(report).toMatchObject({
      bench: "caller",
      ratioRest1: interval,
      ratioRest16: interval,
      ratioRest64: interval,
      p50Ratio100kTo1k: interval,
      sameAnswers: { phones: 100, meanBytes: expect.any(Number) },
      versions: { node: process.versions.node, postgres: expect.any(String), "@apollo/gateway": expect.any(String) },
      ok: expect.any(Boolean),
    });
  }, 300_000);

  it("matching: the front door's own matcher is held against known errors, and the last line is JSON", async () => {
    const { code, output } = await bench(["matching", "--quick"]);
    expect(code).toBeLessThanOrEqual(1);
    const report = JSON.parse(output.trimEnd().split("\n").at(-1) ?? "") as Record<string, unknown>;
    expect(report).toMatchObject({
      bench: "matching",
      precision: expect.any(Number),
      recall: expect.any(Number),
      queue: { share: expect.any(Number) },
      ok: expect.any(Boolean),
    });
    // A town of 2,000 has few duplicates of each class, but a matcher that finds nobody, or everybody, is seen.
    expect(report["recall"]).toBeGreaterThan(0.8);
    expect(report["precision"]).toBeGreaterThan(0.9);
  }, 120_000);

  it("says which benches there are", async () => {
    const { code, said } = await bench(["nothing"]);
    expect(code).toBe(2);
    expect(said).toMatch(/^There is no bench "nothing"\. Usage: pnpm bench caller\|log(\|\w+)* \[options\]\n$/);
  }, 60_000);

  it("says how options are written", async () => {
    const { code, said } = await bench(["caller", "--slices", "one"]);
    expect({ code, said }).toEqual({
      code: 2,
      said: expect.stringContaining("--slices must be a whole number from 2. Usage: pnpm bench caller"),
    });
  }, 60_000);
});
