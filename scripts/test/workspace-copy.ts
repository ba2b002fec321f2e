/** A copy of this workspace in a temporary folder, in which a test may add, generate and run what it likes. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { projectFiles } from "../lib/quality/tree.js";
import { workspaceRoot } from "../lib/workspace.js";

/** A copied workspace. */
export interface WorkspaceCopy {
  readonly root: string;
  /** Runs a verb of its package.json to its end. @returns what it said */
  verb(name: string, ...options: string[]): Promise<string>;
  /** Gives a package that the copy got since what `pnpm install` would link: what a package beside it with its dependencies has. */
  link(folder: string): void;
  /** The content of every file of the project, by path. */
  contents(): ReadonlyMap<string, string>;
  remove(): void;
}

/** Copies what belongs to the project, and links what is installed; nothing compiled comes along. */
export function copyWorkspace(): WorkspaceCopy {
  const original = workspaceRoot();
  const root = mkdtempSync(join(tmpdir(), "workspace-copy-"));
  const files = projectFiles(original);
  for (const file of files) cpSync(join(original, file), join(root, file));
  for (const folder of packageFolders(files)) linkInstalled(join(original, folder), join(root, folder));
  return {
    root,
    verb: (name, ...options) => runVerb(root, [name, ...options]),
    link: (folder) => linkInstalled(join(original, likePackage(root, folder)), join(root, folder)),
    contents: () => new Map(projectFiles(root).map((file) => [file, readFileSync(join(root, file), "utf8")])),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function packageFolders(files: readonly string[]): string[] {
  return files.filter((file) => file === "package.json" || /^(?!scripts\/).*\/package\.json$/.test(file)).map(dirname);
}

/**
 * Repeats a `node_modules` link by link: links are relative, so those to packages of the workspace lead to the copy's own; only the
 * store of third-party packages stays where it is.
 */
function linkInstalled(from: string, to: string): void {
  const [source, target] = [join(from, "node_modules"), join(to, "node_modules")];
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source).filter((one) => !one.startsWith(".") || one === ".bin")) {
    cpSync(join(source, name), join(target, name), { recursive: true, verbatimSymlinks: true });
  }
  if (readdirSync(source).includes(".pnpm")) symlinkSync(join(source, ".pnpm"), join(target, ".pnpm"));
}

/** A package beside it that has all of its dependencies. */
function likePackage(root: string, folder: string): string {
  const dependenciesOf = (path: string): string[] => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as {
      dependencies?: Record<string, string>;
    };
    return Object.keys(dependencies);
  };
  const wanted = dependenciesOf(folder);
  const siblings = readdirSync(join(root, dirname(folder)))
    .map((name) => join(dirname(folder), name))
    .filter((path) => path !== folder);
  const like = siblings.find((path) => wanted.every((dependency) => dependenciesOf(path).includes(dependency)));
  if (like === undefined) throw new Error(`no package beside ${folder} has its dependencies: ${wanted.join(", ")}`);
  return like;
}

function runVerb(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(cwd, "scripts/run.mjs"), ...args],
      { cwd, env: { ...process.env, NODE_ENV: "", NO_COLOR: "1" }, maxBuffer: 1e8 },
      (error, stdout, stderr) => {
        const said = stripVTControlCharacters(`${stdout}${stderr}`);
        if (error) reject(new Error(`${args.join(" ")} failed:\n${said}`));
        else resolve(said);
      },
    );
  });
}
