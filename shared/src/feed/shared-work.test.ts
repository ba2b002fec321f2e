import { SharedWork } from "./shared-work.js";

/** Work that ends when the test says, and counts its runs. */
function controlled(): {
  readonly work: SharedWork<number>;
  readonly end: (failure?: Error) => void;
  readonly begun: () => number;
} {
  let runs = 0;
  const ends: ((failure?: Error) => void)[] = [];
  const work = new SharedWork(() => {
    const run = (runs += 1);
    return new Promise<number>((resolve, reject) => ends.push((failure) => (failure ? reject(failure) : resolve(run))));
  });
  return { work, end: (failure) => ends.shift()?.(failure), begun: () => runs };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("shared work", () => {
  it("runs once for all who ask while it runs, and only after they asked", async () => {
    const { work, end, begun } = controlled();
    const first = work.run();
    const [second, third] = [work.run(), work.run()];
    expect(begun()).toBe(1);
    end();
    await turn();
    expect(begun()).toBe(2);
    const fourth = work.run();
    end();
    await turn();
    end();
    expect(await Promise.all([first, second, third, fourth])).toEqual([1, 2, 2, 3]);
  });

  it("fails for those who share the run, and goes on", async () => {
    const { work, end } = controlled();
    const [first, second] = [work.run(), work.run()];
    end(new Error("away"));
    await expect(first).rejects.toThrow("away");
    await turn();
    end();
    expect(await second).toBe(2);
    const later = work.run();
    end();
    expect(await later).toBe(3);
  });
});
