import { quarterOf } from "./satisfaction.rules.js";

describe("the quarter of a day", () => {
  it.each([
    ["2024-01-01", "2024-01-01"],
    ["2024-03-31", "2024-01-01"],
    ["2024-04-01", "2024-04-01"],
    ["2024-12-31", "2024-10-01"],
  ])("%s lies in that of %s", (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });
});
