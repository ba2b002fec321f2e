import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SubgraphManifest } from "@parcours/shared/manifest";
import { authorityOf, grantingAuthorities } from "./granting-authorities.js";

const repository = join(__dirname, "../../../..");
const folder = resolve(repository, process.env["PARCOURS_DATA"] ?? "../shared/data", "state-aid-tam-belgium");
const files = ["state_aid_awards_belgium_2016_2020.csv", "state_aid_awards_brussels.csv"].map((name) =>
  join(folder, name),
);
const present = files.filter((file) => existsSync(file));

function agencies(): SubgraphManifest["agencies"] {
  const manifest = JSON.parse(readFileSync(join(repository, "subgraphs/financing/package.json"), "utf8")) as {
    subgraph: SubgraphManifest;
  };
  return manifest.subgraph.agencies;
}

/** The last four columns hold neither commas nor line breaks, so a record's authority can be read from its end. */
function authoritiesIn(file: string): { records: number; names: readonly string[] } {
  const text = readFileSync(file, "utf8");
  const names = [...text.matchAll(/,[A-Z]{3},\d{4}-\d\d-\d\d,(?:"([^"]*)"|([^",\n]*)),(?:\d{4}-\d\d-\d\d)?\r?$/gm)];
  return { records: text.match(/^TM-/gm)?.length ?? 0, names: names.map((match) => match[1] ?? match[2] ?? "") };
}

describe("the granting authority of a state-aid award", () => {
  test.each([
    ["Innoviris", "INNOVIRIS"],
    ["  innoviris ", "INNOVIRIS"],
    ["Brussel Economie en Werkgelegenheid", "BEW"],
    ["BRUSSEL  ECONOMIE EN WERKGELEGENHEID", "BEW"],
    ["Bruxelles Économie et Emploi", "BEW"],
    ["VLAIO", "VLAIO"],
    ["FOD MOBILIT", "FPS_MOBILITY"],
    ["FOD Mobiliteit en Verv", "FPS_MOBILITY"],
    ["Vlaamse Milieumaatschappij", "VMM"],
    ["Vlaamse Milieumaat", "VMM"],
    ["wvg_vipa", "VIPA"],
    ["SPW - DG Energie", "SPW_ENERGY"],
  ])("%p is %s", (raw, code) => {
    expect(authorityOf(raw)).toBe(code);
  });

  test.each([
    ["an empty cell", ""],
    ["a body nobody has met yet", "OVAM"],
    ["a name cut too short to tell", "Vlaamse"],
    ["a beginning that several bodies share", "SPW"],
    ["a longer name that merely begins like one", "Innoviris Wallonie"],
    ["an inherited property of every object", "constructor"],
  ])("%s is left to the import's report", (_what, raw) => {
    expect(authorityOf(raw)).toBeNull();
  });

  test("every code is declared: partners as partners, all others as external", () => {
    const external = new Map(agencies().map((agency) => [agency.code, agency.external ?? false]));
    const partners = ["BEW", "INNOVIRIS"];
    for (const code of Object.keys(grantingAuthorities))
      expect([code, external.get(code)]).toEqual([code, !partners.includes(code)]);
  });

  test("every external authority that is declared has a spelling", () => {
    const declared = agencies().filter((agency) => agency.external === true);
    expect(declared.filter((agency) => !(agency.code in grantingAuthorities))).toEqual([]);
  });

  test("no spelling stands for two bodies", () => {
    const all = Object.values(grantingAuthorities).flat();
    expect(new Set(all.map((name) => name.toUpperCase())).size).toBe(all.length);
  });

  const onRealFiles = present.length === files.length ? test : test.skip;
  onRealFiles(
    `every award of the register names a body we know (skipped where PARCOURS_DATA does not hold the register)`,
    () => {
      for (const file of files) {
        const { records, names } = authoritiesIn(file);
        expect(records).toBeGreaterThan(0);
        expect(names).toHaveLength(records);
        expect(names.filter((name) => authorityOf(name) === null)).toEqual([]);
      }
    },
  );
});
