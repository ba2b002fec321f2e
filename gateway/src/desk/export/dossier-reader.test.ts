import { buildSchema, execute, parse } from "graphql";
import type { GraphAnswer } from "../graph.js";
import { recordsPerPage } from "./dossier-operations.js";
import type { RootPlan } from "./dossier-plan.js";
import { DossierReader } from "./dossier-reader.js";

const schema = buildSchema(`
  type Query { person(id: ID!): Person }
  type Person { name: String section: Section }
  type Section { files(first: Int!, after: String): FileConnection }
  type FileConnection { edges: [FileEdge] pageInfo: PageInfo total: Int }
  type FileEdge { cursor: String node: File }
  type File { id: ID pages(first: Int!, after: String): PageConnection }
  type PageConnection { edges: [PageEdge] pageInfo: PageInfo }
  type PageEdge { cursor: String node: Page }
  type Page { id: ID }
  type PageInfo { hasNextPage: Boolean endCursor: String }`);

interface Asked {
  readonly first: number;
  readonly after?: string | null;
}

function pageOf<Row extends object>(rows: readonly Row[], { first, after }: Asked): object {
  const from = after ? Number(after) + 1 : 0;
  const edges = rows.slice(from, from + first).map((node, place) => ({ cursor: String(from + place), node }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasNextPage: from + first < rows.length, endCursor }, total: rows.length };
}

/** Each file has as many pages as its number says. */
const files = Array.from({ length: 2 * recordsPerPage + 3 }, (_, index) => ({
  id: `f${index}`,
  pages: (asked: Asked) =>
    pageOf(
      Array.from({ length: index }, (__, page) => ({ id: `f${index}p${page}` })),
      asked,
    ),
}));
const rootValue = { person: () => ({ name: "An", section: { files: (asked: Asked) => pageOf(files, asked) } }) };

const plan: RootPlan = {
  type: "Person",
  field: "person",
  argument: "id",
  selection: "name",
  lists: [
    {
      path: ["section", "files"],
      selection: "id",
      beside: "total",
      nested: [{ path: ["pages"], selection: "id", beside: "", nested: [] }],
    },
  ],
};

describe("a copy that is read", () => {
  it("holds every page of every list, and of every list within the records of another", async () => {
    let [atOnce, most] = [0, 0];
    const ask = async ({ query, variables }: { query: string; variables: object }): Promise<GraphAnswer> => {
      most = Math.max(most, (atOnce += 1));
      const result = await execute({ schema, document: parse(query), rootValue, variableValues: { ...variables } });
      atOnce -= 1;
      return { data: result.data ?? null, errors: (result.errors ?? []).map((error) => error.toJSON()) };
    };
    const { data, lists } = await new DossierReader({ ask }, "front-door").root(plan, "1", "ID!");
    expect(data).toEqual({ name: "An" });
    expect(lists[0]?.beside).toEqual({ total: files.length });
    const read = lists[0]?.records.map((record) => [
      record.data["id"],
      record.lists[0]?.records.map((page) => page.data["id"]),
    ]);
    expect(read).toEqual(
      files.map(({ id }, index) => [id, Array.from({ length: index }, (_, page) => `f${index}p${page}`)]),
    );
    expect(most).toBeLessThanOrEqual(4);
  });

  it("says who was silent, what was withheld, and stops at what the graph does not take", async () => {
    const answering = (extensions: object, path: string[] = ["person", "section"]) => ({
      ask: async (): Promise<GraphAnswer> => ({
        data: null,
        errors: [{ message: "", path, extensions: { ...extensions } }],
      }),
    });
    const silent = new DossierReader(answering({ code: "SUBGRAPH_TIMEOUT", service: "housing" }), "front-door");
    await silent.root(plan, "1", "ID!");
    expect([...silent.silent]).toEqual(["housing"]);
    const unnamed = new DossierReader(answering({ code: "SUBGRAPH_UNAVAILABLE" }), "front-door");
    await unnamed.root(plan, "1", "ID!");
    expect([...unnamed.silent]).toEqual(["front-door"]);
    const closed = new DossierReader(answering({ code: "NOT_SHARED", category: "SEX" }), "front-door");
    await closed.root(plan, "1", "ID!");
    expect([...closed.withheld]).toEqual([["person.section", "SEX"]]);
    const wrong = new DossierReader(answering({ code: "GRAPHQL_VALIDATION_FAILED" }), "front-door");
    await expect(wrong.root(plan, "1", "ID!")).rejects.toThrow("GRAPHQL_VALIDATION_FAILED");
  });
});
