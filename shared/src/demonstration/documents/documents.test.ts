import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isOfMediaType } from "../../documents/content-type.js";
import { documentTypes } from "../../documents/document-types.js";
import { isValidOn } from "../../documents/document.rules.js";
import { hardCases } from "../cases.js";
import { storyOf } from "../population.js";
import type { World } from "../story.js";
import { keptDocument } from "./document-rows.js";
import type { DocumentStory } from "./document-story.js";
import { documentsOf } from "./documents.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 2_000 };
const told = (index: number): readonly DocumentStory[] => documentsOf(storyOf(world, index), world);
const everybodys = Array.from({ length: 2_000 }, (_, index) => told(index));
const all = everybodys.flat();

describe("documents of the demonstration", () => {
  it("are always the same, whatever the size of the world", () => {
    const index = hardCases.KNOWN_TO_EVERY_POLE;
    expect(documentsOf(storyOf(world, index), { ...world, entrepreneurs: 9 })).toEqual(told(index));
    expect(told(index).length).toBeGreaterThan(3);
  });

  it("are there in a number that a demonstration can show, and none beyond the first ten thousand people", () => {
    expect(all.length).toBeGreaterThan(500);
    expect(all.length).toBeLessThan(2_500);
    expect(everybodys.filter((one) => one.length > 0).length).toBeGreaterThan(200);
    expect([10_000, 12_000, 20_000].flatMap(told)).toEqual([]);
  });

  it("show what a document can be: replaced, expired, given to several, of an enterprise and of a person, at every pole", () => {
    const day = world.asOf;
    expect(all.some(({ version, supersededBy }) => version === 2 && supersededBy === null)).toBe(true);
    expect(all.some((one) => one.supersededBy === null && !isValidOn(one, day))).toBe(true);
    expect(all.some((one) => one.providedTo.length > 2 && isValidOn(one, day))).toBe(true);
    for (const agency of ["HUB", "FINANCE_INVEST", "BEW", "INNOVIRIS", "CITYDEV", "COM"])
      expect([agency, all.some((one) => one.providedTo.includes(agency))]).toEqual([agency, true]);
    expect(new Set(all.map(({ enterpriseNumber }) => enterpriseNumber === null)).size).toBe(2);
  });

  it("of a restart are restricted, at the centre alone, and nothing else is", () => {
    const restricted = all.filter(({ isRestricted }) => isRestricted);
    expect(restricted.length).toBeGreaterThan(0);
    expect(all.filter(({ providedTo }) => providedTo.includes("COM"))).toEqual(restricted);
    expect(restricted.every(({ providedTo }) => providedTo.length === 1)).toBe(true);
    expect(told(hardCases.BANKRUPT_AND_RESTARTED).filter(({ isRestricted }) => isRestricted).length).toBeGreaterThan(0);
  });

  it("are never later than the world's day, and each version has one before it", () => {
    for (const documents of everybodys)
      for (const { id, version, receivedAt, supersededBy, supersededAt } of documents) {
        expect(receivedAt.toISOString() < world.asOf).toBe(true);
        const former = documents.filter((one) => one.supersededBy === id);
        expect(former.map((one) => one.version)).toEqual(version === 1 ? [] : [version - 1]);
        expect((supersededBy === null) === (supersededAt === null)).toBe(true);
      }
  });
});

describe("a document as it is kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "parcours-demonstration-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const story = storyOf(world, hardCases.BANKRUPT_AND_RESTARTED);
  const kept = told(hardCases.BANKRUPT_AND_RESTARTED).map((one) => keptDocument(one, story));

  it("holds a PDF of the size, hash and type that its row says", async () => {
    for (const { id, row, bytes } of kept) {
      const file = join(folder, id);
      writeFileSync(file, bytes);
      expect(await isOfMediaType(file, "application/pdf")).toBe(true);
      expect(row).toMatchObject({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
      expect(documentTypes[row["type"] as keyof typeof documentTypes].mediaTypes).toContain(row["media_type"]);
      expect(bytes.length).toBeLessThan(3_000);
    }
    expect(new Set(kept.map(({ row }) => row["sha256"])).size).toBe(kept.length);
  });

  it("says of the table where each of its objects begins", () => {
    const text = kept[0]?.bytes.toString("latin1") ?? "";
    const [, places = ""] = text.split("0000000000 65535 f \n");
    const begins = [...places.matchAll(/(\d{10}) 00000 n/g)].map(([, place]) => Number(place));
    expect(begins.map((place) => text.slice(place, place + 7))).toEqual(begins.map((_, index) => `${index + 1} 0 obj`));
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe("xref");
    const [, length = "", stream = ""] = /Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text) ?? [];
    expect(Number(length)).toBe(stream.length);
  });

  it("has a pointer, unless it is restricted", () => {
    const restricted = kept.filter(({ row }) => row["restricted"]);
    expect(restricted.length).toBeGreaterThan(0);
    for (const { row, pointer } of kept) expect(pointer === null).toBe(row["restricted"]);
  });
});
