/** What no tool looks at: traces of one machine, suppressions without a reason, commands in the README that nothing runs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ToolRun } from "./tool.js";
import { isTest, projectFiles } from "./tree.js";

/** A text file of the project. */
export interface TextFile {
  /** Path from the root. */
  readonly file: string;
  readonly text: string;
}

const mostReadmeLines = 120;
/** Folders that are somebody's own: a path that begins there exists on one machine only. */
const ownFolders = /(?<![\w.:@-])\/(?:home|Users|root|work|workspaces?|builds)\/[\w.]/;
const registryHosts = /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.\w+|\btarball: https?:/;
const suppression = /(?:oxlint|eslint)-disable|@ts-expect-error|@ts-ignore|@ts-nocheck/;
const binary = /\.(?:png|jpg|ico|zip|gz|woff2?)$/;

/** Checks every file of the project, and the README. */
export function checkConventions(root: string, environment: NodeJS.ProcessEnv = process.env): ToolRun {
  const files = projectFiles(root)
    .filter((file) => !binary.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
  const faults = [
    ...machineTraces(files, localRegistry(environment)),
    ...bareSuppressions(files),
    ...readmeFaults(files),
  ];
  return {
    ok: faults.length === 0,
    output: [`${files.length} files read`, ...faults.map((fault) => `  ${fault}`)].join("\n"),
  };
}

/**
 * Lines that name a folder of one machine or a package registry.
 * @param registry the host that this machine installs from, if it is not the public one
 */
export function machineTraces(files: readonly TextFile[], registry?: string): string[] {
  return linesOf(files).flatMap(({ place, line }) => {
    if (ownFolders.test(line)) return [`${place} names a folder of one machine: ${line.trim()}`];
    if (registryHosts.test(line) || (registry !== undefined && line.includes(registry)))
      return [`${place} names a package registry: ${line.trim()}`];
    return [];
  });
}

/** Suppressions of a check that do not say why, after ` -- ` or, for TypeScript, a colon. */
export function bareSuppressions(files: readonly TextFile[]): string[] {
  return linesOf(
    files.filter(
      ({ file }) => /\.(?:ts|mjs|cjs)$/.test(file) && !isTest(file) && !file.startsWith("scripts/lib/quality/"),
    ),
  )
    .filter(({ line }) => suppression.test(line) && !/ -- \S.{9}|@ts-expect-error:? \S.{9}/.test(line))
    .map(({ place }) => `${place} suppresses a check without saying why (\`-- reason\`)`);
}

/** A README that is too long, or gives a command that neither a test nor .ci/run names. */
export function readmeFaults(files: readonly TextFile[]): string[] {
  const readme = files.find(({ file }) => file === "README.md");
  if (readme === undefined) return ["README.md is missing"];
  const length = readme.text.trimEnd().split("\n").length;
  const proofs = files.filter(({ file }) => file === ".ci/run" || file.endsWith(".test.ts")).map(({ text }) => text);
  return [
    ...(length > mostReadmeLines ? [`README.md has ${length} lines, more than ${mostReadmeLines}`] : []),
    ...commandsOf(readme.text)
      .filter((command) => !proofs.some((proof) => normalised(proof).includes(command)))
      .map((command) => `README.md gives \`${command}\`, which no test and not .ci/run names`),
  ];
}

/** The verbs that a text tells its reader to run, as `pnpm import:kbo`: package manager and verb, without what follows. */
export function commandsOf(text: string): string[] {
  const found = [...normalised(text).matchAll(/(?:^|[`$(] ?)(pnpm (?:run )?[a-z][a-z:-]*|npx (?:-y )?[\w@/.-]+)/gm)];
  return [...new Set(found.map(([, command]) => command ?? ""))];
}

/** One notation for the two that mean the same. */
function normalised(text: string): string {
  return text.replace(/npx (?:-y )?pnpm@[\d.]+ /g, "pnpm ");
}

function localRegistry(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment["npm_config_registry"];
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}

function linesOf(files: readonly TextFile[]): { place: string; line: string }[] {
  return files.flatMap(({ file, text }) =>
    text.split("\n").map((line, index) => ({ place: `${file}:${index + 1}`, line })),
  );
}
