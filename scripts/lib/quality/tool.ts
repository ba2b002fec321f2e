import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** What a tool said, and whether it was content. */
export interface ToolRun {
  readonly ok: boolean;
  readonly output: string;
}

/**
 * Runs a tool of `node_modules/.bin` to its end.
 * @param cwd the folder it looks at: the workspace, or a test's own
 */
export function runTool(root: string, name: string, args: readonly string[], cwd: string = root): Promise<ToolRun> {
  const programs = join(root, "node_modules/.bin");
  // One tool may start another (oxlint its type checker), which it looks for in the path.
  return run(join(programs, name), args, cwd, { PATH: [programs, process.env["PATH"]].join(delimiter) });
}

/** Runs a compiled script of this workspace to its end, as `pnpm` would. */
export function runScript(root: string, file: string, args: readonly string[]): Promise<ToolRun> {
  return run(process.execPath, ["--enable-source-maps", join(root, file), ...args], root);
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...environment, FORCE_COLOR: "0", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer): void => void (output += chunk.toString("utf8"));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) =>
      resolve({ ok: false, output: `${command} cannot be run (${error.message}): run \`pnpm install\`.` }),
    );
    child.on("close", (code) => resolve({ ok: code === 0, output: stripVTControlCharacters(output).trim() }));
  });
}
