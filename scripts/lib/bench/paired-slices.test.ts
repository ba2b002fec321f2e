import { pairedSlices, ratioOf } from "./paired-slices.js";

describe("paired slices", () => {
  it("take turns in who comes first, and keep each pair in the contenders' order", async () => {
    const order: number[] = [];
    const pairs = await pairedSlices(4, (contender) => {
      order.push(contender);
      return Promise.resolve(`${contender} at ${order.length}`);
    });
    expect(order).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
    expect(pairs[1]).toEqual(["0 at 4", "1 at 3"]);
  });

  it("compare within each pair, so a machine that slows down for both changes nothing", () => {
    const pairs = [100, 50, 10].map((speed) => [speed, speed * 2] as const);
    expect(ratioOf(pairs, (speed) => speed)).toEqual({ median: 0.5, low: 0.5, high: 0.5 });
  });
});
