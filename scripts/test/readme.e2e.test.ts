/** What the README shows is what the product does: its query and its command are run, their answers compared, its people looked for. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import { withClient } from "@parcours/shared/database-roles";
import { demonstrationHandles } from "@parcours/shared/demonstration/people";
import { discoverSubgraphs, environmentName } from "../lib/discover-subgraphs.js";
import { startSystem, type System } from "../lib/supervisor/system.js";
import { welcome } from "../lib/supervisor/welcome.js";
import { workspaceRoot } from "../lib/workspace.js";

/** Deadlines are another test's: this one may run beside others on a small machine. */
const patience = { SUBGRAPH_TIMEOUT_MS: "20000", ANSWER_TIMEOUT_MS: "20000" };
const root = workspaceRoot();
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The first fenced block of a language that holds a text. */
function block(language: string, holding = ""): string {
  const all = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text]) => text);
  const found = all.find((text) => text?.includes(holding));
  if (!found) throw new Error(`the README shows no ${language}`);
  return found.trim();
}

describe("the README", () => {
  let system: System;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "readme-"));
    // A smaller world is the beginning of a larger one: the caller's story is the same in both.
    system = await startSystem({
      name: "readme",
      seed: { entrepreneurs: 60, seed: "1819", asOf: "2026-03-31" },
      environment: patience,
    });
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await system.stop();
  });

  async function ask(): Promise<string> {
    const response = await fetch(system.gatewayUrl, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en", ...(await system.people.headers()) },
      body: JSON.stringify({ query: block("graphql") }),
    });
    return response.text();
  }

  it("shows the real answer to its query", async () => {
    const shown: unknown = JSON.parse(block("json"));
    // In the first moment of a new system the directory has not read every feed yet.
    for (let attempt = 0; attempt < 50 && !isDeepStrictEqual(JSON.parse(await ask()), shown); attempt += 1) {
      await new Promise((done) => setTimeout(done, 200));
    }
    expect(JSON.parse(await ask())).toEqual(shown);
  });

  it("shows the command that a start prints, and it answers", async () => {
    const shown = block("sh", "curl");
    const said = welcome({ folder, url: "http://127.0.0.1:4000/graphql", caller: system.caller ?? "", root });
    expect(said).toContain(shown);
    const command = shown
      .replace("http://127.0.0.1:4000/graphql", system.gatewayUrl)
      .replace(".parcours/", `${folder}/`);
    const environment = { ...process.env, PARCOURS_ISSUER_URL: system.issuer.url, NODE_OPTIONS: "" };
    const { stdout } = await promisify(execFile)("/bin/sh", ["-c", command], { cwd: root, env: environment });
    const { data, errors } = JSON.parse(stdout) as {
      data: { caller: { outcome: string; entrepreneur: { displayName: string } } };
      errors?: unknown;
    };
    expect([errors, data.caller.outcome, data.caller.entrepreneur.displayName]).toEqual([
      undefined,
      "ONE",
      "Amina El Khattabi",
    ]);
  });

  it("has periods that `pnpm retain` counts, and looks in a log that `pnpm verify-log` finds whole until a row is changed", async () => {
    const urls = discoverSubgraphs().map(({ name }) => [
      `DATABASE_OWNER_URL_${environmentName(name)}`,
      system.ownerUrl(name),
    ]);
    const environment = { ...process.env, ...(Object.fromEntries(urls) as Record<string, string>), NODE_OPTIONS: "" };
    const run = (...words: string[]): Promise<{ code: number; said: string }> =>
      promisify(execFile)(process.execPath, ["scripts/run.mjs", ...words], { cwd: root, env: environment }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
          code,
          said: stdout + stderr,
        }),
      );
    const verify = (): ReturnType<typeof run> => run("verify-log");
    await ask();
    expect(readme).toContain("pnpm verify-log; pnpm retain --dry-run ");
    expect(await run("retain", "--dry-run")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/front-door +entrepreneur +PERSON +\d+ would go +\d+ stay[^]* rows would go, as of /),
    });
    expect(await verify()).toMatchObject({ code: 0, said: expect.stringMatching(/front-door +\d+ chains, [1-9]/) });
    await withClient(system.ownerUrl("front-door"), (owner) =>
      owner.query("update access_log set case_reference = 'another' where position = 1"),
    );
    const { code, said } = await verify();
    expect([code, said]).toEqual([1, expect.stringMatching(/front-door: chain [0-9a-f-]{36}.* 1 .*changed/)]);
  });

  it("names everybody who can sign in", () => {
    const rows = readme
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .join("\n");
    expect(demonstrationHandles.filter((handle) => !rows.includes(`\`${handle}\``))).toEqual([]);
  });

  it("is short", () => expect(readme.split("\n").length).toBeLessThanOrEqual(120));
});
