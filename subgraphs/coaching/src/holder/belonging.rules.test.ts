import { holdingEnterprise } from "./belonging.rules.js";

const number = "0010000007";

describe("the enterprise that holds an entry", () => {
  it.each([
    [{ enterpriseNumber: number, topic: "FINANCING", stage: "GROWTH" }, number],
    [{ enterpriseNumber: null, topic: "CREATION", stage: "PRE_CREATION" }, null],
    [{ enterpriseNumber: number, topic: "TRANSFER", stage: "GROWTH" }, null],
    [{ enterpriseNumber: number, topic: "LEGAL", stage: "TRANSFER" }, null],
    [{ enterpriseNumber: number, package: "TRANSFER" }, null],
    [{ enterpriseNumber: number, package: "GROWTH" }, number],
  ])("of %j is %s", (entry, expected) => {
    expect(holdingEnterprise(entry)).toBe(expected);
  });
});
