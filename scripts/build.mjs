import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
// @ts-check
/**
 * Compiles every package's `src/` (and `scripts/`) to a `dist/` beside it, file by file and only what changed.
 * Plain JavaScript, because it is what makes the TypeScript runnable. Types are checked by `pnpm check`, not here.
 */
import { globSync } from "./lib/glob.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const settingsFile = join(root, "scripts/quality/swc.json");
/** Looked for below the root only: the checkout itself may stand in a folder called `test`. */
const testFile = /\.(test|e2e|bench)\.ts$|\/(test|e2e)\//;

/**
 * Builds what is out of date.
 * @returns {Promise<{ compiled: number, total: number }>} how many files were compiled, and how many there are
 */
export async function build() {
  const { $schema: _, ...settings } = JSON.parse(readFileSync(settingsFile, "utf8"));
  const newest = Math.max(statSync(settingsFile).mtimeMs, statSync(fileURLToPath(import.meta.url)).mtimeMs);
  const jobs = sourceFolders().flatMap(({ source, output }) => {
    const files = globSync(
      source,
      (path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !testFile.test(relative(root, path)),
    );
    removeOrphans(output, source);
    return files.map((from) => ({ from, to: join(output, relative(source, from)).replace(/\.ts$/, ".js") }));
  });
  const stale = jobs.filter(
    ({ from, to }) => !existsSync(to) || statSync(to).mtimeMs < Math.max(statSync(from).mtimeMs, newest),
  );
  if (stale.length > 0) {
    const { transformFile } = await import("@swc/core");
    await Promise.all(stale.map((job) => compile(transformFile, job, settings)));
  }
  return { compiled: stale.length, total: jobs.length };
}

/** The folders to compile: each workspace package's `src`, and the scripts themselves. */
function sourceFolders() {
  const subgraphs = globSync(join(root, "subgraphs"), (path) => path.endsWith("package.json"), 1).map(dirname);
  const packages = [join(root, "shared"), join(root, "gateway"), ...subgraphs];
  return [
    ...packages.map((folder) => ({ source: join(folder, "src"), output: join(folder, "dist") })),
    { source: join(root, "scripts"), output: join(root, "scripts/dist") },
  ].filter(({ source }) => existsSync(source));
}

/** @type {(transformFile: typeof import("@swc/core").transformFile, job: { from: string, to: string }, settings: object) => Promise<void>} */
async function compile(transformFile, { from, to }, settings) {
  const { code, map } = await transformFile(from, {
    ...settings,
    module: { type: "es6" },
    sourceFileName: from,
    swcrc: false,
  });
  mkdirSync(dirname(to), { recursive: true });
  writeWhole(`${to}.map`, map ?? "");
  writeWhole(to, `${code}\n//# sourceMappingURL=${to.split("/").pop()}.map\n`);
}

/** Two builds may run side by side, and a process may import while we write: a file appears whole or not at all. */
function writeWhole(/** @type {string} */ file, /** @type {string} */ text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** A compiled file whose source is gone would still be found by an import: it is removed. */
function removeOrphans(/** @type {string} */ output, /** @type {string} */ source) {
  if (!existsSync(output)) return;
  for (const file of globSync(output, (path) => path.endsWith(".js"))) {
    if (!existsSync(join(source, relative(output, file)).replace(/\.js$/, ".ts"))) {
      rmSync(file);
      rmSync(`${file}.map`, { force: true });
    }
  }
}
