/** What an answer costs: calls of subgraphs, from the gateway's log, and SQL statements, from what each subgraph counts. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { System } from "../../scripts/lib/supervisor/system.js";
import { send, until } from "./asking.js";

/** What one answer cost: how often each subgraph was called, and how many SQL statements each sent. */
export interface Cost {
  readonly calls: Readonly<Record<string, number>>;
  readonly statements: Readonly<Record<string, number>>;
}

/** Asks the same twice with these headers and says what the second time cost: by then every statement is prepared and every plan is made. */
export async function costOf(
  system: System,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): Promise<Cost> {
  await send(system.gatewayUrl, { query, variables }, headers);
  const before = await statementsOf(system);
  const requestId = randomUUID();
  await send(system.gatewayUrl, { query, variables }, { ...headers, "x-request-id": requestId });
  const after = await statementsOf(system);
  const statements = Object.fromEntries(Object.entries(after).map(([of, count]) => [of, count - (before[of] ?? 0)]));
  return { calls: await callsOf(system, requestId), statements };
}

/** How many SQL statements each subgraph's process has sent so far; feeds at rest send some too, which the reader of a difference must allow for. */
async function statementsOf(system: System): Promise<Record<string, number>> {
  const counts = Object.entries(system.subgraphs).map(async ([name, { url }]) => {
    const { statements } = (await (await fetch(`${url}/health/live`)).json()) as { statements: number };
    return [name, statements] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** How often each subgraph was called for one request, from the gateway's log. */
async function callsOf(system: System, requestId: string): Promise<Record<string, number>> {
  let line: { subgraphs: Record<string, { count: number }> } | undefined;
  await until("the gateway's log tells of the request", async () => {
    const lines = readFileSync(join(system.logFolder, "gateway.log"), "utf8").split("\n");
    const found = lines.find((candidate) => candidate.includes(requestId));
    line = found === undefined ? undefined : (JSON.parse(found) as typeof line);
    return line !== undefined;
  });
  return Object.fromEntries(Object.entries(line?.subgraphs ?? {}).map(([name, { count }]) => [name, count]));
}
