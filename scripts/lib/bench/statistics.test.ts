import { atLeast, atMost, median, medianInterval, quantile } from "./statistics.js";

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe("a median", () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])("of %j is %d", (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it("of nothing is refused", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("the interval of a median", () => {
  // Ranks of the binomial distribution with one half, as tables of the sign test give them.
  it.each([
    [2, 1, 2],
    [5, 1, 5],
    [6, 1, 6],
    [9, 2, 8],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [40, 14, 27],
  ])("of %d values reaches from the value of rank %d to that of rank %d", (count, low, high) => {
    const shuffled = range(count).sort((a, b) => ((a * 7) % count) - ((b * 7) % count));
    expect(medianInterval(shuffled)).toEqual({ median: (count + 1) / 2, low, high });
  });

  it("is not shifted by a few slices that a neighbour slowed", () => {
    const disturbed = [...range(20).slice(3), 500, 600, 700];
    expect(medianInterval(disturbed).high).toBeLessThan(20);
  });
});

describe("a verdict", () => {
  const interval = { median: 0.2, low: 0.15, high: 0.25 };

  it.each([
    [0.15, "met"],
    [0.16, "inconclusive"],
    [0.25, "inconclusive"],
    [0.26, "missed"],
  ])("on a target of at least %d is %s", (target, verdict) => {
    expect(atLeast(interval, target)).toBe(verdict);
  });

  it.each([
    [0.25, "met"],
    [0.24, "inconclusive"],
    [0.15, "inconclusive"],
    [0.14, "missed"],
  ])("on a target of at most %d is %s", (target, verdict) => {
    expect(atMost(interval, target)).toBe(verdict);
  });
});

it("finds quantiles of sorted values", () => {
  expect([quantile(range(100), 0.5), quantile(range(100), 0.99), quantile([7], 0.99)]).toEqual([51, 100, 7]);
});
