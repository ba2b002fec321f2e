import { copyLine } from "./copy-text.js";

describe("a line of COPY", () => {
  it.each([
    ["null, and text that looks like it", [null, "\\N"], "\\N\t\\\\N\n"],
    ["tabs, line ends and backslashes", ["a\tb\nc\rd\\e"], "a\\tb\\nc\\rd\\\\e\n"],
    ["an apostrophe, as it is", ["D'Hondt"], "D'Hondt\n"],
    ["cents beyond the whole numbers of JavaScript", [9_007_199_254_740_993n], "9007199254740993\n"],
    ["booleans and numbers", [true, false, 1.5], "true\tfalse\t1.5\n"],
    ["instants in UTC", [new Date("2026-03-31T10:00:00+02:00")], "2026-03-31T08:00:00.000Z\n"],
    ["an empty array and an empty text", [[], ""], "{}\t\n"],
    [
      "array elements that look like something else",
      [["a,b", 'c"d', "NULL", "e\\f", null, "{g}"]],
      '{"a,b","c\\\\"d","NULL","e\\\\\\\\f",NULL,"{g}"}\n',
    ],
    ["json with a line end and a bigint", [{ json: { note: "x\ny", cents: 5n } }], '{"note":"x\\\\ny","cents":"5"}\n'],
    ["no zero character, which PostgreSQL cannot keep", ["a\u0000b"], "ab\n"],
  ])("holds %s", (_what, values, expected) => expect(copyLine(values)).toBe(expected));

  it("refuses what is no number", () => expect(() => copyLine([Number.NaN])).toThrow("no number"));
});
