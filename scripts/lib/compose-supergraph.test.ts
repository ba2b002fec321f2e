import { buildSchema, parse } from "graphql";
import { composeSupergraph } from "./compose-supergraph.js";
import type { SubgraphSource } from "./compose-supergraph.js";

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@composeDirective"])
    @link(url: "https://parcours.brussels/category/v1.0", import: ["@category"])
    @composeDirective(name: "@category")
  directive @category(name: String!) on FIELD_DEFINITION | OBJECT
  type PageInfo @shareable { hasNextPage: Boolean! endCursor: String }
`;

const frontDoor = `${head}
  interface TimelineEntry { id: ID! occurredAt: String! agency: Agency! label: String }
  interface Support { id: ID! agency: Agency! since: String active: Boolean }
  type Query { entrepreneur(id: ID!): Entrepreneur }
  type Agency @key(fields: "code") { code: ID! name: String }
  type Entrepreneur @key(fields: "id") { id: ID! displayName: String @category(name: "IDENTITY") timeline: TimelineConnection }
  type TimelineConnection { edges: [TimelineEdge!] pageInfo: PageInfo }
  type TimelineEdge { cursor: String node: TimelineEntry }
  type Dossier implements TimelineEntry @key(fields: "id", resolvable: false) {
    id: ID! occurredAt: String! @shareable agency: Agency! @shareable label: String @external }
  type Application implements TimelineEntry & Support @key(fields: "id", resolvable: false) {
    id: ID! occurredAt: String! @shareable agency: Agency! @shareable label: String @external since: String @shareable active: Boolean @shareable }
  type OtherEntry implements TimelineEntry { id: ID! occurredAt: String! agency: Agency! label: String }
`;
const coaching = `${head}
  type Query { dossier(id: ID!): Dossier }
  type Agency @key(fields: "code", resolvable: false) { code: ID! }
  type Dossier @key(fields: "id") {
    id: ID! occurredAt: String! @shareable agency: Agency! @shareable label: String minutes: Int @category(name: "COACHING") tags: [String!] }
  type Entrepreneur @key(fields: "id") { id: ID! dossiers: [Dossier!] }
`;
const financing = `${head}
  type Query { application(id: ID!): Application }
  type Agency @key(fields: "code", resolvable: false) { code: ID! }
  type Application @key(fields: "id") {
    id: ID! occurredAt: String! @shareable agency: Agency! @shareable label: String since: String @shareable active: Boolean @shareable }
`;

/** The three of above, with one text replaced in one of them. */
function withChange(subgraph?: "front-door" | "coaching" | "financing", from = "", to = ""): SubgraphSource[] {
  const sdls = { "front-door": frontDoor, coaching, financing };
  return Object.entries(sdls).map(([name, sdl], index) => {
    if (name === subgraph && !sdl.includes(from)) throw new Error(`${from} is not in ${name}`);
    return {
      name,
      url: `http://127.0.0.1:${4001 + index}/graphql`,
      sdl: name === subgraph ? sdl.replace(from, to) : sdl,
      spine: name === "front-door",
    };
  });
}

function errorsOf(...change: Parameters<typeof withChange>): readonly string[] {
  return composeSupergraph(withChange(...change)).errors ?? [];
}

describe("composing the supergraph", () => {
  it("composes a timeline of stubs over two owners", () => {
    const { supergraphSdl, errors } = composeSupergraph(withChange());
    expect(errors).toBeUndefined();
    expect(supergraphSdl).toContain('@join__graph(name: "front-door", url: "http://127.0.0.1:4001/graphql")');
    expect(() => parse(supergraphSdl ?? "")).not.toThrow();
  });

  it("keeps the category of every field", () => {
    const supergraph = buildSchema(composeSupergraph(withChange()).supergraphSdl ?? "", { assumeValid: true });
    const minutes = (
      supergraph.getType("Dossier") as unknown as { getFields(): Record<string, { astNode?: unknown }> }
    ).getFields()["minutes"];
    expect(JSON.stringify(minutes?.astNode)).toContain("COACHING");
    expect(supergraph.getDirective("category")).toBeDefined();
  });

  it("describes a type in its owner's words, not in those of a stub", () => {
    const sources = withChange("financing", "type Application @key", '"Asked of us." type Application @key').map(
      (source) =>
        source.spine
          ? {
              ...source,
              sdl: source.sdl.replace(
                "type Application implements",
                '"Something elsewhere." type Application implements',
              ),
            }
          : source,
    );
    const application = buildSchema(composeSupergraph(sources).supergraphSdl ?? "", { assumeValid: true }).getType(
      "Application",
    );
    expect(application?.description).toBe("Asked of us.");
  });

  it("does not depend on the order of the subgraphs", () => {
    expect(composeSupergraph(withChange().reverse()).supergraphSdl).toBe(composeSupergraph(withChange()).supergraphSdl);
  });
});

