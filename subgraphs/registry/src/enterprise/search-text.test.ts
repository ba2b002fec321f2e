import { searchQuery, searchText } from "./search-text.js";

describe("texts are compared without accents, case and punctuation", () => {
  it.each([
    ['Société L\'Étoile "du Midi"', "societe l etoile du midi"],
    ["  A.B.C. & Cie  ", "a b c cie"],
    ["Œuvres d'Ægir Straße Øl Łódź", "oeuvres d aegir strasse ol lodz"],
    ["100% Naturel n°5", "100 naturel n 5"],
    ["…", ""],
  ])("%s", (text, expected) => {
    expect(searchText(text)).toBe(expected);
  });

  it.each([
    ["Étoi mid", "etoi:* & mid:*"],
    ["& | ! ( ) : * ' \\", null],
    ["a:b'c", "a:* & b:* & c:*"],
  ])("a search for %s asks for the beginnings of words, and nobody writes an operator", (text, expected) => {
    expect(searchQuery(text)).toBe(expected);
  });
});
