/** An import as a person runs it: `pnpm import:…`, with its exit code and what it says. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SubgraphUnderTest } from "./run-operation.js";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/** A verb, and where it works. */
interface ImportVerb {
  /** The script behind it: `import-kbo` of `pnpm import:kbo`. */
  readonly verb: string;
  readonly subgraph: SubgraphUnderTest;
  /** The variable with the URL of the owner's role. */
  readonly ownerUrlVariable: string;
  /** Where it looks for files by itself. */
  readonly dataFolder: string;
}

/**
 * Runs the verb to its end.
 * @param interruptAt a text in its output at which Ctrl-C is pressed
 */
export async function runImportVerb(
  { verb, subgraph, ownerUrlVariable, dataFolder }: ImportVerb,
  args: readonly string[],
  interruptAt?: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ["scripts/run.mjs", verb, ...args], {
    cwd: workspace,
    env: {
      ...process.env,
      [ownerUrlVariable]: subgraph.testDatabase.ownerUrl,
      PARCOURS_DATA: dataFolder,
      NODE_OPTIONS: "",
    },
  });
  let output = "";
  let interrupted = false;
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    if (interrupted || interruptAt === undefined || !output.includes(interruptAt)) return;
    interrupted = true;
    child.kill("SIGINT");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, output };
}
