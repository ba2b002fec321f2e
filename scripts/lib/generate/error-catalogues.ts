import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ErrorDefinition } from "@parcours/shared/errors";

/** The errors that one package can raise. */
export interface PackageErrors {
  /** Folder from the root: `subgraphs/housing`. */
  readonly folder: string;
  readonly errors: readonly ErrorDefinition[];
}

/** Reads the catalogues of a package: what `defineErrors` made in its `errors.ts` and `*.errors.ts`, by code. Needs the package compiled. */
export async function errorCatalogues(root: string, folder: string): Promise<PackageErrors> {
  const compiled = join(root, folder, "dist");
  const files = readdirSync(compiled, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|[./])errors\.js$/.test(file.replaceAll(sep, "/")),
  );
  const modules = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(join(compiled, file)).href)) as Record<string, unknown>),
  );
  const errors = modules
    .flatMap((module) => Object.values(module).filter(isCatalogue))
    .flatMap((catalogue) => Object.values(catalogue));
  return { folder, errors: errors.sort((one, other) => (one.code < other.code ? -1 : 1)) };
}

/** Codes that two packages, or two files of one, give to different errors: a client could not tell them apart. */
export function ambiguousCodes(packages: readonly PackageErrors[]): string[] {
  const meanings = new Map<string, Set<string>>();
  for (const { code, ...rest } of packages.flatMap(({ errors }) => errors)) {
    meanings.set(code, (meanings.get(code) ?? new Set()).add(JSON.stringify(rest)));
  }
  return [...meanings].filter(([, all]) => all.size > 1).map(([code]) => code);
}

function isCatalogue(value: unknown): value is Readonly<Record<string, ErrorDefinition>> {
  if (typeof value !== "object" || value === null) return false;
  const entries = Object.entries(value as Record<string, Partial<ErrorDefinition> | undefined>);
  return (
    entries.length > 0 && entries.every(([code, error]) => error?.code === code && typeof error.remedy === "string")
  );
}
