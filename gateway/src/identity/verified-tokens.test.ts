import { VerifiedTokens } from "./verified-tokens.js";

describe("the tokens that were verified", () => {
  it("are found until they expire", () => {
    const tokens = new VerifiedTokens<{ expires: number }>();
    tokens.keep("a", { expires: 100 });
    expect(tokens.find("a", 99.9)).toEqual({ expires: 100 });
    expect(tokens.find("a", 100)).toBeUndefined();
    expect(tokens.find("a", 50)).toBeUndefined();
  });

  it("are at most so many: what was used longest ago goes", () => {
    const tokens = new VerifiedTokens<{ expires: number }>(2);
    tokens.keep("a", { expires: 100 });
    tokens.keep("b", { expires: 100 });
    tokens.find("a", 1);
    tokens.keep("c", { expires: 100 });
    expect(["a", "b", "c"].map((token) => tokens.find(token, 1) !== undefined)).toEqual([true, false, true]);
  });

  it("stay as many when one is kept again", () => {
    const tokens = new VerifiedTokens<{ expires: number }>(2);
    for (const token of ["a", "b", "b", "b"]) tokens.keep(token, { expires: 100 });
    expect(tokens.find("a", 1)).toBeDefined();
  });
});
