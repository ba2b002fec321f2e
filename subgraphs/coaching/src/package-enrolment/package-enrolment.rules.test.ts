import { entitlements } from "../labels/entitlements.js";
import { packageLevels, packages } from "../labels/packages.js";
import {
  entitlementsOf,
  entryIsSelective,
  followUpKindOf,
  followUpState,
  levelNumbered,
} from "./package-enrolment.rules.js";

describe("what a package entitles to", () => {
  it.each([
    ["CREATION_SUPPORT", "UNIVERSAL"],
    ["HIGH_POTENTIAL", "CREATION_SUPPORT"],
    ["HIGH_POTENTIAL", "UNIVERSAL"],
  ])("%s includes everything of %s, and more (R43)", (higher, lower) => {
    const all = entitlementsOf("CREATION", higher);
    expect(all).toEqual(expect.arrayContaining([...entitlementsOf("CREATION", lower)]));
    expect(all.length).toBeGreaterThan(entitlementsOf("CREATION", lower).length);
  });

  it.each([
    ["CREATION", "UNIVERSAL", 5],
    ["CREATION", "CREATION_SUPPORT", 17],
    ["CREATION", "HIGH_POTENTIAL", 21],
    ["CREATION", null, 0],
    ["CREATION", "NO_SUCH_LEVEL", 0],
    ["GROWTH", null, 7],
    ["TRANSFER", null, 0],
  ])("%s at level %s: %i things", (code, level, count) => {
    expect(entitlementsOf(code, level)).toHaveLength(count);
  });

  it("names every entitlement once, and only such as have a label", () => {
    const codes = [...entitlementsOf("CREATION", "HIGH_POTENTIAL"), ...entitlementsOf("GROWTH", null)];
    expect(codes.filter((code) => !(code in entitlements))).toEqual([]);
    expect(new Set(codes)).toEqual(new Set(Object.keys(entitlements)));
    const levels = Object.keys(packageLevels);
    for (const code of Object.keys(packages))
      for (const level of [...levels, null]) {
        expect(new Set(entitlementsOf(code, level)).size).toBe(entitlementsOf(code, level).length);
      }
  });

  it.each([
    ["UNIVERSAL", false],
    ["CREATION_SUPPORT", true],
    ["HIGH_POTENTIAL", true],
    [null, true],
  ])("is selective at level %s: %s (R44)", (level, selective) => {
    expect(entryIsSelective(level)).toBe(selective);
  });

  it.each([
    [1, "UNIVERSAL"],
    [2, "CREATION_SUPPORT"],
    [3, "HIGH_POTENTIAL"],
    [null, null],
  ] as const)("numbers level %s %s", (number, code) => {
    expect(levelNumbered(number)).toBe(code);
  });
});

describe("quarterly follow-ups", () => {
  it.each([
    ["UNIVERSAL", null],
    ["CREATION_SUPPORT", "COLLECTIVE"],
    ["HIGH_POTENTIAL", "INDIVIDUAL"],
    [null, null],
  ])("of level %s are %s", (level, kind) => {
    expect(followUpKindOf(level)).toBe(kind);
  });

  const now = new Date("2026-03-31T12:00:00Z");
  it.each([
    ["2026-03-01T09:00:00Z", "2026-03-05T09:00:00Z", "HELD"],
    ["2026-03-01T09:00:00Z", null, "LATE"],
    ["2026-04-01T09:00:00Z", null, "DUE"],
    ["2026-04-01T09:00:00Z", "2026-03-30T09:00:00Z", "HELD"],
  ])("due %s and held %s: %s", (dueAt, heldAt, state) => {
    expect(followUpState({ dueAt: new Date(dueAt), heldAt: heldAt === null ? null : new Date(heldAt) }, now)).toBe(
      state,
    );
  });
});
