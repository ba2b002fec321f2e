/** The checks of `pnpm check`, in the order in which they are told. */
import { join } from "node:path";
import { checkConventions } from "./conventions.js";
import { checkSizes } from "./sizes.js";
import { runScript, runTool, type ToolRun } from "./tool.js";

/** One check. */
export interface CheckStep {
  readonly name: string;
  /** What to do when it fails. */
  readonly remedy: string;
  run(): Promise<ToolRun> | ToolRun;
}

/** The folders that hold sources. */
const sourceFolders = ["shared", "gateway", "subgraphs", "scripts"] as const;

/** How each tool is called; tests call them the same way on a folder of their own. */
export function toolArguments(root: string) {
  const settings = (file: string): string => join(root, "scripts/quality", file);
  return {
    oxfmt: [
      "-c",
      settings("oxfmt.json"),
      "--ignore-path",
      ".gitignore",
      "--ignore-path",
      settings("oxfmt.ignore"),
      "--check",
      ".",
    ],
    oxlint: ["-c", settings("oxlint.json"), "--ignore-pattern", "scripts/template/**", "-f", "unix"],
    depcruise: ["--config", settings("boundaries.cjs"), "--output-type", "err-long"],
    tsc: ["-p", settings("tsconfig.check.json"), "--pretty", "false"],
    knip: ["-c", settings("knip.json"), "--no-progress", "--no-config-hints"],
  } as const;
}

/** Every check of this workspace. */
export function checkSteps(root: string): CheckStep[] {
  const { oxfmt, oxlint, depcruise, tsc, knip } = toolArguments(root);
  return [
    { name: "format", remedy: "run `pnpm format`", run: () => runTool(root, "oxfmt", oxfmt) },
    {
      name: "lint",
      remedy: "mend each line; a suppression carries its reason",
      run: () => runTool(root, "oxlint", [...oxlint, ...sourceFolders]),
    },
    {
      name: "boundaries",
      remedy: "move what is imported, not the rule",
      run: () => runTool(root, "depcruise", [...depcruise, ...sourceFolders]),
    },
    { name: "types", remedy: "mend each line", run: () => runTool(root, "tsc", tsc) },
    { name: "unused", remedy: "remove it, or its export", run: () => runTool(root, "knip", knip) },
    {
      name: "generated",
      remedy: "run `pnpm generate`",
      run: () => runScript(root, "scripts/dist/generate.js", ["--check"]),
    },
    { name: "sizes", remedy: "divide what is too long", run: () => checkSizes(root) },
    { name: "conventions", remedy: "mend each line", run: () => checkConventions(root) },
  ];
}
