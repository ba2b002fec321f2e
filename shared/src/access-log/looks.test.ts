import { idFrom } from "../ids.js";
import { Looks } from "./looks.js";

const [marie, twin] = [idFrom("marie"), idFrom("twin")];
const enterpriseNumber = "0202239951";

describe("the looks of a request", () => {
  it("are one for each person, with the categories that were served and withheld", () => {
    const looks = new Looks();
    const row = {};
    looks.note({ entrepreneurId: marie }, "IDENTITY", true, row);
    looks.note({ entrepreneurId: marie }, "CONTACT", true, row);
    looks.note({ entrepreneurId: marie }, "SEX", false, row);
    looks.note({ entrepreneurId: marie }, "IDENTITY", true, {});
    expect(looks.all()).toEqual([
      {
        entrepreneurId: marie,
        enterpriseNumber: null,
        categories: ["CONTACT", "IDENTITY"],
        withheld: ["SEX"],
        records: 2,
        result: "PARTIAL",
      },
    ]);
  });

  it.each<[string, readonly [string, boolean][], boolean, string]>([
    ["all served", [["IDENTITY", true]], false, "SERVED"],
    ["none served", [["SEX", false]], false, "WITHHELD"],
    [
      "one category on some rows only",
      [
        ["DECISION", true],
        ["DECISION", false],
      ],
      false,
      "PARTIAL",
    ],
    ["a fault", [["IDENTITY", true]], true, "ERROR"],
  ])("tell of %s", (_, notes, failed, result) => {
    const looks = new Looks();
    for (const [category, served] of notes) looks.note({ entrepreneurId: marie }, category, served, {});
    expect(looks.all(failed).map((look) => look.result)).toEqual([result]);
  });

  it("name every candidate of a look-up, and tell of each once when it is first looked at", () => {
    const told: string[] = [];
    const looks = new Looks(({ entrepreneurId }) => told.push(entrepreneurId ?? ""));
    for (const entrepreneurId of [marie, twin, marie]) looks.note({ entrepreneurId }, "IDENTITY", true, {});
    expect(looks.all().map(({ entrepreneurId }) => entrepreneurId)).toEqual([marie, twin]);
    expect(told).toEqual([marie, twin]);
  });

  it("name the enterprise of a person's row only with what a mandatary may read", () => {
    const looks = new Looks();
    const row = { entrepreneurId: marie, enterpriseNumber };
    looks.note(row, "SUPPORT_GRANTED", true, row);
    looks.note(row, "DIFFICULTY_CASE", false, row);
    looks.note(row, "COACHING_CONTENT", true, row);
    expect(looks.all().map((look) => [look.enterpriseNumber, look.categories, look.withheld])).toEqual([
      [enterpriseNumber, ["SUPPORT_GRANTED"], []],
      [null, ["COACHING_CONTENT"], ["DIFFICULTY_CASE"]],
    ]);
  });

  it("name the enterprise alone where no person is named", () => {
    const looks = new Looks();
    looks.note({ enterpriseNumber }, "DIFFICULTY_CASE", false, {});
    expect(looks.all()).toMatchObject([{ entrepreneurId: null, enterpriseNumber, result: "WITHHELD" }]);
  });

  it("are none where nobody is named, nor where the id is none", () => {
    const looks = new Looks();
    looks.note({}, "IDENTITY", true, {});
    looks.note({ entrepreneurId: "x" }, "IDENTITY", true, {});
    looks.note({ entrepreneurId: "", enterpriseNumber: null }, "IDENTITY", true, {});
    expect(looks.all()).toEqual([]);
  });

  it("count no row where an empty list was served", () => {
    const looks = new Looks();
    looks.note({ entrepreneurId: marie }, "LOOKUPS", true, null);
    expect(looks.all()).toMatchObject([{ records: 0, result: "SERVED" }]);
  });
});