describe("our own rules", () => {
  it("refuse a second owner of a fact, and name the field, both owners and the way out", () => {
    const [message, ...more] = errorsOf("coaching", "dossiers: [Dossier!]", "dossiers: [Dossier!] displayName: String");
    expect(message).toBe(
      'Entrepreneur.displayName has two owners, "coaching" and "front-door": a fact is kept once. Leave it to one of them; the other reads it there through the graph, or gives what it alone knows a field of its own name.',
    );
    expect(more).toEqual([]);
  });

  it("refuse a root field that two subgraphs serve", () => {
    expect(errorsOf("coaching", "type Query {", "type Query { entrepreneur(id: ID!): Entrepreneur")).toEqual([
      expect.stringContaining("Query.entrepreneur has two owners"),
    ]);
  });

  it("see a second owner behind @shareable and behind `extend type`", () => {
    const errors = errorsOf(
      "coaching",
      "dossiers: [Dossier!] }",
      "dossiers: [Dossier!] } extend type Entrepreneur { displayName: String @shareable }",
    );
    expect(errors).toEqual([
      expect.stringContaining("Entrepreneur.displayName has two owners"),
      expect.stringContaining(
        'Entrepreneur.displayName in "coaching", which "front-door" defines too, is @shareable, which only the value types',
      ),
    ]);
    expect(errors[1]).toContain("Remove it. Leave it to one of them; the other reads it there through the graph");
  });

  it("see a second owner that calls the fact a key of its own, for keys may be shared", () => {
    const errors = errorsOf(
      "coaching",
      'type Entrepreneur @key(fields: "id") { id: ID! dossiers',
      'type Entrepreneur @key(fields: "id") @key(fields: "displayName") { id: ID! displayName: String dossiers',
    );
    expect(errors).toEqual([expect.stringContaining("Entrepreneur.displayName has two owners")]);
  });

  it.each([
    ["@shareable", '"@shareable", "@external"', '{ name: "@shareable", as: "@common" }, "@external"'],
    ["the whole of federation", "federation/v2.9", 'federation/v2.9", as: "fed'],
  ])("refuse that %s goes by another name", (_what, from, to) => {
    expect(errorsOf("coaching", from, to)).toContainEqual(
      expect.stringContaining('"coaching" imports a directive of federation under another name'),
    );
  });

  it("let a field be referred to as @external", () => {
    expect(
      errorsOf("coaching", "dossiers: [Dossier!]", "dossiers: [Dossier!] displayName: String @external"),
    ).not.toContainEqual(expect.stringContaining("two owners"));
  });

  it.each([
    ["on a type", "type Dossier @key", "type Dossier @shareable @key", 'Dossier in "coaching" is @shareable'],
    ["on a field", "minutes: Int", "minutes: Int @shareable", 'Dossier.minutes in "coaching" is @shareable'],
    [
      "on a pointer field of a type without stub",
      "dossiers: [Dossier!]",
      "dossiers: [Dossier!] active: Boolean @shareable",
      'Entrepreneur.active in "coaching" is @shareable',
    ],
  ])("refuse @shareable %s", (_where, from, to, message) => {
    expect(errorsOf("coaching", from, to)).toEqual([expect.stringContaining(message)]);
  });

  it("refuse a non-entity type that two subgraphs define", () => {
    const errors = errorsOf("coaching", "type Query", "type TimelineEdge { cursor: String } type Query");
    expect(errors).toEqual([expect.stringContaining('TimelineEdge is defined by "coaching" and "front-door"')]);
    expect(errors[0]).toContain("for instance FrontDoorTimelineEdge");
  });

  it.each([
    [
      "of a type that has a stub",
      "coaching" as const,
      "minutes: Int",
      "minutes: Int!",
      'Dossier.minutes of "coaching" is non-null',
    ],
    [
      "of any entity that another subgraph leads to",
      "front-door" as const,
      "displayName: String",
      "displayName: String!",
      'Entrepreneur.displayName of "front-door" is non-null',
    ],
    ["even a list", "coaching" as const, "tags: [String!]", "tags: [String!]!", "Make it nullable ([String!])"],
  ])("refuse a non-null field %s", (_which, subgraph, from, to, message) => {
    expect(errorsOf(subgraph, from, to)).toEqual([expect.stringContaining(message)]);
  });

  it("refuse a timeline entry without a stub in the spine", () => {
    const errors = errorsOf(
      "coaching",
      "type Query",
      'interface TimelineEntry { id: ID! } type Session implements TimelineEntry @key(fields: "id") { id: ID! } type Query',
    );
    expect(errors).toEqual([
      expect.stringContaining('Session of "coaching" implements TimelineEntry but has no stub in "front-door"'),
    ]);
  });

  it("refuse a stub that nobody owns", () => {
    expect(
      errorsOf(
        "front-door",
        "type OtherEntry",
        'type Lost @key(fields: "id", resolvable: false) { id: ID! } type OtherEntry',
      ),
    ).toEqual([expect.stringContaining("Lost has a stub, but no subgraph owns it")]);
  });

  it("refuse a schema of federation 1, where everything is shareable", () => {
    expect(errorsOf("financing", head, "type PageInfo { hasNextPage: Boolean! endCursor: String }")).toContainEqual(
      expect.stringContaining('"financing" does not link federation 2'),
    );
  });

  it("refuse what Apollo would drop with no more than a hint", () => {
    const sources = withChange("coaching", "dossier(id: ID!)", "dossier(id: ID!, in: Tongue)").map((source) => ({
      ...source,
      sdl: `${source.sdl} enum Tongue { FR NL ${source.name === "coaching" ? "EN" : ""} } ${source.name === "financing" ? "extend type Query { spoken(in: Tongue): String }" : ""}`,
    }));
    expect(composeSupergraph(sources).errors).toEqual([expect.stringContaining("EN")]);
  });

  it("say which schema cannot be read", () => {
    expect(errorsOf("coaching", "type Query {", "type Query {{")).toEqual([
      expect.stringContaining('The schema of "coaching" cannot be read: Syntax Error'),
    ]);
  });
});
