import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demonstrationHandles } from "@parcours/shared/demonstration/people";
import { stateFolder } from "../workspace.js";
import { exampleQueryFile } from "./process-plans.js";

/** What the last lines of a start are made from. */
export interface WelcomeFacts {
  readonly root: string;
  /** Where the question to paste is kept; the checkout's own unless told. */
  readonly folder?: string;
  /** Where GraphQL is answered. */
  readonly url: string;
  /** The demonstration caller, E.164. */
  readonly caller: string;
}

const questionFile = "caller.json";

/** The last lines of a start: what this is, where it answers, whom to try, who can sign in, what to paste, how to stop. */
export function welcome(facts: WelcomeFacts): string {
  const { url, caller } = facts;
  return [
    "",
    ...boxed([
      "DEMONSTRATION: the people are invented, and whoever reaches this machine's loopback",
      "signs in as any of them, without a password. Not for real data.",
    ]),
    "",
    `ready: ${url}`,
    `try: ${caller}`,
    "",
    `Open ${url} in a browser and choose who you are, or ask as tom, an advisor of 1819 whose telephone rings:`,
    "",
    paste(facts),
    "",
    `Others who can sign in: ${demonstrationHandles.filter((handle) => handle !== "tom").join(", ")}.`,
    "Stop with Ctrl-C; the data stays, and the next start is ready in seconds.",
  ].join("\n");
}

/** A command for the shell, from the checkout, that asks who is calling. */
function paste({ root, url, caller, folder = stateFolder(root) }: WelcomeFacts): string {
  const file = exampleQueryFile(root);
  const query = existsSync(file)
    ? readFileSync(file, "utf8")
    : "query ($phone: String!) { caller(phone: $phone) { outcome } }";
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, questionFile), `${JSON.stringify({ query, variables: { phone: caller } })}\n`);
  return [
    `curl ${url} -H "Authorization: Bearer $(npx -y pnpm@12.21.0 -s run token tom)" \\`,
    `  -H "X-Purpose: CALL" -H "X-Case: call-2026-0412" \\`,
    `  -H "Content-Type: application/json" -d @.parcours/${questionFile}`,
  ].join("\n");
}

function boxed(lines: readonly string[]): string[] {
  const width = Math.max(...lines.map(({ length }) => length));
  const edge = "─".repeat(width + 4);
  return [`  ┌${edge}┐`, ...lines.map((line) => `  │  ${line.padEnd(width)}  │`), `  └${edge}┘`];
}
