import { CommandFailed, codeOf, messageOf } from "./command-failed.js";

/** Faults of the system that may come from any step, by their code (of Node or of PostgreSQL), and what to do. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: make room and start again",
  "53100": "The database's disk is full: make room and start again",
  EACCES: "A file may not be written or read: mend its owner or rights and start again",
  EROFS: "The checkout lies on a disk that cannot be written: move it and start again",
  EMFILE: "Too many files are open: raise the limit (`ulimit -n 4096`) and start again",
};

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
    const remedy = remedies[codeOf(error) ?? ""];
    console.error(remedy === undefined ? error : `${remedy} (${messageOf(error)}).`);
    process.exitCode = 1;
  }
}
