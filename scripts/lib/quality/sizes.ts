/** The budgets of the sources: small files, small functions, no `any`, no default export. Tests and generated files are left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { measureSource, type SourceSize } from "./source-size.js";
import type { ToolRun } from "./tool.js";
import { isProductSource, projectFiles } from "./tree.js";

/** The most that is allowed, in lines. */
const budgets = { fileMedian: 60, file95: 200, fileMost: 300, function95: 30, functionMost: 50 } as const;

/** Measures every product source of the project and says whether it keeps the budgets. */
export function checkSizes(root: string): ToolRun {
  const sources = projectFiles(root).filter(isProductSource);
  return judgeSizes(sources.map((file) => measureSource(file, readFileSync(join(root, file), "utf8"))));
}

/** Judges measured files: the numbers first, then each excess with its place. */
export function judgeSizes(sizes: readonly SourceSize[]): ToolRun {
  const files = sizes.map(({ lines }) => lines);
  const functions = sizes.flatMap((size) => size.functions.map(({ lines }) => lines));
  const [median, file95, function95] = [percentile(files, 0.5), percentile(files, 0.95), percentile(functions, 0.95)];
  const anys = sizes.flatMap(({ file, anyLines }) => anyLines.map((line) => `${file}:${line} says \`any\``));
  const defaults = sizes
    .filter(({ hasDefaultExport }) => hasDefaultExport)
    .map(({ file }) => `${file} has a default export`);
  const faults = [
    ...(median > budgets.fileMedian ? [`the median file has ${median} lines, more than ${budgets.fileMedian}`] : []),
    ...(file95 > budgets.file95
      ? [`a file in twenty has more than ${file95} lines; the budget is ${budgets.file95}`]
      : []),
    ...(function95 > budgets.function95
      ? [`a function in twenty has more than ${function95} lines; the budget is ${budgets.function95}`]
      : []),
    ...sizes.flatMap(tooLong),
    ...anys,
    ...defaults,
  ];
  const numbers = [
    `${files.length} files: median ${median} lines, 95 % within ${file95}, longest ${Math.max(0, ...files)}`,
    `${functions.length} functions: median ${percentile(functions, 0.5)}, 95 % within ${function95}, longest ${Math.max(0, ...functions)}`,
    `${anys.length} any, ${defaults.length} default exports`,
  ];
  return { ok: faults.length === 0, output: [...numbers, ...faults.map((fault) => `  ${fault}`)].join("\n") };
}

function tooLong({ file, lines, functions }: SourceSize): string[] {
  return [
    ...(lines > budgets.fileMost ? [`${file} has ${lines} lines, more than ${budgets.fileMost}`] : []),
    ...functions
      .filter((one) => one.lines > budgets.functionMost)
      .map((one) => `${file}:${one.line} ${one.name} has ${one.lines} lines, more than ${budgets.functionMost}`),
  ];
}

/** The value that a share of the values does not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
