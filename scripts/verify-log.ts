/**
 * `pnpm verify-log [--subgraph NAME]`: walks every chain of the access log of every subgraph, or of one, and names each row that was
 * changed, is missing or out of order. Ends with 0 where all logs are whole, with 1 where one is not.
 */
import { parseArgs } from "node:util";
import { CommandFailed, messageOf } from "./lib/command-failed.js";
import { discoverSubgraphs } from "./lib/discover-subgraphs.js";
import { runVerb } from "./lib/run-verb.js";
import { withOwnedDatabases } from "./lib/supervisor/running-cluster.js";
import { verifyLog, type LogReport } from "./lib/verify-log/verify-log.js";

const usage = "pnpm verify-log [--subgraph NAME]";

await runVerb(async () => {
  const only = subgraphIn(process.argv.slice(2));
  const subgraphs = discoverSubgraphs();
  const names = subgraphs.map(({ name }) => name);
  if (only !== undefined && !names.includes(only))
    throw new CommandFailed(`There is no subgraph ${only}; there are ${names.join(", ")}. Usage: ${usage}`, 2);
  const reports = await withOwnedDatabases("verify-log", subgraphs, async (targets) => {
    const found: LogReport[] = [];
    for (const target of targets.filter(({ name }) => only === undefined || name === only)) {
      const others = targets.filter(({ name }) => name !== target.name);
      const report = await verifyLog(target, others);
      tell(report);
      found.push(report);
    }
    return found;
  });
  const faults = reports.flatMap((report) => report.faults).length;
  console.log(summary(reports));
  if (faults > 0) throw new CommandFailed("The access log is not whole.");
});

function subgraphIn(options: readonly string[]): string | undefined {
  try {
    const args = options.filter((option) => option !== "--");
    return parseArgs({ args, options: { subgraph: { type: "string" } } }).values.subgraph;
  } catch (error) {
    throw new CommandFailed(`${messageOf(error)}. Usage: ${usage}`, 2);
  }
}

function tell({ name, chains, rows, roots, rootsKept, faults }: LogReport): void {
  const days =
    roots === 0 ? "no daily root yet" : `${count(roots)} daily roots, ${count(rootsKept)} of them kept by others`;
  console.log(`${name.padEnd(16)} ${count(chains)} chains, ${count(rows)} rows, ${days}`);
  for (const fault of faults) console.log(fault);
}

function summary(reports: readonly LogReport[]): string {
  const sum = (of: (report: LogReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const [rows, seconds] = [sum((report) => report.rows), sum((report) => report.seconds)];
  const speed = seconds > 0 ? `, ${count(Math.round(rows / seconds))} rows/s` : "";
  return `${count(sum(({ chains }) => chains))} chains, ${count(rows)} rows, ${count(sum(({ roots }) => roots))} daily roots in ${seconds.toFixed(1)} s${speed}`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
