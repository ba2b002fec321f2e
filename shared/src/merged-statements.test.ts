import pg from "pg";
import { merged, type AskedStatement, type Merging } from "./merged-statements.js";

const byKey: Merging = { by: "KEY", column: "id" };
const byPlace: Merging = { by: "PLACE", column: "holder" };

interface Waiting extends AskedStatement {
  readonly got: unknown[];
}

function asked(values: unknown[], merging: Merging | undefined = byKey, name = "rows"): Waiting {
  const got: unknown[] = [];
  return {
    query: { name, text: name, values },
    merging,
    answered: ({ rows }) => void got.push(...(rows as unknown[])),
    failed: (error) => void got.push(error),
    got,
  };
}

const never = (): void => {
  throw new Error("asked again");
};
const answerWith = (one: AskedStatement | undefined, rows: object[]): void => one?.answered({ rows } as pg.QueryResult);
const valuesOf = (all: readonly AskedStatement[]): unknown[] => all.map(({ query }) => query.values);

describe("statements that are asked at once", () => {
  it("are one where they ask the same by keys, and each gets the rows of its own, in objects of its own", () => {
    const [one, other] = [asked([["a", "b"]]), asked([["b", "c"]])];
    const [only, ...more] = merged([one, other], never);
    expect([valuesOf([only as AskedStatement]), more]).toEqual([[[["a", "b", "c"]]], []]);
    answerWith(only, [{ id: "c" }, { id: "b" }, { id: "a" }]);
    expect([one.got, other.got]).toEqual([
      [{ id: "b" }, { id: "a" }],
      [{ id: "c" }, { id: "b" }],
    ]);
    expect(one.got[0]).not.toBe(other.got[1]);
  });

  it("are one where they ask by places, each with its own places again", () => {
    const one = asked([[0, 0, 1], ["a", "former a", "b"], ["SEES"], 10], byPlace);
    const other = asked([[0], ["a"], ["SEES"], 10], byPlace);
    const [only, ...more] = merged([one, other], never);
    expect([only?.query.values, more]).toEqual([[[0, 0, 1, 2], ["a", "former a", "b", "a"], ["SEES"], 10], []]);
    answerWith(only, [
      { holder: 2, is: "other's" },
      { holder: 0, is: "x" },
      { holder: 1, is: "y" },
    ]);
    expect(one.got).toEqual([
      { holder: 0, is: "x" },
      { holder: 1, is: "y" },
    ]);
    expect(other.got).toEqual([{ holder: 0, is: "other's" }]);
  });

  it.each<[string, Waiting, Waiting]>([
    ["are other statements", asked([["a"]]), asked([["b"]], byKey, "others")],
    ["have another view", asked([[0], ["a"], ["SEES"]], byPlace), asked([[0], ["b"], ["SEES_MORE"]], byPlace)],
    ["have another page", asked([[0], ["a"], 10], byPlace), asked([[0], ["a"], 11], byPlace)],
    ["do not say how they read keys", { ...asked([["a"]]), merging: undefined }, asked([["b"]])],
    ["ask for many", asked([Array.from({ length: 40 }, String)]), asked([["b"]])],
    ["ask for many together", asked([Array.from({ length: 20 }, String)]), asked([Array.from({ length: 20 }, String)])],
  ])("stay two where they %s", (_, one, other) => {
    const all = merged([one, other], never);
    expect(new Set(all)).toEqual(new Set([one, other]));
  });

  it("are each asked alone where the server refuses a value, whose ever it was", () => {
    const both = [asked([["a"]]), asked([["no id"]])];
    const again: AskedStatement[] = [];
    const refused = new pg.DatabaseError("invalid", 1, "error");
    refused.code = "22P02";
    merged(both, (one) => void again.push(one))[0]?.failed(refused);
    expect(valuesOf(again)).toEqual([[["a"]], [["no id"]]]);
    expect(merged(again, never)).toHaveLength(2);
  });

  it("all fail where the connection does", () => {
    const both = [asked([["a"]]), asked([["b"]])];
    const lost = new Error("lost");
    merged(both, never)[0]?.failed(lost);
    expect(both.map(({ got }) => got)).toEqual([[lost], [lost]]);
  });
});
