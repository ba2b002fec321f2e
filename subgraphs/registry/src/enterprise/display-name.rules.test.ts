import { displayNameOf, establishmentNameOf, type NameRow } from "./display-name.rules.js";

const name = (typeCode: string, languageCode: string, denomination: string): NameRow => ({
  typeCode,
  languageCode,
  denomination,
});
const fr = name("001", "1", "Le Nom");
const nl = name("001", "2", "De Naam");
const none = name("001", "0", "Nom");
const short = name("002", "0", "LN");
const shop = name("003", "1", "La Boutique");

describe("the name to show for an enterprise", () => {
  it.each([
    ["in the language", [nl, fr], "FR", "Le Nom"],
    ["in the other language", [nl, fr], "NL", "De Naam"],
    ["in no language before another one", [nl, none], "FR", "Nom"],
    ["in another language before the abbreviation", [short, nl], "FR", "De Naam"],
    ["the abbreviation where there is nothing else", [short], "FR", "LN"],
    ["a commercial name where there is nothing else", [shop], "NL", "La Boutique"],
    ["English readers get no language preferred", [fr, nl, none], "EN", "Nom"],
    ["nothing where the register gives none", [], "FR", null],
    ["no kind of name that the rule does not know", [name("009", "1", "X")], "FR", null],
  ] as const)("%s", (_, names, language, expected) => {
    expect(displayNameOf(names, language)).toBe(expected);
  });
});

describe("the name to show for an establishment", () => {
  it.each([
    ["its commercial name in the language", [shop], [fr, nl], "FR", "La Boutique"],
    ["the enterprise's name in the language before a commercial name in another", [shop], [fr, nl], "NL", "De Naam"],
    ["its own name where the enterprise has none", [shop], [], "NL", "La Boutique"],
    ["nothing where neither has one", [], [], "NL", null],
  ] as const)("%s", (_, own, enterprise, language, expected) => {
    expect(establishmentNameOf(own, enterprise, language)).toBe(expected);
  });
});
