import { ImportReport } from "./import-report.js";

describe("an import report", () => {
  it("names file, line and reason of each bad row and counts them by file", () => {
    const lines: string[] = [];
    const report = new ImportReport((line) => lines.push(line));
    report.fault("a.csv", 3, "no date");
    report.fault("b.csv", 9, "no number");
    report.fault("a.csv", 4, "no date");
    expect(lines).toEqual(["a.csv:3: no date", "b.csv:9: no number", "a.csv:4: no date"]);
    expect([report.faultsOf("a.csv"), report.faultsOf("b.csv"), report.faultsOf("c.csv"), report.faults]).toEqual([
      2, 1, 0, 3,
    ]);
  });

  it("names a thousand of a file and counts the others", () => {
    const lines: string[] = [];
    const report = new ImportReport((line) => lines.push(line));
    for (let line = 2; line < 5002; line += 1) report.fault("a.csv", line, "no date");
    expect(report.faults).toBe(5000);
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe("a.csv: more than 1000 bad rows; the others are counted and not named");
  });
});
