import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
} from "graphql";
import { GraphQLDate } from "graphql-scalars";
import { pino } from "pino";
import { DomainError, kernelErrors } from "../errors.js";
import type { Language } from "../languages.js";
import { labelIn, type Context } from "./context.js";
import { Executor, type Answer, type Operation } from "./executor.js";

const secret = "Marie Peeters, 85.07.30-033.28";
const fails = (
  type: GraphQLFieldConfig<unknown, Context>["type"],
  fail: () => unknown,
): GraphQLFieldConfig<unknown, Context> => ({ type, resolve: fail });
const colour = new GraphQLEnumType({
  name: "Colour",
  values: { RED: { value: "internal-red" }, BLUE: { value: "internal-blue" } },
});
const range = new GraphQLInputObjectType({
  name: "Range",
  fields: { from: { type: GraphQLInt }, to: { type: GraphQLInt, defaultValue: 9 } },
});

const query = new GraphQLObjectType<unknown, Context>({
  name: "Query",
  fields: () => ({
    fine: { type: GraphQLString, resolve: () => "fine" },
    expected: fails(GraphQLString, () => {
      throw new DomainError(kernelErrors.PAGE_SIZE_INVALID, { first: 500, most: 100 }, { most: 100 });
    }),
    thrown: fails(GraphQLString, () => {
      throw new TypeError(secret);
    }),
    rejected: fails(GraphQLString, () => Promise.reject(new Error(secret))),
    // A library may throw anything.
    odd: fails(GraphQLString, async () => {
      throw secret as unknown as Error;
    }),
    library: fails(GraphQLString, () => {
      throw new GraphQLError(secret);
    }),
    badDate: fails(GraphQLDate, () => secret),
    badList: fails(new GraphQLList(GraphQLInt), () => [1, secret, 3]),
    empty: fails(new GraphQLNonNull(GraphQLString), () => null),
    holder: { type: holder, resolve: () => ({}) },
    label: { type: GraphQLString, resolve: (_, _arguments, { request }) => labelIn({ fr: "pomme" }, null, request) },
    echo: {
      type: GraphQLString,
      args: {
        count: { type: GraphQLInt },
        colour: { type: colour },
        day: { type: GraphQLDate },
        range: { type: range },
        counts: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) },
      },
      resolve: (_, parameters) => JSON.stringify(parameters),
    },
  }),
});
const holder = new GraphQLObjectType<unknown, Context>({
  name: "Holder",
  fields: {
    must: fails(new GraphQLNonNull(GraphQLString), () => Promise.reject(new Error(secret))),
    fine: { type: GraphQLString, resolve: () => "fine" },
  },
});

const lines: string[] = [];
const executor = (): Executor =>
  new Executor(
    new GraphQLSchema({ query }),
    pino({ level: "error" }, { write: (line: string) => void lines.push(line) }),
  );

async function run(operation: Operation, language: Language = "EN", on = executor()): Promise<Answer> {
  lines.length = 0;
  return on.execute(operation, {
    request: { reader: { role: "ADVISOR_1819" }, language, requestId: "request-7", fallbacks: new Map() },
  } as unknown as Context);
}

describe("an unexpected error", () => {
  it.each(["thrown", "rejected", "odd", "library", "badDate", "badList"])(
    "of `%s` is masked: code and id, never its text",
    async (field) => {
      const answer = await run({ query: `{ fine ${field} }` });
      expect(JSON.stringify(answer)).not.toContain("Marie");
      expect(answer.data).toMatchObject({ fine: "fine" });
      const [error] = answer.errors ?? [];
      expect(answer.errors).toHaveLength(1);
      expect(error?.extensions?.["code"]).toBe("INTERNAL");
      expect(error?.path?.[0]).toBe(field);
      expect(error?.message).toBe(`Something went wrong on our side (reference ${String(error?.extensions?.["id"])}).`);
      expect(lines.join("")).not.toContain("Marie");
      expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
        expect.objectContaining({ id: error?.extensions?.["id"], requestId: "request-7" }),
      ]);
    },
  );

  it("of a missing value is a fault of ours too", async () => {
    const answer = await run({ query: "{ empty }" });
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions?.["code"]).toBe("INTERNAL");
  });

  it("takes no more with it than the nearest field that may be null", async () => {
    const answer = await run({ query: "{ fine holder { must fine } }" });
    expect(answer.data).toEqual({ fine: "fine", holder: null });
    expect(answer.errors?.[0]?.path).toEqual(["holder", "must"]);
  });
});

