import { faultOf } from "./fault.js";

const secret = "Marie Peeters";
const of = (error: Error, more: object): Error => Object.assign(error, more);

describe("what is logged of a fault", () => {
  it.each<[string, unknown]>([
    ["a text", secret],
    ["an error", new Error(secret)],
    ["several lines", new Error(`${secret}\n    at ${secret}\n${secret}`)],
    ["what is no JSON", new SyntaxError(`Unexpected token 'M', "${secret}" is not valid JSON`)],
    [
      "a datum that the database could not read",
      of(new Error(`invalid input syntax for type date: "${secret}"`), { code: "22007" }),
    ],
    [
      "a row that was there",
      of(new Error('duplicate key value violates unique constraint "one"'), {
        code: "23505",
        detail: `Key (name)=(${secret}) exists`,
        constraint: "one",
      }),
    ],
    [
      "a failed query with its parameters",
      of(new Error(secret), { name: "QueryFailedError", parameters: [secret], query: secret }),
    ],
    ["a cause", new Error("x", { cause: new Error(secret) })],
  ])("%s tells no value", (_, error) => expect(JSON.stringify(faultOf(error))).not.toContain("Marie"));

  it.each<[string, Error, object]>([
    [
      "a mistake in the program",
      new TypeError("Cannot read properties of undefined (reading 'id')"),
      { name: "TypeError", message: expect.stringContaining("'id'") },
    ],
    [
      "a constraint",
      of(new Error('violates "one"'), { code: "23505", constraint: "one", table: "tree" }),
      { code: "23505", constraint: "one", table: "tree", message: 'violates "one"' },
    ],
    [
      "a server that is away",
      of(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" }),
      { message: "connect ECONNREFUSED 127.0.0.1:5432" },
    ],
  ])("%s is told", (_, error, expected) => expect(faultOf(error)).toMatchObject(expected));

  it("says where it happened", () => {
    const { frames } = faultOf(new Error(secret));
    expect(frames[0]).toMatch(/^at .*fault\.test\.ts:\d+:\d+/);
    expect(frames.length).toBeLessThanOrEqual(12);
  });
});
