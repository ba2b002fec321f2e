import { purposes } from "../identity/purposes.js";
import type { Lookup } from "./lookups.js";
import { asThroughEnterprise, restrictionOf } from "./restricted-looks.rules.js";

const look: Lookup = {
  id: "0b8c6f6e-8f0b-4b8e-9d7a-111111111111:1",
  at: new Date("2026-01-31T10:00:00Z"),
  action: "READ",
  agencyCode: "COM",
  system: "desk",
  role: "COACH",
  purpose: "COACHING",
  caseReference: "coaching-1",
  categories: ["SUPPORT_GRANTED"],
  withheld: ["SUPPORT_AMOUNT"],
  result: "PARTIAL",
  records: 3,
  enterpriseNumber: "0202239951",
  flag: null,
  byYourself: false,
  ofYourself: false,
  restriction: null,
};

describe("a look through an enterprise", () => {
  it.each<[string, Partial<Lookup>, boolean]>([
    ["by a coach", {}, false],
    ["by an advisor with a caller", { role: "ADVISOR_1819", purpose: "CALL", agencyCode: "1819" }, false],
    ["by a lender", { role: "FINANCING_OFFICER", purpose: "FINANCING" }, false],
    ["by the mandatary", { role: "MANDATARY", purpose: "MANDATE", agencyCode: null }, false],
    ["without purpose", { purpose: null }, false],
    ["by a recognised helper", { role: "RECOGNISED_HELPER", purpose: "DIFFICULTY_HELP" }, true],
    ["by a recognised helper with another purpose", { role: "RECOGNISED_HELPER", purpose: "REFERRAL" }, true],
    ["to help in difficulty", { purpose: "DIFFICULTY_HELP" }, true],
    ["in an emergency", { role: "ADVISOR_1819", purpose: "EMERGENCY" }, true],
    ["by the data protection officer", { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION" }, true],
    ["by who reviews merges", { role: "MERGE_REVIEWER", purpose: "MATCHING" }, true],
    ["at a difficulty case", { categories: ["DIFFICULTY_CASE"] }, true],
    ["that was refused a difficulty case", { withheld: ["DIFFICULTY_CASE"] }, true],
  ])("%s", (_, part, restricted) => {
    const whole = { ...look, ...part };
    expect(restrictionOf(whole)).toBe(restricted ? "RESTRICTED" : null);
    const told = asThroughEnterprise(whole);
    expect(told).toEqual(
      restricted
        ? {
            ...whole,
            agencyCode: null,
            system: null,
            role: null,
            purpose: null,
            caseReference: null,
            categories: [],
            withheld: [],
            restriction: "RESTRICTED",
          }
        : whole,
    );
  });

  it("is blank for no purpose by a name that does not exist", () => {
    const known = Object.keys(purposes);
    for (const purpose of ["DIFFICULTY_HELP", "EMERGENCY", "MATCHING", "DATA_PROTECTION"])
      expect(known).toContain(purpose);
  });
});
