import { coverageIsAllowed, guaranteedPart } from "./guarantee.rules.js";

describe("a guarantee covers part of a loan (S77; reference 4.1)", () => {
  test.each([
    [0, false],
    [1, true],
    [80, true],
    [81, false],
    [50.5, false],
  ])("%p per cent: %p", (percent, allowed) => {
    expect(coverageIsAllowed(percent)).toBe(allowed);
  });

  test.each([
    [10_000_000n, 80, 8_000_000n],
    [99n, 50, 49n],
  ])("of %p cents at %p per cent is %p", (loan, percent, part) => {
    expect(guaranteedPart(loan, percent)).toBe(part);
  });
});
