import { categoryContents } from "../labels/category-contents.js";
import { grantEnds, isRunning } from "../sharing-grant/sharing-grant.rules.js";
import { breakableCategories, grantableCategories, personalCategories } from "./opened-categories.js";

describe("what may be opened", () => {
  it("is said in words, category by category, and nothing else is", () => {
    expect(Object.keys(categoryContents).sort()).toEqual(
      [...new Set([...grantableCategories, ...breakableCategories])].sort(),
    );
  });

  it("holds no refusal to an emergency, and nobody's sex at all", () => {
    expect(breakableCategories).toEqual(["COACHING_CONTENT", "DIFFICULTY_CASE"]);
    expect(grantableCategories).not.toContain("SEX");
    expect(personalCategories).toContain("SEX");
    expect(personalCategories).not.toContain("PUBLIC");
  });
});

describe("a grant", () => {
  it.each([
    ["2026-03-31", "2027-03-31", "2028-03-31"],
    ["2028-02-29", "2029-02-28", "2030-02-28"],
    ["2026-02-28", "2027-02-28", "2028-02-28"],
  ])("from %s ends on %s, on %s at the latest", (today, usual, latest) => {
    expect(grantEnds(today)).toEqual({ usual, latest });
  });

  it.each([
    [{}, true],
    [{ until: "2026-01-10" }, true],
    [{ until: "2026-01-09" }, false],
    [{ until: null }, true],
    [{ since: "2026-01-11" }, false],
    [{ withdrawnAt: new Date() }, false],
  ])("of %j opens something on the tenth: %s", (part, expected) => {
    expect(isRunning({ since: "2026-01-01", until: "2026-12-31", withdrawnAt: null, ...part }, "2026-01-10")).toBe(
      expected,
    );
  });
});
