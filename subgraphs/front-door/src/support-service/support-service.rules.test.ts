import type { DomainError } from "@parcours/shared/errors";
import { sectors } from "../labels/sectors.js";
import { filterMustNameCodesThatExist } from "./support-service.rules.js";

const agencies = ["1819", "HUB"];

/** The error that a filter is refused with. */
function refusal(filter: Parameters<typeof filterMustNameCodesThatExist>[0]): DomainError {
  try {
    filterMustNameCodesThatExist(filter, agencies);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error("the filter was accepted");
}

describe("a filter of the catalogue names codes that exist", () => {
  it.each([
    ["nothing", {}],
    ["null", { stage: null, agency: null }],
    [
      "a code of every list",
      {
        category: "FINANCING_SUBSIDY",
        stage: "PRE_CREATION",
        profile: "CANDIDATE",
        sector: "ICT",
        need: "PERMITS",
        agency: "1819",
        helpLanguage: "EN",
      },
    ],
  ])("accepts %s", (_, filter) => {
    expect(() => filterMustNameCodesThatExist(filter, agencies)).not.toThrow();
  });

  it.each(["category", "stage", "profile", "sector", "need", "agency", "helpLanguage"] as const)(
    "refuses a code that the list of %s does not have, and says what it has",
    (part) => {
      const { definition, details } = refusal({ [part]: "MARTIAN" });
      expect(definition.code).toBe("SUPPORT_SERVICE_CODE_UNKNOWN");
      expect(details).toMatchObject({ argument: `filter.${part}`, given: "MARTIAN" });
      expect(details["allowed"]).not.toHaveLength(0);
    },
  );

  it.each([
    ["another case", { sector: "ict" }, "ict"],
    ["an empty code", { sector: "" }, ""],
    ["what every object inherits", { sector: "toString" }, "toString"],
    ["free text, which it does not repeat", { sector: "Amina El Khattabi" }, "…"],
  ])("refuses %s", (_, filter, given) => {
    expect(refusal(filter).details).toEqual({ argument: "filter.sector", given, allowed: Object.keys(sectors) });
  });

  it("says so in French, Dutch and English", () => {
    const error = refusal({ agency: "MARTIAN" });
    expect(error.messageIn("FR")).toBe(
      "filter.agency : le code « MARTIAN » n'existe pas. Codes possibles : 1819, HUB.",
    );
    expect(error.messageIn("NL")).toBe("filter.agency: de code „MARTIAN” bestaat niet. Mogelijke codes: 1819, HUB.");
    expect(error.messageIn("EN")).toBe("filter.agency: there is no code “MARTIAN”. Possible codes: 1819, HUB.");
  });
});
