import { parse } from "graphql";
import { AskedShapes, fieldTypesOf, fitted, misfit } from "./asked-shape.js";

const shapes = new AskedShapes(
  fieldTypesOf(
    parse(`
      type Query { person: Person people: [Person!]! }
      type Mutation { act: Person }
      interface Entry { id: ID! }
      type Stay implements Entry { id: ID! at: Person }
      type Loan implements Entry { id: ID! at: [String] }
      type Person { id: ID! name: String tags: [String!] table: [[Int]] entries: [Entry] }
    `),
  ),
);
const fit = (query: string, data: Record<string, unknown>): unknown => fitted(structuredClone(data), shapes.of(query));

describe("an answer to a fetch", () => {
  it.each([
    ["{ person { name } }", { person: { name: "a" } }],
    ["{ person { name } }", { person: null }],
    ["{ p: people { id tags table } }", { p: [{ id: 1, tags: ["x"], table: [[1], null] }, null] }],
    ["mutation { act { name } }", { act: { name: "a" } }],
    [
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { name } } }",
      { _entities: [{ name: "a" }, null] },
    ],
    [
      "{ person { entries { __typename ...F ... on Loan { at } } } } fragment F on Entry { id }",
      { person: { entries: [{ __typename: "Loan", id: 1, at: ["x"] }] } },
    ],
  ])("%s may be %j", (query, data) => {
    expect(fit(query, data)).toEqual(data);
  });

  it.each([
    ["{ person { name } }", { person: [{ name: "a" }] }],
    ["{ person { name } }", { person: "a" }],
    ["{ person { name } }", { person: { name: ["a"] } }],
    ["{ people { name } }", { people: { name: "a" } }],
    ["{ people { name } }", { people: [[{ name: "a" }]] }],
    ["{ people { table } }", { people: [{ table: [1] }] }],
    ["{ person { entries { ... on Stay { at { id } } } } }", { person: { entries: [{ at: [{ id: 1 }] }] } }],
  ])("%s is no answer as %j", (query, data) => {
    expect(fit(query, data)).toBe(misfit);
  });

  it("keeps nothing that was not asked, however deep", () => {
    const query = "{ person { n: name entries { ... on Stay { at { id } } } } }";
    const lies = {
      person: { n: "a", name: "b", sex: "F", entries: [{ id: 1, at: { id: 2, name: "c" } }] },
      people: [],
    };
    expect(fit(query, lies)).toEqual({ person: { n: "a", entries: [{ at: { id: 2 } }] } });
  });
});
