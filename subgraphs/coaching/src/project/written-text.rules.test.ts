import { writtenTextIn } from "./written-text.rules.js";

const bounds = { least: 2, most: 5, language: "NL" } as const;

describe("a text with its language", () => {
  it.each<[unknown, object | null]>([
    [
      { text: " ab ", language: "FR" },
      { text: "ab", language: "FR" },
    ],
    ["abc", { text: "abc", language: "NL" }],
    [{ text: "a", language: "FR" }, null],
    [{ text: "abcdef", language: "FR" }, null],
    [{ text: "abc", language: "DE" }, null],
    [{ text: "a\u0000b", language: "FR" }, null],
    [{ text: 12, language: "FR" }, null],
    [null, null],
    [["abc"], null],
  ])("%j: %j", (given, text) => {
    expect(writtenTextIn(given, bounds)).toEqual(text);
  });
});
