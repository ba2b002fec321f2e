import type { DescribedFact } from "@parcours/shared/intake/described-form";
import { canBeGranted, factState, IntakeState, rightsOf, type FactAnswer } from "./fact-state.rules.js";

const words = { fr: "Un", nl: "Een", en: "One" };
const fact = (isEverybodys: boolean, register: boolean): DescribedFact => ({
  coordinate: "Entrepreneur.birthDate",
  concept: "BIRTH_DATE",
  label: words,
  owner: "front-door",
  category: "BIRTH_DATE",
  source: { code: "X", names: words, register },
  isEverybodys,
  root: { field: "entrepreneur", argument: "id", type: "ID!", provenance: null },
  selection: "birthDate",
});
const { KNOWN, NOT_SHARED, PENDING, TO_ASK } = IntakeState;

describe("the state of a fact", () => {
  it.each<[string, unknown, FactAnswer["fault"], boolean, boolean, IntakeState]>([
    ["that its owner tells", "1980-01-01", null, false, false, KNOWN],
    ["that nobody told yet", null, null, false, false, TO_ASK],
    ["that was answered with 'unknown'", "UNKNOWN", null, true, false, TO_ASK],
    ["that is an empty list", [], null, false, false, TO_ASK],
    ["that is a page without rows", { edges: [] }, null, false, false, TO_ASK],
    ["that is a page with rows", { edges: [{ node: {} }] }, null, false, false, KNOWN],
    ["that is zero", 0, null, false, false, KNOWN],
    ["that is no", false, null, false, false, KNOWN],
    ["that a register does not have", null, null, false, true, KNOWN],
    ["that a register has no rows of", { edges: [] }, null, false, true, KNOWN],
    ["that is withheld, where not everybody has one", null, "WITHHELD", false, false, TO_ASK],
    ["that is withheld, where everybody has one", null, "WITHHELD", true, false, NOT_SHARED],
    ["that is withheld, of a register", null, "WITHHELD", false, true, NOT_SHARED],
    ["whose owner is silent", null, "SILENT", false, false, PENDING],
    ["whose register is silent", null, "SILENT", false, true, PENDING],
  ])("%s", (_, value, fault, isEverybodys, register, state) => {
    expect(factState(fact(isEverybodys, register), { value, fault })).toBe(state);
  });
});

describe("the right by which a fact is read", () => {
  const own = { role: "ENTREPRENEUR", entrepreneurId: "p" } as const;
  it.each([
    ["anybody's", "PUBLIC", "Enterprise.name", own, ["ANYONE"]],
    ["the person's own", "CONTACT", "Entrepreneur.contactPoints", own, ["OWN"]],
    ["a mandate, of an enterprise", "EARLY_SIGNALS", "Enterprise.earlySignals", own, ["MANDATARY"]],
    ["the role's", "CONTACT", "Entrepreneur.contactPoints", { role: "COACH", agency: "HUB", staffId: "s" }, ["COACH"]],
    [
      "a relation's or a grant's",
      "EARLY_SIGNALS",
      "Enterprise.earlySignals",
      { role: "COACH", agency: "HUB", staffId: "s" },
      ["COACH_OF", "GRANTED"],
    ],
  ] as const)("is %s", (_, category, coordinate, reader, rights) => {
    expect(rightsOf({ category, coordinate }, reader)).toEqual(rights);
  });
});

describe("a grant", () => {
  it("is offered to an agency's staff, for a category that a person can open", () => {
    const officer = { role: "FINANCING_OFFICER", agency: "BWF" } as const;
    expect(canBeGranted("EARLY_SIGNALS", officer)).toBe(true);
    expect(canBeGranted("BIRTH_DATE", officer)).toBe(false);
    expect(canBeGranted("EARLY_SIGNALS", { role: "MANDATARY", entrepreneurId: "p" })).toBe(false);
  });
});
