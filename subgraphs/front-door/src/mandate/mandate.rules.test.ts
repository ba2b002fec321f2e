import { dayBefore, endsAfterItBegins, registerOf } from "./mandate.rules.js";

describe("a mandate", () => {
  it.each([
    ["KBO", "https://kbopub.economie.fgov.be"],
    ["NATIONAL_REGISTER", "https://www.ibz.rrn.fgov.be"],
    ["OFFICE", undefined],
    ["DEMONSTRATION", undefined],
    ["PERSON", undefined],
  ])("from %s is put right at %s", (source, address) => expect(registerOf(source)?.corrections).toBe(address));

  it.each([
    ["2026-01-01", null, true],
    ["2026-01-01", "2026-01-01", true],
    ["2026-01-02", "2026-01-01", false],
  ])("from %s to %s ends after it begins: %s", (since, until, expected) =>
    expect(endsAfterItBegins({ since, until })).toBe(expected),
  );

  it.each([
    ["2026-03-01", "2026-02-28"],
    ["2028-03-01", "2028-02-29"],
    ["2026-01-01", "2025-12-31"],
  ])("of %s ends, at once, on %s", (day, before) => expect(dayBefore(day)).toBe(before));
});
