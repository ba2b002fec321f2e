import { emptyLabels } from "../codes.js";
import { documentTypeLabels, documentTypeOf, documentTypes, extensionOf, mediaTypes } from "./document-types.js";
import {
  areOneSeries,
  documentCategory,
  fileName,
  isForTheSame,
  isHeldAlready,
  isRestrictedOffer,
  isValidOn,
  linkBetween,
  monthsAfter,
  validityOf,
} from "./document.rules.js";

const today = "2026-03-31";
const none = { enterpriseNumber: null, projectId: null, projectEnterprise: null };
const held = {
  ...none,
  type: "BUSINESS_PLAN",
  sha256: "aa",
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
  supersededBy: null,
};
const offered = { ...none, type: "BUSINESS_PLAN", sha256: "bb", isNewVersion: false };

describe("a version holds", () => {
  it.each([
    [{}, true],
    [{ validFrom: today }, true],
    [{ validFrom: "2026-04-01" }, false],
    [{ validUntil: today }, true],
    [{ validUntil: "2026-03-30" }, false],
    [{ validUntil: null }, true],
    [{ supersededBy: "x" }, false],
  ])("with %j: %s", (part, expected) => expect(isValidOn({ ...held, ...part }, today)).toBe(expected));

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", 12, "2027-03-31"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-11-15", 24, "2028-11-15"],
  ])("from %s for %i months to %s", (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected));

  it("as its giver says, else for the usual time", () => {
    const asked = { validFrom: null, validUntil: null };
    expect(validityOf({ validMonths: 12 }, asked, today)).toEqual({ validFrom: today, validUntil: "2027-03-31" });
    expect(validityOf({ validMonths: null }, asked, today)).toEqual({ validFrom: today, validUntil: null });
    expect(validityOf({ validMonths: 6 }, { validFrom: "2026-01-01", validUntil: "2026-02-01" }, today)).toEqual({
      validFrom: "2026-01-01",
      validUntil: "2026-02-01",
    });
  });
});

describe("what is held stands for what is offered", () => {
  it.each([
    ["another file of the type", {}, {}, true],
    ["the same bytes", {}, { sha256: "aa" }, true],
    ["another type", {}, { type: "STATUTES" }, false],
    ["another type of the same bytes", {}, { type: "STATUTES", sha256: "aa" }, false],
    ["of another enterprise", { enterpriseNumber: "0202239951" }, { enterpriseNumber: "0403170701" }, false],
    ["of an enterprise, for none", { enterpriseNumber: "0202239951" }, {}, false],
    ["of another project", { projectId: "p" }, { projectId: "q" }, false],
    ["of no project, for one", {}, { projectId: "q" }, true],
    ["of a project, for none", { projectId: "p" }, {}, false],
    ["no longer valid", { validUntil: "2026-03-30" }, { sha256: "aa" }, false],
    ["superseded", { supersededBy: "x" }, { sha256: "aa" }, false],
    ["another file, as a new version", {}, { isNewVersion: true }, false],
    ["the same bytes, as a new version", {}, { isNewVersion: true, sha256: "aa" }, true],
  ])("%s: %#", (_, here, there, expected) =>
    expect(isHeldAlready({ ...held, ...here }, { ...offered, ...there }, today)).toBe(expected),
  );

  const [X, Y] = ["0202239951", "0403170701"];
  const of = (enterpriseNumber: string | null, projectId: string | null, projectEnterprise: string | null) => ({
    enterpriseNumber,
    projectId,
    projectEnterprise,
  });
  it.each([
    ["of the project, for the enterprise it became", of(null, "p", X), of(X, null, null), true, true],
    ["of the enterprise, for its project", of(X, null, null), of(null, "p", X), true, true],
    ["of the project, for both together", of(null, "p", X), of(X, "p", X), true, true],
    ["of both, for the enterprise", of(X, "p", X), of(X, null, null), true, true],
    ["of a claimed project, for the enterprise", of(null, "p", null), of(X, null, null), false, false],
    ["of a project of another enterprise", of(null, "p", Y), of(X, null, null), false, false],
    ["of another project of the same enterprise", of(null, "p", X), of(null, "q", X), false, false],
    ["of another project of it, named with it", of(null, "p", X), of(X, "q", X), false, false],
    ["of a project about which the enterprise gave it", of(X, "r", null), of(X, null, null), false, false],
    ["of the enterprise, for a project of which it is about", of(X, null, null), of(X, "r", null), true, false],
    ["of the person, for a project", of(null, null, null), of(null, "p", X), true, false],
    ["of the person, for the enterprise", of(null, null, null), of(X, null, null), false, false],
    ["of an enterprise, about a project that became another", of(Y, "p", X), of(X, null, null), false, false],
  ])("%s: %#", (_, here, asked, stands, isSeries) => {
    expect(isForTheSame(here, asked)).toBe(stands);
    expect([areOneSeries(here, asked), areOneSeries(asked, here)]).toEqual([isSeries, isSeries]);
  });

  it.each([
    ["of the same", of(X, "p", X), of(X, "p", X), null],
    [
      "of the enterprise, after the project's",
      of(null, "p", X),
      of(X, null, null),
      { projectId: "p", enterpriseNumber: X },
    ],
    [
      "of the project, after the enterprise's",
      of(X, null, null),
      of(null, "p", X),
      { projectId: "p", enterpriseNumber: X },
    ],
  ])("a version replaces one %s through what links them", (_, former, next, link) =>
    expect(linkBetween(former, next)).toEqual(link),
  );

  it("never for another enterprise or project", () => {
    expect(isForTheSame(none, none)).toBe(true);
    expect(isForTheSame({ ...none, projectId: "p" }, { ...none, projectId: "p" })).toBe(true);
  });
});

describe("the list of types", () => {
  it("has a label in every language, a form that can be recognised, and bounds", () => {
    expect(emptyLabels(documentTypeLabels)).toEqual([]);
    for (const { mediaTypes: forms, mostBytes } of Object.values(documentTypes)) {
      expect(forms.length).toBeGreaterThan(0);
      expect(mostBytes).toBeLessThanOrEqual(25 * 1024 * 1024);
    }
    expect(Object.values(mediaTypes).filter((type) => /html|svg|xml$/.test(type))).toEqual([]);
    expect(documentTypeOf("toString")).toBeUndefined();
  });

  it.each([
    ["HUB", "BUSINESS_PLAN", false, false],
    ["HUB", "BUSINESS_PLAN", true, true],
    ["HUB", "RESTART_PLAN", false, true],
    ["COM", "BUSINESS_PLAN", false, true],
    ["HUB", "toString", false, false],
  ])("is restricted at %s as a %s, asked %s: %s", (agency, documentType, isRestricted, expected) => {
    expect(isRestrictedOffer({ agency, documentType, isRestricted })).toBe(expected);
  });

  it("names a file by its type alone", () => {
    expect(fileName("BUSINESS_PLAN", 2, extensionOf("application/pdf"))).toBe("business-plan-v2.pdf");
    expect(documentCategory(true)).toBe("DIFFICULTY_CASE");
  });
});
