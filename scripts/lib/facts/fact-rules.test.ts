import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conceptList, readConcepts } from "@parcours/shared/concepts/concept-list";
import { discoverSubgraphs } from "../discover-subgraphs.js";
import { factRows } from "../generate/facts-page.js";
import { workspaceRoot } from "../workspace.js";
import { brokenFacts } from "./fact-rules.js";
import { ownedFields } from "./facts-of-graph.js";

const root = workspaceRoot();
const schemas = [
  ...discoverSubgraphs(root).map(({ name, folder }) => ({ name, file: join(folder, "schema.graphql") })),
  { name: "desk", file: join(root, "gateway/desk.graphql") },
].map(({ name, file }) => ({ name, sdl: readFileSync(file, "utf8") }));
const fields = ownedFields(schemas);
const text = readFileSync(join(root, "shared/concepts.yaml"), "utf8");

/** The product's list with one text replaced. */
function listWith(from: string | RegExp, to: string): ReturnType<typeof readConcepts> {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in the list`);
  return readConcepts(changed);
}

describe("the facts of the graph", () => {
  it("are each in one concept, with owner, source, category and day", () => {
    expect(brokenFacts(conceptList, fields)).toEqual([]);
    const rows = factRows(conceptList, fields);
    expect(rows).toContainEqual([
      "Entrepreneur.familyName",
      "front-door",
      "The person",
      "IDENTITY",
      "2026-11-21",
      "FAMILY_NAME",
    ]);
    expect(rows.flat()).not.toContain("");
  });

  it("are refused where a field is in no concept, and the owner and the way out are named", () => {
    const more = {
      name: "housing",
      sdl: 'type Entrepreneur @key(fields: "id") { id: ID! shoeSize: Int @category(name: "IDENTITY") }',
    };
    expect(brokenFacts(conceptList, ownedFields([...schemas, more]))).toEqual([
      'Entrepreneur.shoeSize of "housing" is in no concept: add the concept that it holds to shared/concepts.yaml (fact: Entrepreneur.shoeSize), or put it under notFacts as DERIVED or LIST, with the reason.',
    ]);
  });

  it.each([
    [
      "a fact that does not exist",
      "fact: Entrepreneur.postcode",
      "fact: Entrepreneur.zip",
      ["Entrepreneur.postcode of", "HOME_POSTCODE says that Entrepreneur.zip holds it"],
    ],
    [
      "a fact of two concepts",
      "fact: Entrepreneur.birthDate",
      "fact: Entrepreneur.sex",
      ["Entrepreneur.birthDate of", "Entrepreneur.sex is the fact of BIRTH_DATE and SEX"],
    ],
    [
      "a mark on a field that does not exist",
      "Entrepreneur.lookups:",
      "Entrepreneur.looks:",
      ["Entrepreneur.lookups of", "notFacts speaks of Entrepreneur.looks"],
    ],
    [
      "a fact that is marked as none",
      "Entrepreneur.lookups:",
      "Entrepreneur.sex:",
      ["Entrepreneur.lookups of", "Entrepreneur.sex is the fact of SEX and stands under notFacts"],
    ],
  ])("are refused where there is %s", (_, from, to, messages) => {
    expect(brokenFacts(listWith(from, to), fields)).toEqual(
      messages.map((message) => expect.stringContaining(message) as string),
    );
  });
});
