import { duration, Progress, progressLine } from "./progress.js";

describe("progress", () => {
  it.each([
    [{ rows: 1_250_000, done: 0.41, seconds: 4 }, "activity.csv: 1,250,000 rows, 41 %, 312,500 rows/s, 6 s left"],
    [{ rows: 10, done: 1, seconds: 1 }, "activity.csv: 10 rows, 100 %, 10 rows/s"],
    [{ rows: 0, done: 0, seconds: 0 }, "activity.csv: 0 rows, 0 %, 0 rows/s"],
  ])("says %j", (state, line) => {
    expect(progressLine("activity.csv", state)).toBe(line);
  });

  it.each([
    [45.2, "45 s"],
    [200, "3 min 20 s"],
    [3900, "1 h 05 min"],
  ])("says %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it("is told twice a second on a terminal and every five seconds in a log", () => {
    let now = 0;
    const told = (isTTY: boolean): string[] => {
      const lines: string[] = [];
      now = 0;
      const progress = new Progress(100, { isTTY, write: (line) => lines.push(line) }, () => now);
      for (; now <= 10_000; now += 100) {
        progress.add({ rows: 10, bytes: 1 });
        progress.tell("a.csv");
      }
      return lines;
    };
    expect(told(true)).toHaveLength(20);
    expect(told(false)).toEqual([
      "a.csv: 510 rows, 51 %, 102 rows/s, 5 s left\n",
      "a.csv: 1,010 rows, 100 %, 101 rows/s\n",
    ]);
  });
});
