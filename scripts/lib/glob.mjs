// @ts-check
import { readdirSync } from "node:fs";
import { join } from "node:path";

const ignored = new Set(["node_modules", "dist", ".git", ".parcours", "template"]);

/**
 * Every file below a folder that a test accepts, in a stable order; compiled and installed folders are passed over.
 * @param {string} folder where to look
 * @param {(path: string) => boolean} accepts whether a file's path is wanted
 * @param {number} depth how many folders deep; unlimited by default
 * @returns {string[]} absolute paths
 */
export function globSync(folder, accepts, depth = Infinity) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth > 0 && !ignored.has(entry.name) ? globSync(path, accepts, depth - 1) : [];
      return entry.isFile() && accepts(path) ? [path] : [];
    });
}
