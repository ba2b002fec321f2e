import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeList } from "./codes.js";
import { emptyLabels } from "./codes.js";
import type { SubgraphManifest } from "./manifest.js";

const repository = join(__dirname, "../..");
const subgraphs = readdirSync(join(repository, "subgraphs"))
  .map((name) => join(repository, "subgraphs", name))
  .filter((folder) => existsSync(join(folder, "package.json")));
const folders = [join(__dirname, "vocabulary"), ...subgraphs.map((folder) => join(folder, "src/labels"))].filter(
  (folder) => existsSync(folder),
);
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name)),
);

function manifestOf(folder: string): SubgraphManifest {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { subgraph: SubgraphManifest }).subgraph;
}

describe("every code has a label in French, Dutch and English (R38)", () => {
  test.each(files.map((file) => [file.slice(repository.length + 1), file] as const))("%s", async (_name, file) => {
    const lists = Object.values((await import(file)) as Record<string, CodeList>);
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) {
      expect(emptyLabels(list)).toEqual([]);
      expect(Object.keys(list).filter((code) => !/^[A-Z][A-Z0-9_]*$/.test(code))).toEqual([]);
    }
  });

  test.each(subgraphs.map((folder) => [folder.slice(repository.length + 1), folder] as const))(
    "the agencies and entry kinds of %s",
    (_name, folder) => {
      const { agencies, entryKinds } = manifestOf(folder);
      expect(emptyLabels(Object.fromEntries(agencies.map(({ code, names }) => [code, names])))).toEqual([]);
      expect(emptyLabels(Object.fromEntries(entryKinds.map(({ code, labels }) => [code, labels])))).toEqual([]);
    },
  );

  test("a blank label is found", () => {
    expect(emptyLabels({ A: { fr: "un", nl: " ", en: null } })).toEqual(["A.nl", "A.en"]);
  });
});

describe("what subgraphs declare fits together", () => {
  const manifests = subgraphs.map(manifestOf);
  const agencies = manifests.flatMap((manifest) => manifest.agencies);

  test("no agency code is used twice", () => {
    expect(new Set(agencies.map(({ code }) => code)).size).toBe(agencies.length);
  });

  test("an agency that ended has a successor that began the day after", () => {
    for (const { code, validTo, successor } of agencies.filter((agency) => agency.validTo !== undefined)) {
      const next = agencies.find((agency) => agency.code === successor);
      const dayAfter = new Date(Date.parse(validTo ?? "") + 86_400_000).toISOString().slice(0, 10);
      expect([code, next?.validFrom]).toEqual([code, dayAfter]);
    }
  });

  test("every entry kind is of a declared type, and every declared type has a kind", () => {
    for (const { entryKinds, entryTypes } of manifests) {
      expect(new Set(entryKinds.map(({ type }) => type))).toEqual(new Set(entryTypes.map(({ type }) => type)));
    }
  });
});
