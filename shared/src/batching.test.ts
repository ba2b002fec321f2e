import { byPlace, grouped, inOrder, loader, placed } from "./batching.js";

interface Row {
  readonly id: string;
  readonly of: string;
}
const rows: readonly Row[] = [
  { id: "3", of: "a" },
  { id: "1", of: "b" },
  { id: "2", of: "a" },
];

describe("a batch", () => {
  it("answers one row per key, in the keys' order, null where there is none, also for a key asked twice", () => {
    expect(inOrder(["1", "9", "3", "1"], rows, ({ id }) => id)).toEqual([rows[1], null, rows[0], rows[1]]);
    expect(inOrder([], rows, ({ id }) => id)).toEqual([]);
  });

  it("answers all rows of each key, in their order, an empty list where there is none", () => {
    expect(grouped(["b", "c", "a"], rows, ({ of }) => of)).toEqual([[rows[1]], [], [rows[0], rows[2]]]);
    expect(grouped(["a", "a"], rows, ({ of }) => of)).toEqual([
      [rows[0], rows[2]],
      [rows[0], rows[2]],
    ]);
  });

  it("gives a statement every key of each holder with the holder's place, and finds each holder's rows by it", () => {
    expect(placed(["a", ["b", "c"], [], "d"])).toEqual([
      [0, 1, 1, 3],
      ["a", "b", "c", "d"],
    ]);
    expect(
      byPlace(3, [
        { id: "1", holder: 2 },
        { id: "2", holder: 0 },
        { id: "3", holder: 2 },
      ]),
    ).toEqual([
      [{ id: "2", holder: 0 }],
      [],
      [
        { id: "1", holder: 2 },
        { id: "3", holder: 2 },
      ],
    ]);
  });

  it("joins what is asked in one turn, asks nothing twice, and cuts long lists", async () => {
    const asked: number[] = [];
    const squares = loader<number, number>(async (keys) => {
      asked.push(keys.length);
      return keys.map((key) => key * key);
    });
    expect(await Promise.all([squares.load(2), squares.load(3), squares.load(2)])).toEqual([4, 9, 4]);
    expect(await squares.load(3)).toBe(9);
    await squares.loadMany(Array.from({ length: 2500 }, (_, index) => 10 + index));
    expect(asked).toEqual([2, 1000, 1000, 500]);
  });

  it("that answers too little is an error, not a wrong row", async () => {
    await expect(loader<string, string>(async () => []).load("a")).rejects.toThrow("same length");
  });

  it("that fails fails for each of its keys, and may be asked again", async () => {
    let healthy = false;
    const values = loader<string, string>(async (keys) => {
      if (!healthy) throw new Error("the database is away");
      return keys;
    });
    await expect(values.load("a")).rejects.toThrow("away");
    healthy = true;
    expect(await values.clear("a").load("a")).toBe("a");
  });
});
