import { buildSchema, execute, parse } from "graphql";
import type { GraphAnswer } from "../graph.js";
import { recordsPerPage } from "./dossier-operations.js";
import type { RootPlan } from "./dossier-plan.js";
import { DossierReader } from "./dossier-reader.js";
import { AskerGone, ReadingBudget, readingLimits } from "./reading-limits.js";
import type { ReadingLimits } from "./reading-limits.js";
import { RunningExports } from "./running-exports.js";

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

const budget = (limits: Partial<ReadingLimits> = {}, signal = new AbortController().signal): ReadingBudget =>
  new ReadingBudget({ ...readingLimits, ...limits }, signal);

/** The graph, and how often it was asked. */
function counting(delay = 0): {
  ask(question: { query: string; variables: object }): Promise<GraphAnswer>;
  asked: number;
} {
  const graph = {
    asked: 0,
    async ask({ query, variables }: { query: string; variables: object }): Promise<GraphAnswer> {
      graph.asked += 1;
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const result = await execute({ schema, document: parse(query), rootValue, variableValues: { ...variables } });
      return { data: result.data ?? null, errors: (result.errors ?? []).map((error) => error.toJSON()) };
    },
  };
  return graph;
}

describe("a copy that is too long", () => {
  it("says of every list how much of it is there, and where to read on", async () => {
    const spent = budget({ mostRecords: recordsPerPage });
    const { lists } = await new DossierReader(counting(), "front-door", spent).root(plan, "1", "ID!");
    expect(lists[0]?.records).toHaveLength(recordsPerPage);
    expect(spent.cut).toContainEqual({
      source: "person.section.files",
      within: null,
      told: recordsPerPage,
      after: String(recordsPerPage - 1),
      reason: "SIZE",
    });
    // Within each file that was read, the pages that were not.
    expect(spent.cut).toContainEqual({
      source: "person.section.files.pages",
      within: "f7",
      told: 0,
      after: null,
      reason: "SIZE",
    });
    // What the cursor leads to is the rest, and nothing is there twice.
    const [cut] = spent.cut.filter(({ within }) => within === null);
    const rest = pageOf(files, { first: 1000, after: cut?.after ?? null }) as { edges: { node: { id: string } }[] };
    const both = [...(lists[0]?.records.map(({ data }) => data["id"]) ?? []), ...rest.edges.map(({ node }) => node.id)];
    expect(both).toEqual(files.map(({ id }) => id));
  });

  it("ends in time, and names an enterprise that it did not reach", async () => {
    const spent = budget({ milliseconds: 30 });
    const reader = new DossierReader(counting(10), "front-door", spent);
    const { lists } = await reader.root(plan, "1", "ID!");
    expect(lists[0]?.records.length).toBeLessThan(files.length);
    expect(spent.cut.map(({ reason }) => reason)).toContain("TIME");
    const after = await reader.root(plan, "0202239951", "ID!");
    expect(after).toEqual({ plan, data: {}, lists: [] });
    expect(spent.cut.at(-1)).toEqual({ source: "person", within: "0202239951", told: 0, after: null, reason: "TIME" });
  });

  it("is not read on when who asked has gone", async () => {
    const [left, graph] = [new AbortController(), counting(5)];
    const reading = new DossierReader(graph, "front-door", budget({}, left.signal)).root(plan, "1", "ID!");
    setTimeout(() => left.abort(), 20);
    await expect(reading).rejects.toThrow(AskerGone);
    const asked = graph.asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(graph.asked - asked).toBeLessThanOrEqual(1);
  });

  it("does not go round where a list goes on and does not say where", async () => {
    const graph = {
      ask: async (): Promise<GraphAnswer> => ({
        data: { person: { section: { files: { edges: [], pageInfo: { hasNextPage: true, endCursor: null } } } } },
        errors: [],
      }),
    };
    await expect(new DossierReader(graph, "front-door", budget()).root(plan, "1", "ID!")).resolves.toBeDefined();
  });
});

describe("copies", () => {
  it("are made of each person one at a time", async () => {
    const running = new RunningExports();
    let end = (): void => undefined;
    const first = running.alone("p", () => new Promise<void>((resolve) => (end = resolve)));
    await expect(running.alone("p", async () => 1)).rejects.toThrow("DOSSIER_EXPORT_RUNNING");
    expect(await running.alone("q", async () => 2)).toBe(2);
    end();
    await first;
    expect(await running.alone("p", async () => 3)).toBe(3);
    await expect(running.alone("p", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await running.alone("p", async () => 4)).toBe(4);
  });
});

describe("a copy that is read", () => {
  it("holds every page of every list, and of every list within the records of another", async () => {
    let [atOnce, most] = [0, 0];
    const ask = async ({ query, variables }: { query: string; variables: object }): Promise<GraphAnswer> => {
      most = Math.max(most, (atOnce += 1));
      const result = await execute({ schema, document: parse(query), rootValue, variableValues: { ...variables } });
      atOnce -= 1;
      return { data: result.data ?? null, errors: (result.errors ?? []).map((error) => error.toJSON()) };
    };
    const { data, lists } = await new DossierReader({ ask }, "front-door", budget()).root(plan, "1", "ID!");
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
    const silent = new DossierReader(
      answering({ code: "SUBGRAPH_TIMEOUT", service: "housing" }),
      "front-door",
      budget(),
    );
    await silent.root(plan, "1", "ID!");
    expect([...silent.silent]).toEqual(["housing"]);
    const unnamed = new DossierReader(answering({ code: "SUBGRAPH_UNAVAILABLE" }), "front-door", budget());
    await unnamed.root(plan, "1", "ID!");
    expect([...unnamed.silent]).toEqual(["front-door"]);
    const closed = new DossierReader(answering({ code: "NOT_SHARED", category: "SEX" }), "front-door", budget());
    await closed.root(plan, "1", "ID!");
    expect([...closed.withheld]).toEqual([["person.section", "SEX"]]);
    const wrong = new DossierReader(answering({ code: "GRAPHQL_VALIDATION_FAILED" }), "front-door", budget());
    await expect(wrong.root(plan, "1", "ID!")).rejects.toThrow("GRAPHQL_VALIDATION_FAILED");
  });
});
