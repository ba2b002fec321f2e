import { countsOf, countsOfBoth, filesToRunAlone, type FileReport, type JestReport } from "./jest-report.js";

function file(name: string, ...statuses: readonly string[]): FileReport {
  const status = statuses.includes("failed") || statuses.length === 0 ? "failed" : "passed";
  return { name, status, assertionResults: statuses.map((one) => ({ status: one })) };
}

function report(...testResults: readonly FileReport[]): JestReport {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string): number => all.filter((test) => test.status === status).length;
  return {
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    numPendingTests: count("pending"),
    numTodoTests: count("todo"),
    numRuntimeErrorTestSuites: testResults.filter(({ assertionResults }) => assertionResults.length === 0).length,
    success: testResults.every(({ status }) => status === "passed"),
    testResults,
  };
}

const whole = file("whole.test.ts", "passed", "passed", "pending");
const failing = file("failing.e2e.test.ts", "passed", "failed");
const broken = file("broken.e2e.test.ts");
const property = file("merges.property.db.test.ts", "failed");

describe("a run of the tests", () => {
  it("counts a file that could not be run as one failure, and a failed clean-up too", () => {
    expect(countsOf(report(whole, failing, broken))).toEqual({ passed: 3, failed: 2, skipped: 1 });
    expect(countsOf(report(whole))).toEqual({ passed: 2, failed: 0, skipped: 1 });
    expect(countsOf({ ...report(whole), success: false })).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it("runs once more what failed, but no property test: what that found, it found", () => {
    expect(filesToRunAlone(report(whole, failing, broken, property))).toEqual([failing.name, broken.name]);
    expect(filesToRunAlone(report(whole))).toEqual([]);
  });

  it.each([
    ["passes alone", [file(failing.name, "passed", "passed"), file(broken.name, "passed")], { passed: 5, failed: 0 }],
    ["fails alone too", [failing, broken], { passed: 3, failed: 2 }],
  ] as const)("counts a file as it went the second time: one that %s", (_, second, expected) => {
    const again = [failing.name, broken.name];
    expect(countsOfBoth(report(whole, failing, broken), again, report(...second))).toEqual({ ...expected, skipped: 1 });
  });

  it("counts what was not run again as it went the first time", () => {
    const second = report(file(failing.name, "passed", "passed"));
    expect(countsOfBoth(report(whole, failing, property), [failing.name], second)).toEqual({
      passed: 4,
      failed: 1,
      skipped: 1,
    });
  });
});
