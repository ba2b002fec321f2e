import { conceptList, readConcepts } from "./concept-list.js";

const sources = `
sources:
  PERSON: { names: { fr: La personne, nl: De persoon, en: The person }, register: false }
  KBO: { names: { fr: BCE, nl: KBO, en: CBE }, register: true, corrections: "https://kbo.example" }
`;
const labels = "{ fr: Nom, nl: Naam, en: Name }";
const listOf = (concepts: string, notFacts = ""): string => `${sources}concepts:\n${concepts}${notFacts}`;
const concept = (more: string): string =>
  `  NAME: { labels: ${labels}, is: A name., source: PERSON, since: 2026-11-21${more} }\n`;

describe("the list of concepts", () => {
  it("reads the product's own, with a source for every concept", () => {
    expect(conceptList.concepts.size).toBeGreaterThan(60);
    expect(conceptList.concepts.get("FAMILY_NAME")).toMatchObject({
      fact: "Entrepreneur.familyName",
      isEverybodys: true,
    });
    expect(conceptList.concepts.get("SEAT")).toMatchObject({ source: "KBO", isEverybodys: false });
  });

  it("gives every concept without fact and register somebody for whom an answer stands", () => {
    const silent = [...conceptList.concepts.values()].filter(
      ({ fact, source, about }) => !fact && !conceptList.sources.get(source)?.register && !about,
    );
    expect(silent).toEqual([]);
  });

  it.each([
    [
      "a missing label",
      `  NAME: { labels: { fr: Nom, nl: Naam }, is: A name., source: PERSON, since: 2026-11-21 }\n`,
      "NAME.en is missing",
    ],
    ["a second fact", concept(", fact: [A.b, C.d]"), "NAME has 2 facts (A.b, C.d): a concept has one"],
    ["no sentence", concept("").replace("A name.", "name"), "NAME does not say in a sentence what it is"],
    ["an unknown source", concept("").replace("PERSON", "GOSSIP"), "NAME has an unknown source GOSSIP"],
    ["an unknown existence", concept(", existence: MAYBE"), "NAME has an unknown existence"],
    ["an unknown property", concept(", colour: red"), "NAME has an unknown property colour"],
    ["an answer beside a fact", concept(", fact: A.b, about: PERSON, months: 3"), "NAME has a fact, so an answer"],
    ["an answer without an end", concept(", about: PERSON"), "NAME must say months"],
    ["a mark without reason", listOf(concept(""), "notFacts: { A.b: { kind: LIST } }"), "A.b does not say why"],
    [
      "a mark of nothing",
      listOf(concept(""), "notFacts: { A.b: { kind: DERIVED, of: X, why: y } }"),
      'A.b is of an unknown concept "X"',
    ],
  ])("refuses %s", (_, text, message) => {
    expect(() => readConcepts(text.startsWith("  ") ? listOf(text) : text)).toThrow(message);
  });

  it("refuses a code that stands there twice", () => {
    expect(() => readConcepts(listOf(concept("") + concept("")))).toThrow(/unique/);
  });
});
