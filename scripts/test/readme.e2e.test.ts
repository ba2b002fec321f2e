/** What the README shows is what the product does: its query is run, and its answer compared. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { startSystem, type System } from "../lib/supervisor/system.js";
import { workspaceRoot } from "../lib/workspace.js";

/** Deadlines are another test's: this one may run beside others on a small machine. */
const patience = { SUBGRAPH_TIMEOUT_MS: "20000", ANSWER_TIMEOUT_MS: "20000" };
const readme = readFileSync(join(workspaceRoot(), "README.md"), "utf8");

/** The fenced block of a language. */
function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (!found) throw new Error(`the README shows no ${language}`);
  return found;
}

describe("the README", () => {
  let system: System;
  beforeAll(async () => {
    // A smaller world is the beginning of a larger one: the caller's story is the same in both.
    system = await startSystem({
      name: "readme",
      seed: { entrepreneurs: 60, seed: "1819", asOf: "2026-03-31" },
      environment: patience,
    });
  }, 120_000);
  afterAll(() => system.stop());

  async function ask(): Promise<string> {
    const response = await fetch(system.gatewayUrl, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en" },
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
});
