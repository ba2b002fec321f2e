import { wordsOf } from "../entrepreneur/name-words.js";
import { formsOf, soundOf } from "./name-forms.js";
import { theNameIsRareOrCommon, theNamesAgree } from "./name.rules.js";

const knownWords = new Set([
  "hassan",
  "hussein",
  "lien",
  "lies",
  "peeters",
  "pieters",
  "maes",
  "zorin",
  "quirin",
  "russo",
  "dumitrescu",
]);
const name = (text: string) => {
  const [given = "", family = ""] = text.split("|");
  return formsOf({ given, family });
};

describe("the names agree", () => {
  it.each([
    ["Amina|El Idrissi", "amina|EL-IDRISSI", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Łukasz|Wójcik", "Lukasz|Wojcik", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Иван|Петров", "Ivan|Petrov", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Jan|Van den Broeck", "Jan Van den|Broeck", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Jan|Peeters", "Peeters|Jan", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Jan|Peeters", "Jan Peeters|Peeters", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Jan|Vandenbroeck", "Jan|Van den Broeck", "SAME_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Jean|Dubois", "Jan|Dubois", "VARIANT_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Youssef|Chérif", "Yusuf|Sherif", "VARIANT_GIVEN_NAME", "VARIANT_FAMILY_NAME", null],
    ["Mohamed|Bouzid", "Muhammad|Ben Bouzid", "VARIANT_GIVEN_NAME", "VARIANT_FAMILY_NAME", null],
    ["Jean-Baptiste|Lambert", "Jean|Lambert", "PART_OF_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Marie|Dupont", "Marie|Dupont-Lambert", "SAME_GIVEN_NAME", "PART_OF_FAMILY_NAME", null],
    ["J.|Dubois", "Jean|Dubois", "INITIAL_OF_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Mraie|Dubois", "Marie|Dubois", "MISTYPED_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Pere|Nijs", "Peter|Nijs", "MISTYPED_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["uLc|Claes", "Luc|Claes", "MISTYPED_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Marie|Leclerq", "Marie|Leclercq", "SAME_GIVEN_NAME", "VARIANT_FAMILY_NAME", null],
    ["Marie|Collignob", "Marie|Collignon", "SAME_GIVEN_NAME", "MISTYPED_FAMILY_NAME", null],
    ["Hassan|Kaya", "Hussein|Kaya", "SIMILAR_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Lien|Maes", "Lies|Maes", "SIMILAR_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["An|Peeters", "An|Pieters", "SAME_GIVEN_NAME", "SIMILAR_FAMILY_NAME", null],
    ["Lotte|Maes", "Bart|Maes", "OTHER_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Xq|Maes", "Bart|Maes", "UNREADABLE_GIVEN_NAME", "SAME_FAMILY_NAME", null],
    ["Marie|Dubois", "Marie|Lambert", "SAME_GIVEN_NAME", "OTHER_FAMILY_NAME", null],
    ["Duboiss|Marie", "Marie|Dubois", "SAME_GIVEN_NAME", "VARIANT_FAMILY_NAME", "NAMES_CHANGED_PLACES"],
    ["Maes|Zorin", "Quirin|Maes", "OTHER_GIVEN_NAME", "SAME_FAMILY_NAME", "NAMES_CHANGED_PLACES"],
    ["Russo|Andreea", "Andreea|Dumitrescu", "SAME_GIVEN_NAME", "OTHER_FAMILY_NAME", "NAMES_CHANGED_PLACES"],
  ])("%s and %s: %s, %s, %s", (one, other, given, family, order) => {
    const found = theNamesAgree([name(one)], [name(other)], { knownWords });
    expect(found).toEqual({ given, family, order });
    expect(theNamesAgree([name(other)], [name(one)], { knownWords })).toEqual(found);
  });

  it("where one of several spellings does", () => {
    const found = theNamesAgree([name("Jan|Peeters")], [name("Zoé|Rossi"), name("Jan|Peeters")], { knownWords });
    expect(found?.given).toBe("SAME_GIVEN_NAME");
  });
});

describe("a name", () => {
  it.each([
    [1, "RARE_NAME"],
    [3, "RARE_NAME"],
    [4, null],
    [17, null],
    [18, "COMMON_NAME"],
  ])("that %i bear is %s", (bearers, finding) => {
    const namesakes = new Map([["jan peeters", bearers]]);
    expect(theNameIsRareOrCommon([name("Jan|Peeters"), name("Jn|Peeters")], { namesakes })).toBe(finding);
  });

  it.each([
    ["mohammed", "muhammad", true],
    ["khadija", "kadija", true],
    ["schroder", "schroeder", true],
    ["rachid", "rashid", true],
    ["hassan", "hussein", false],
    ["lien", "lies", false],
  ])("%s sounds like %s: %s", (one, other, same) => expect(soundOf(one) === soundOf(other)).toBe(same));

  it("is read in any script", () =>
    expect(wordsOf("D'Hondt-Élise Şahin Ørsted ß")).toEqual(["d", "hondt", "elise", "sahin", "orsted", "ss"]));
});
