/** Both imports of real public records into a running system, and what the graph shows of them. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startSystem, type System } from "../lib/supervisor/system.js";
import { workspaceRoot } from "../lib/workspace.js";

const root = workspaceRoot();
const data = resolve(root, process.env["PARCOURS_DATA"] ?? "../shared/data");
const extract = join(data, "kbo-extract-2024-09");
const awards = join(data, "state-aid-tam-belgium/state_aid_awards_belgium_2016_2020.csv");
const isThere = existsSync(extract) && existsSync(awards);
if (!isThere) console.warn(`skipped: no real records in ${data} (set PARCOURS_DATA)`);

const query = `query ($real: String!, $invented: String!) {
  real: enterprise(number: $real) {
    registryState name
    supports { edges { node { __typename agency { code } since ... on StateAidAward { aidElement { amount currency } label(language: EN) } } } }
  }
  invented: enterprise(number: $invented) { registryState name }
  caller(phone: "02 315 13 51") { outcome enterprise { number } }
}`;

(isThere ? describe : describe.skip)("real records, imported while the system runs", () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({
      name: "real-data",
      seed: { entrepreneurs: 60, seed: "1819", asOf: "2026-03-31" },
      environment: { SUBGRAPH_TIMEOUT_MS: "20000", ANSWER_TIMEOUT_MS: "20000" },
    });
    const owners = {
      DATABASE_OWNER_URL_REGISTRY: system.ownerUrl("registry"),
      DATABASE_OWNER_URL_FINANCING: system.ownerUrl("financing"),
    };
    const verb = (...args: string[]) =>
      promisify(execFile)(process.execPath, ["scripts/run.mjs", ...args], {
        cwd: root,
        env: { ...process.env, ...owners, NODE_OPTIONS: "" },
        maxBuffer: 16 * 1024 * 1024,
      });
    await verb("import-kbo", extract, "--extract", "127", "--snapshot", "2024-09-01");
    await verb("import-state-aid", awards);
  }, 180_000);
  afterAll(() => system.stop());

  async function ask(): Promise<unknown> {
    const response = await fetch(system.gatewayUrl, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en", ...(await system.people.headers()) },
      body: JSON.stringify({ query, variables: { real: "0202.239.951", invented: "0010000007" } }),
    });
    return ((await response.json()) as { data: unknown }).data;
  }

  it("show the register's real name, the real award, and the demonstration's own enterprises still there", async () => {
    let answer = await ask();
    // The award reaches the directory by the feed, within moments.
    for (let attempt = 0; attempt < 100 && !JSON.stringify(answer).includes("INNOVIRIS"); attempt += 1) {
      await new Promise((done) => setTimeout(done, 200));
      answer = await ask();
    }
    const award = {
      __typename: "StateAidAward",
      agency: { code: "INNOVIRIS" },
      since: "2018-11-09",
      aidElement: { amount: "592255.00", currency: "EUR" },
      label: "Direct grant · Research and development",
    };
    expect(answer).toEqual({
      real: { registryState: "KNOWN", name: "PROXIMUS", supports: { edges: [{ node: award }] } },
      invented: { registryState: "KNOWN", name: "Imprimerie Iris" },
      caller: { outcome: "ONE", enterprise: { number: "0200362408" } },
    });
  });
});
