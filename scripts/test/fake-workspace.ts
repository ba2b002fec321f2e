/** A workspace of tiny programs in a temporary folder, for tests of what starts and ends processes. The starting code is the real one. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reservePorts } from "../lib/free-port.js";
import { workspaceRoot } from "../lib/workspace.js";

/** A workspace made for one test. */
export interface FakeWorkspace {
  readonly root: string;
  readonly portBase: number;
  /** Starts it as `pnpm start` would. */
  start(environment?: Record<string, string>): Run;
  /** Runs another verb to its end. @returns what it said */
  verb(name: string, ...options: string[]): Promise<string>;
  /** Processes with this folder in their command line. */
  processes(): string[];
  remove(): void;
}

/** A running verb. */
export interface Run {
  readonly child: ChildProcess;
  output(): string;
  /** Waits for a text in its output. */
  says(pattern: RegExp, milliseconds?: number): Promise<RegExpExecArray>;
  /** Waits for its end. @returns its exit code */
  ended(): Promise<number | null>;
}

/** Serves what it was given, drains on SIGTERM, ends with its parent. */
const program = `
import { createServer } from "node:http";
const server = createServer((request, response) => response.end(JSON.stringify({ pid: process.pid, environment: process.env })));
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send({ type: "listening", port: server.address().port }));
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
`;

/** Hears nothing: neither SIGTERM nor that its parent is gone. */
export const stubbornProgram = program.replace(
  /process\.once\("(SIGTERM|disconnect)".*/g,
  'process.on("$1", () => undefined);',
);

/** Cannot start. */
export const brokenProgram = 'console.error("the moon is in the wrong quarter"); process.exit(3);';

/** Dies soon after it came up. */
export const weakProgram = `${program}\nsetTimeout(() => process.exit(1), 50);`;

/** Makes a workspace with these subgraphs and a gateway. */
export async function fakeWorkspace(programs: Record<string, string>): Promise<FakeWorkspace> {
  const root = mkdtempSync(join(tmpdir(), "fake-workspace-"));
  chmodSync(root, 0o755);
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write("pnpm-workspace.yaml", "packages: []\n");
  write("package.json", '{ "type": "module" }');
  symlinkSync(join(workspaceRoot(), "node_modules"), join(root, "node_modules"));
  cpSync(join(workspaceRoot(), "scripts/dist"), join(root, "scripts/dist"), { recursive: true });
  write(
    "scripts/dist/lib/demonstration/seed.js",
    'export async function seedDemonstration() { return { caller: "+3225550100" }; }',
  );
  write("gateway/dist/main.js", program);
  Object.entries(programs).forEach(([name, text], index) => {
    const manifest = {
      port: 4001 + index,
      database: name,
      ...(index === 0 && { spine: true }),
      feeds: ["POINTER"],
      agencies: [],
      entryTypes: [],
      entryKinds: [],
    };
    write(
      `subgraphs/${name}/package.json`,
      JSON.stringify({ name: `@parcours/${name}`, type: "module", subgraph: manifest }),
    );
    write(`subgraphs/${name}/dist/main.js`, text || program);
    write(
      `subgraphs/${name}/dist/subgraph.js`,
      `export const definition = { name: "${name}", entities: [], migrations: [] };`,
    );
  });
  const { first: portBase, release } = await reservePorts(Object.keys(programs).length + 2);
  return {
    root,
    portBase,
    processes: () => processesOf(root),
    start: (environment) =>
      run(root, ["start"], {
        PARCOURS_PORT_BASE: String(portBase),
        PARCOURS_PORT_ISSUER: String(portBase + Object.keys(programs).length + 1),
        PARCOURS_FEEDS_WAIT_MS: "1",
        ...environment,
      }),
    verb: async (name, ...options) => {
      const done = run(root, [name, ...options], {});
      await done.ended();
      return done.output();
    },
    remove: () => {
      release();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function run(root: string, [verb, ...options]: string[], environment: Record<string, string>): Run {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|DATABASE_|PARCOURS_)/.test(name)),
  );
  // Started as package managers do: through one more process, which can be killed alone.
  const [command, args] =
    environment["npm_execpath"] === undefined
      ? [process.execPath, []]
      : ["/bin/sh", ["-c", '"$0" "$@"; true', process.execPath]];
  const child = spawn(command, [...args, join(root, `scripts/dist/${verb}.js`), ...options], {
    cwd: root,
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const says = async (pattern: RegExp, milliseconds = 20_000): Promise<RegExpExecArray> => {
    const end = Date.now() + milliseconds;
    for (;;) {
      const found = pattern.exec(output);
      if (found) return found;
      if (Date.now() > end || child.exitCode !== null) throw new Error(`It did not say ${pattern}, but:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output: () => output, says, ended: () => ended };
}

/** A zombie has ended: its parent has only not looked yet. */
function processesOf(folder: string): string[] {
  const lines = execFileSync("ps", ["-eo", "pid,stat,args"], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(folder) && !/^\s*\d+\s+Z/.test(line));
}
