import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where real data lies, from the workspace's folder. */
export const realData = resolve(import.meta.dirname, "../../..", process.env["PARCOURS_DATA"] ?? "../shared/data");

/** Like `describe`, but skipped where a folder of real data is not there; it says so. */
export function describeWithRealData(title: string, folders: readonly string[], tests: () => void): void {
  const missing = folders.filter((folder) => !existsSync(join(realData, folder)));
  if (missing.length === 0) return describe(title, tests);
  console.warn(`SKIPPED "${title}": no ${missing.join(", ")} in ${realData}. Set PARCOURS_DATA to run it.`);
  describe.skip(`${title} (skipped: no real data)`, tests);
}
