import { brusselsDate, isActive, overlap } from "./periods.js";

describe("a day in Brussels", () => {
  it.each([
    ["2024-06-30T21:59:59.999Z", "2024-06-30"],
    ["2024-06-30T22:00:00Z", "2024-07-01"],
    ["2024-12-31T22:59:59Z", "2024-12-31"],
    ["2024-12-31T23:00:00Z", "2025-01-01"],
    ["2024-03-31T00:59:59Z", "2024-03-31"],
    ["2024-10-27T23:00:00Z", "2024-10-28"],
  ])("%s is %s", (instant, day) => expect(brusselsDate(new Date(instant))).toBe(day));
});

describe("help", () => {
  it.each([
    ["2024-01-01", null, true],
    ["2024-05-15", "2024-05-15", true],
    ["2024-05-16", null, false],
    ["2024-01-01", "2024-05-14", false],
    ["2024-01-01", "2024-05-15", true],
    [null, null, false],
    [null, "2025-01-01", false],
  ])("from %s to %s runs on 15 May 2024: %s", (since, until, expected) =>
    expect(isActive(since, until, "2024-05-15")).toBe(expected),
  );
});

describe("two periods", () => {
  it.each([
    ["2024-01-01", "2024-02-01", "2024-02-01", "2024-03-01", true],
    ["2024-01-01", "2024-01-31", "2024-02-01", null, false],
    ["2024-01-01", null, null, "2024-01-01", true],
    [null, null, "2024-01-01", "2024-01-02", true],
    ["2024-02-01", null, null, "2024-01-31", false],
  ])("%s–%s and %s–%s share a day: %s, whichever comes first", (aSince, aUntil, bSince, bUntil, expected) => {
    const [a, b] = [
      { since: aSince, until: aUntil },
      { since: bSince, until: bUntil },
    ];
    expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected]);
  });
});