describe("an expected error", () => {
  it.each([
    ["FR", "Demandez de 1 à 100"],
    ["NL", "Vraag 1 tot 100"],
    ["EN", "Ask for 1 to 100"],
  ] as const)("speaks the reader's language: %s", async (language, text) => {
    const { errors } = await run({ query: "{ expected }" }, language);
    expect(errors).toEqual([
      {
        message: expect.stringContaining(text),
        path: ["expected"],
        extensions: { code: "PAGE_SIZE_INVALID", most: 100 },
      },
    ]);
    expect(lines).toEqual([]);
  });
});

describe("a query that cannot be run", () => {
  it.each([
    ["{ fine", "Syntax Error"],
    ["{ unknown }", 'Cannot query field "unknown"'],
    ["query A { fine } query B { fine }", "operation"],
  ])("%s says why", async (text, message) => {
    const answer = await run({ query: text });
    expect(answer.errors?.[0]?.message).toContain(message);
    expect("data" in answer && answer.data !== undefined).toBe(false);
  });

  it("says which variable is wrong", async () => {
    const answer = await run({ query: "query ($c: Int!) { echo(count: $c) }", variables: { c: "x" } });
    expect(answer.errors?.[0]?.message).toContain("$c");
    expect(answer.errors?.[0]?.extensions?.["code"]).not.toBe("INTERNAL");
  });

  it("is one of several by name", async () => {
    expect((await run({ query: "query A { fine } query B { expected }", operationName: "A" })).data).toEqual({
      fine: "fine",
    });
    expect((await run({ query: "query A { fine }", operationName: "C" })).errors).toHaveLength(1);
  });
});

describe("a variable with a default", () => {
  it.each([
    ["query ($c: Int! = 5) { echo(count: $c) }", {}, { count: 5 }],
    ["query ($c: Int = 5) { echo(count: $c) }", { c: null }, { count: null }],
    ["query ($c: Int! = 5) { echo(count: $c) }", { c: 7 }, { count: 7 }],
    ["query ($c: Colour! = BLUE) { echo(colour: $c) }", {}, { colour: "internal-blue" }],
    ["query ($r: Range! = { from: 1 }) { echo(range: $r) }", {}, { range: { from: 1, to: 9 } }],
    ["query ($l: [Int!]! = [1, 2]) { echo(counts: $l) }", {}, { counts: [1, 2] }],
    ['query ($d: Date! = "2024-02-29") { echo(day: $d) }', {}, { day: "2024-02-29T00:00:00.000Z" }],
  ])("%s with %j gives %j", async (text, variables, parameters) => {
    const answer = await run({ query: text, variables });
    expect(answer.errors).toBeUndefined();
    expect(JSON.parse((answer.data as { echo: string }).echo)).toEqual(parameters);
  });
});

describe("a label in another language than asked", () => {
  it("is told in the answer", async () => {
    const answer = await run({ query: "{ label }" }, "NL");
    expect(answer).toEqual({ data: { label: "pomme" }, extensions: { languages: [{ asked: "NL", given: "FR" }] } });
    expect(await run({ query: "{ label }" }, "FR")).toEqual({ data: { label: "pomme" } });
  });
});

describe("compiled documents", () => {
  it("are kept: the second time costs a fraction, also after a flood of others and of wrong ones", async () => {
    const one = executor();
    const time = async (text: string): Promise<number> => {
      const started = performance.now();
      await run({ query: text }, "EN", one);
      return performance.now() - started;
    };
    const wide = `{ ${Array.from({ length: 300 }, (_, index) => `a${index}: fine`).join(" ")} }`;
    await time(wide);
    for (let index = 0; index < 1500; index += 1) await run({ query: `{ wrong${index} }` }, "EN", one);
    for (let index = 0; index < 900; index += 1) await run({ query: `{ b${index}: fine }` }, "EN", one);
    const [known, fresh] = [await time(wide), await time(`${wide} `)];
    expect(known).toBeLessThan(fresh);
  });

  it("take bounded memory, however large they are", async () => {
    const one = executor();
    for (let index = 0; index < 60; index += 1)
      await run({ query: `{ fine } #${index}${"x".repeat(500_000)}` }, "EN", one);
    expect(one.keptCharacters).toBeLessThan(9_000_000);
  });
});
