import { bigInt, check, property } from "fast-check";
import { cents, euros } from "./money.js";

describe("an amount", () => {
  it.each([
    [59_225_500n, "592255.00"],
    [0n, "0.00"],
    [5n, "0.05"],
    [-5n, "-0.05"],
    [-12_345n, "-123.45"],
    [9_223_372_036_854_775_807n, "92233720368547758.07"],
    ["2100000001", "21000000.01"],
  ])("of %s cents is written %s", (value, text) => expect(euros(value)).toBe(text));

  it.each([
    ["592255", 59_225_500n],
    ["592255.0", 59_225_500n],
    [" 0.05 ", 5n],
    ["-0.05", -5n],
    ["-123.4", -12_340n],
    ["007.10", 710n],
  ])("%s is read as %s cents", (text, value) => expect(cents(text)).toBe(value));

  it.each(["", ".5", "5.", "1.234", "1,5", "1e3", "+5", "--5", "5 000", "NaN", "€5", "١"])("%j is none", (text) =>
    expect(cents(text)).toBeNull(),
  );

  it("is read as it was written, of any size", () => {
    expect(
      check(property(bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => cents(euros(value)) === value))
        .failed,
    ).toBe(false);
  });
});
