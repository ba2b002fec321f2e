/** The part of Jest's JSON report that is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before a test of theirs ran. */
  readonly numRuntimeErrorTestSuites: number;
  /** Whether the run as a whole was in order: also its set-up and clean-up. */
  readonly success: boolean;
  readonly testResults: readonly FileReport[];
}

/** What became of one file of tests. */
export interface FileReport {
  /** Its path. */
  readonly name: string;
  /** `passed`, `failed` */
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** How a run went, in tests. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts a run: a file that could not be run is one failure, and a run that failed otherwise is at least one. */
export function countsOf(report: JestReport): TestCounts {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The files that failed and may be run once more, alone: with the same input, another result the second time is the machine's, whose two cores
 * were somebody else's at a deadline. A property test draws new cases each time: what it found once, it found.
 */
export function filesToRunAlone({ testResults }: JestReport): string[] {
  return testResults
    .filter(({ name, status }) => status === "failed" && !name.includes(".property."))
    .map(({ name }) => name);
}

/** Counts a run of which some files were run once more: these count as they went the second time, the others as they went the first. */
export function countsOfBoth(first: JestReport, again: readonly string[], second: JestReport): TestCounts {
  const isAgain = new Set(again);
  const rest = first.testResults.filter(({ name }) => !isAgain.has(name));
  const broken = rest.filter(
    ({ status, assertionResults }) => status === "failed" && count(assertionResults, "failed") === 0,
  );
  const repeated = countsOf(second);
  const tests = rest.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: count(tests, "passed") + repeated.passed,
    failed: count(tests, "failed") + broken.length + repeated.failed,
    skipped: count(tests, "pending") + count(tests, "todo") + repeated.skipped,
  };
}

function count(tests: FileReport["assertionResults"], status: string): number {
  return tests.filter((test) => test.status === status).length;
}
