import { roles } from "../identity/roles.js";
import {
  accessMatrix,
  categoriesOf,
  isOpenAtOwnerAgency,
  isOpenToRole,
  openingRelations,
  readMatrix,
  ruleOf,
} from "./access-matrix.js";

describe("the access matrix", () => {
  it.each([
    [
      "an unknown reader",
      "A: { holds: h, readers: [OWN, BANKER], reason: r }",
      "A names readers that do not exist: BANKER",
    ],
    [
      "an unknown reader at the owner's agency",
      "A: { holds: h, readers: [BANKER@OWNER_AGENCY], reason: r }",
      "BANKER@OWNER_AGENCY",
    ],
    ["a relation at an agency", "A: { holds: h, readers: [OWN@OWNER_AGENCY], reason: r }", "OWN@OWNER_AGENCY"],
    ["a role at a named agency", "A: { holds: h, readers: [COACH@HUB], reason: r }", "COACH@HUB"],
    ["no reason", "A: { holds: h, readers: [OWN] }", "A must say what it holds, who reads it and why"],
    ["an empty reason", "A: { holds: h, readers: [OWN], reason: '' }", "A must say"],
    ["nothing it holds", "A: { readers: [OWN], reason: r }", "A must say"],
    ["no readers", "A: { holds: h, readers: [], reason: r }", "A must say"],
    ["a word for readers", "A: { holds: h, readers: OWN, reason: r }", "A must say"],
    ["nothing", "A:", "A must say"],
    [
      "a category twice",
      "A: { holds: h, readers: [OWN], reason: r }\nA: { holds: h, readers: [ANYONE], reason: r }",
      "unique",
    ],
  ])("is refused with %s", (_, text, message) => expect(() => readMatrix(text)).toThrow(message));

  it("that is empty opens nothing", () => expect(readMatrix("").size).toBe(0));

  it("refuses a category that it lacks", () => expect(() => ruleOf("GOSSIP")).toThrow('no category "GOSSIP"'));

  it("opens nothing to private financiers, and what is restricted to no role that sees every row (R29, R30)", () => {
    expect(roles).not.toContain("PRIVATE_FINANCIER");
    const open = roles.filter((role) => isOpenToRole("DIFFICULTY_CASE", role));
    expect(open).toEqual(["RECOGNISED_HELPER"]);
  });

  it.each([
    ["IDENTITY", "ADVISOR_1819", true, false],
    ["PUBLIC", "SERVICE", true, false],
    ["COACHING_CONTENT", "COACH", false, true],
    ["COACHING_CONTENT", "ADVISOR_1819", false, false],
    ["DECISION", "FINANCING_OFFICER", false, true],
    ["SUPPORT_AMOUNT", "HOUSING_HOST", false, false],
    ["SEX", "STATISTICIAN", false, false],
  ] as const)("%s for %s: everywhere %s, at the own agency %s", (category, role, everywhere, atOwn) => {
    expect([isOpenToRole(category, role), isOpenAtOwnerAgency(category, role)]).toEqual([everywhere, atOwn]);
    const categories = categoriesOf(role);
    expect([categories.everywhere.includes(category), categories.atOwnAgency.includes(category)]).toEqual([
      everywhere,
      atOwn,
    ]);
  });

  it("knows which relations open a category", () => {
    expect(openingRelations("DECISION")).toEqual(["OWN", "MANDATARY", "COACH_OF", "GRANTED"]);
    expect(openingRelations("DIFFICULTY_CASE")).toEqual(["OWN", "ASSIGNED", "GRANTED", "BREAK_GLASS"]);
    expect(openingRelations("PUBLIC")).toEqual([]);
    expect(accessMatrix.size).toBeGreaterThan(10);
  });
});
