import { softLandingMustEndWithinThreeMonths } from "./housing-stay.rules.js";

describe("a soft landing must end within three months", () => {
  it.each([
    ["three months to the day", "2024-01-15", "2024-04-15"],
    ["a shorter one", "2024-01-15", "2024-02-01"],
    ["to the last day of a shorter month", "2023-11-30", "2024-02-29"],
  ])("accepts %s", (_, since, until) => {
    expect(() => softLandingMustEndWithinThreeMonths({ stayKind: "SOFT_LANDING", since, until })).not.toThrow();
  });

  it.each([
    ["a day more", "2024-01-15", "2024-04-16"],
    ["a day more than the end of a shorter month", "2023-11-30", "2024-03-01"],
    ["no end", "2024-01-15", null],
  ])("refuses %s", (_, since, until) => {
    expect(() => softLandingMustEndWithinThreeMonths({ stayKind: "SOFT_LANDING", since, until })).toThrow(
      /SOFT_LANDING_TOO_LONG/,
    );
  });

  it("says nothing of other stays", () => {
    expect(() =>
      softLandingMustEndWithinThreeMonths({ stayKind: "RENTAL", since: "2014-01-01", until: null }),
    ).not.toThrow();
  });
});
