import { existsSync, readFileSync } from "node:fs";
import { exampleQueryFile } from "./process-plans.js";

/** What the last lines of a start are made from. */
export interface WelcomeFacts {
  readonly root: string;
  /** Where GraphQL is answered. */
  readonly url: string;
  /** The demonstration caller, E.164. */
  readonly caller: string;
}

/** The last lines of a start: what this is, where it answers, whom to try, what to paste, how to stop. */
export function welcome({ root, url, caller }: WelcomeFacts): string {
  const file = exampleQueryFile(root);
  const query = existsSync(file) ? readFileSync(file, "utf8").trim() : `{ caller(phone: "${caller}") { outcome } }`;
  return [
    "",
    ...boxed([
      "OPEN DEMONSTRATION: whoever reaches this machine's loopback reads everything as",
      "a 1819 advisor, without signing in. The people are invented. Not for real data.",
    ]),
    "",
    `ready: ${url}`,
    `try: ${caller}`,
    "",
    `Open ${url} in a browser and paste this, with the variables {"phone": "${caller}"}:`,
    "",
    query,
    "",
    "Stop with Ctrl-C; the data stays, and the next start is ready in seconds.",
  ].join("\n");
}

function boxed(lines: readonly string[]): string[] {
  const width = Math.max(...lines.map(({ length }) => length));
  const edge = "─".repeat(width + 4);
  return [`  ┌${edge}┐`, ...lines.map((line) => `  │  ${line.padEnd(width)}  │`), `  └${edge}┘`];
}
