import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeList } from "@parcours/shared/codes";
import { emptyLabels } from "@parcours/shared/codes";
import { isUuid } from "@parcours/shared/ids";
import type { AgencyManifest, SubgraphManifest } from "@parcours/shared/manifest";
import { stages } from "@parcours/shared/vocabulary/stages";
import { languages } from "../../labels/languages.js";
import { profiles } from "../../labels/profiles.js";
import { sectors } from "../../labels/sectors.js";
import { supportCategories } from "../../labels/support-categories.js";
import { topics } from "../../labels/topics.js";
import { catalogue } from "./catalogue.js";

const subgraphs = join(__dirname, "../../../..");
const agencies: ReadonlyMap<string, AgencyManifest> = new Map(
  readdirSync(subgraphs)
    .map((name) => join(subgraphs, name, "package.json"))
    .filter((file) => existsSync(file))
    .flatMap((file) => (JSON.parse(readFileSync(file, "utf8")) as { subgraph: SubgraphManifest }).subgraph.agencies)
    .map((agency) => [agency.code, agency]),
);

function unknownCodes(codes: readonly string[], list: CodeList): readonly string[] {
  return codes.filter((code) => !Object.hasOwn(list, code));
}

describe("the catalogue of support services", () => {
  test("holds about a hundred services (N34)", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(95);
    expect(catalogue.length).toBeLessThanOrEqual(110);
  });

  test("gives every service a code and an id of its own", () => {
    expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(catalogue.filter(({ id, code }) => !isUuid(id) || !/^[A-Z][A-Z0-9_]*$/.test(code))).toEqual([]);
  });

  test("has something of every partner agency that helps entrepreneurs today", () => {
    const served = new Set(catalogue.map(({ agency }) => agency));
    const helping = [...agencies.values()].filter(
      ({ external, validTo, pole }) => external !== true && validTo === undefined && pole !== "REGISTRY",
    );
    expect(helping.map(({ code }) => code).filter((code) => !served.has(code))).toEqual([]);
  });

  test("has a service for every stage, need and profile", () => {
    expect(Object.keys(stages).filter((code) => !catalogue.some((service) => service.stages.includes(code)))).toEqual(
      [],
    );
    expect(
      Object.keys(profiles).filter(
        (code) => code !== "LIBERAL_PROFESSION" && !catalogue.some((service) => service.profiles.includes(code)),
      ),
    ).toEqual([]);
    expect(
      Object.keys(topics).filter(
        (code) => code !== "OTHER" && !catalogue.some((service) => service.needs.includes(code)),
      ),
    ).toEqual([]);
  });

  test("names no web address", () => {
    expect(catalogue.filter((service) => /https?:|www\./.test(JSON.stringify(service)))).toEqual([]);
  });
});

describe.each(catalogue.map((service) => [service.code, service] as const))("%s", (_code, service) => {
  test("speaks French, Dutch and English, without repeating one language for another", () => {
    expect(emptyLabels({ NAME: service.names, SUMMARY: service.summaries })).toEqual([]);
    expect(new Set([service.summaries.fr, service.summaries.nl, service.summaries.en]).size).toBe(3);
  });

  test("uses only known codes", () => {
    expect(unknownCodes([service.category], supportCategories)).toEqual([]);
    expect(unknownCodes(service.stages, stages)).toEqual([]);
    expect(unknownCodes(service.profiles, profiles)).toEqual([]);
    expect(unknownCodes(service.sectors, sectors)).toEqual([]);
    expect(unknownCodes(service.needs, topics)).toEqual([]);
    expect(unknownCodes(service.languages, languages)).toEqual([]);
  });

  test("is offered in French and Dutch, says where it comes from, and is there while its agency is", () => {
    expect(service.languages).toEqual(expect.arrayContaining(["FR", "NL"]));
    expect(service.source).toMatch(/\b(S\d+|measures? \d+|D[0-4]:\d+)/);
    const agency = agencies.get(service.agency);
    expect(agency?.external ?? false).toBe(false);
    expect(service.validFrom >= (agency?.validFrom ?? "9999")).toBe(true);
    expect(service.validTo).toBe(agency?.validTo);
  });
});
