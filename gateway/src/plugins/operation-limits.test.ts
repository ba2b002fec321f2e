import { Kind, buildSchema, getIntrospectionQuery, parse } from "graphql";
import type { FragmentDefinitionNode, OperationDefinitionNode } from "graphql";
import { startGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { OperationSize } from "./operation-limits.js";
import { mostIntrospectionCost, mostLevels, sizeOf } from "./operation-limits.js";
import { defaultsOf, pageFields } from "./page-sizes.js";

function measure(query: string, variables: Record<string, unknown> = {}): OperationSize {
  const { definitions } = parse(query);
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("no operation");
  return sizeOf(operation.selectionSet, new Map(fragments.map((node) => [node.name.value, node])), variables);
}

describe("the size of an operation", () => {
  it.each<[string, string, Omit<OperationSize, "introspection">]>([
    ["fields", "{ a b c }", { levels: 1, roots: 3, cost: 3 }],
    ["levels", "{ a { b { c } } }", { levels: 3, roots: 1, cost: 3 }],
    ["pages", "{ a(first: 10) { b c } }", { levels: 2, roots: 1, cost: 21 }],
    ["pages in pages", "{ a(first: 10) { b(last: 10) { c } } }", { levels: 3, roots: 1, cost: 111 }],
    ["pages by variable", "query ($n: Int) { a(first: $n) { b } }", { levels: 2, roots: 1, cost: 6 }],
    ["fragments", "{ ...F ... on Query { c } } fragment F on Query { a { b } }", { levels: 2, roots: 2, cost: 3 }],
    ["aliases", "{ x: a y: a }", { levels: 1, roots: 2, cost: 2 }],
  ])("counts %s", (_what, query, size) => {
    expect(measure(query, { n: 5 })).toEqual({ ...size, introspection: 0 });
  });

  it("measures fragments that double at every level without doubling the work", () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    );
    expect(measure(`{ ...F0 } ${fragments.join(" ")} fragment F60 on Query { a }`).cost).toBe(2 ** 60);
  });

  it("leaves room for the standard introspection", () => {
    const { levels, introspection } = measure(getIntrospectionQuery());
    expect(levels).toBeLessThanOrEqual(mostLevels);
    expect(introspection).toBeLessThan(mostIntrospectionCost / 2);
  });

  it("counts what the schema tells of itself by how long its lists are, and names beneath data as they are", () => {
    expect(measure("{ __schema { types { fields { a: name b: name } } } }").introspection).toBe(2 + 250 * (1 + 12 * 2));
    expect(measure("{ types { fields { a b } } }")).toEqual({ levels: 3, roots: 1, cost: 4, introspection: 0 });
  });

  it("counts the page that a field answers by itself, and the defaults of variables", () => {
    const schema = buildSchema("type Query { list(first: Int! = 20): Query  other: Int }");
    const sizeBy = (query: string, variables = {}): number => {
      const [operation] = parse(query).definitions as [OperationDefinitionNode];
      const given = { ...defaultsOf(operation), ...variables };
      return sizeOf(operation.selectionSet, new Map(), given, pageFields(schema)).cost;
    };
    expect(sizeBy("{ list { other } }")).toBe(21);
    expect(sizeBy("query ($n: Int! = 100) { list(first: $n) { other } }")).toBe(101);
    expect(sizeBy("query ($n: Int! = 100) { list(first: $n) { other } }", { n: 3 })).toBe(4);
    expect(sizeBy("query ($n: Int) { list(first: $n) { other } }")).toBe(21);
  });
});

describe("a gateway with limits", () => {
  it("asks which operation is meant, and repeats no name", async () => {
    const shop = Object.values(await startShop());
    const gateway = await startGateway(shop);
    const ask = (body: object): Promise<Response> =>
      fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const answers = [
      await ask({ query: "{ critics }", operationName: "Ada Lovelace" }),
      await ask({ query: "query A { critics } query B { critics }" }),
    ];
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    await gateway.stop();
    await Promise.all(shop.map(({ kill }) => kill()));
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    for (const text of texts) expect(text).toMatch(/^(?!.*Ada).*OPERATION_NOT_NAMED/);
  });

  it.each([
    [
      "too deep",
      `{ products ${"{ products ".repeat(15)} { name } ${"}".repeat(15)} }`,
      "GRAPHQL_VALIDATION_FAILED",
      400,
    ],
    [
      "with too many roots",
      `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: critics`).join(" ")} }`,
      "OPERATION_HAS_TOO_MANY_ROOTS",
      400,
    ],
    [
      "too deep by introspection",
      `{ __schema { queryType ${"{ ofType ".repeat(14)} { name } ${"}".repeat(14)} } }`,
      "OPERATION_TOO_DEEP",
      400,
    ],
    [
      "that has the schema told a hundred times over",
      `{ __schema { types { fields { type { fields { ${Array.from({ length: 100 }, (_, index) => `a${index}: name`).join(" ")} } } } } } }`,
      "OPERATION_TOO_COSTLY",
      400,
    ],
    ["too long", `{ ${"critics ".repeat(6_000)} }`, "GRAPHQL_PARSE_FAILED", 400],
  ])("refuses an operation %s", async (_what, query, code, status) => {
    const shop = Object.values(await startShop());
    const gateway = await startGateway(shop);
    const answer = await gateway.ask(query);
    const circle = await gateway.ask("{ critics }", {}, { "x-parcours-hop": "5" });
    const introspection = await gateway.ask(getIntrospectionQuery());
    await gateway.stop();
    await Promise.all(shop.map(({ kill }) => kill()));
    expect([answer.status, answer.errors?.[0]?.extensions["code"]]).toEqual([status, code]);
    expect([circle.status, circle.errors?.[0]?.extensions["code"]]).toEqual([508, "TOO_MANY_HOPS"]);
    expect(introspection.errors).toBeUndefined();
  });
});
