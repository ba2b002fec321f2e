import { filingDueOn, wasFiledLate } from "./filing.rules.js";

describe("annual accounts are to be filed within seven months", () => {
  it.each([
    ["2023-12-31", "2024-07-31"],
    ["2023-06-30", "2024-01-31"],
    ["2023-03-31", "2023-10-31"],
    ["2023-07-31", "2024-02-29"],
    ["2022-07-31", "2023-02-28"],
    ["2023-06-15", "2024-01-15"],
    ["2023-07-30", "2024-02-29"],
  ])("closed on %s, due on %s", (closedOn, dueOn) => {
    expect(filingDueOn(closedOn)).toBe(dueOn);
  });

  it.each([
    ["2024-07-31", false],
    ["2024-08-01", true],
    ["2024-05-02", false],
  ])("filed on %s: late %s", (filedOn, late) => {
    expect(wasFiledLate("2023-12-31", filedOn)).toBe(late);
  });
});
