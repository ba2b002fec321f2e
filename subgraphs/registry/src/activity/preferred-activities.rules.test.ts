import { preferredActivities } from "./preferred-activities.rules.js";

const row = (groupCode: string, naceVersion: string, code: string) => ({ groupCode, naceVersion, code });

describe("the activities to show", () => {
  it("are, of each group, those in its newest version", () => {
    const rows = [
      row("001", "2008", "a"),
      row("001", "2025", "b"),
      row("001", "2025", "c"),
      row("006", "2003", "d"),
      row("006", "2008", "e"),
      row("003", "2003", "f"),
    ];
    expect(preferredActivities(rows).map(({ code }) => code)).toEqual(["b", "c", "e", "f"]);
  });

  it("count a version that came later as newer", () => {
    expect(preferredActivities([row("001", "2025", "a"), row("001", "2031", "b")]).map(({ code }) => code)).toEqual([
      "b",
    ]);
  });

  it("are none where there are none", () => {
    expect(preferredActivities([])).toEqual([]);
  });
});
