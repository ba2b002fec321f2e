import { CommandFailed } from "./command-failed.js";

/**
 * Runs a verb of package.json: a fault that the person can mend is one line and its exit code, any other shows where it happened.
 * Sets the exit code and lets the process end by itself.
 */
export async function runVerb(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CommandFailed) {
      console.error(error.message);
      process.exitCode = error.exitCode;
      return;
    }
    console.error(error);
    process.exitCode = 1;
  }
}
