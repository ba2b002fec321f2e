import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

const passedOver = new Set(["node_modules", "dist", ".git", ".parcours"]);

/** Every file that belongs to the project, as a path from its root; what is installed, compiled or kept by git is passed over. */
export function projectFiles(root: string, folder: string = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !passedOver.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return projectFiles(root, path);
      return entry.isFile() ? [relative(root, path)] : [];
    });
}

/** Whether a file is TypeScript that a person wrote and that serves: no test, nothing generated, no template of `new:subgraph`. */
export function isProductSource(file: string): boolean {
  return (
    file.endsWith(".ts") &&
    !file.endsWith(".d.ts") &&
    !isTest(file) &&
    !file.includes(".generated.") &&
    !file.startsWith("scripts/template/")
  );
}

/** Whether a file is a test or stands in a folder of tests. */
export function isTest(file: string): boolean {
  return file.endsWith(".test.ts") || file.split("/").some((part) => part === "test" || part === "e2e");
}
