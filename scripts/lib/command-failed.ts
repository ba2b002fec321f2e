/**
 * A fault that the person at the keyboard can mend. The message is one line that names what is wrong and what to do; a verb prints
 * it without a stack and ends with the exit code.
 */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";

  constructor(
    message: string,
    readonly exitCode: number = 1,
  ) {
    super(message);
  }
}

/** What a caught value says, in one line. */
export function messageOf(error: unknown): string {
  const text =
    error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code || error.name : String(error);
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** The system's code of a failure (`ECONNREFUSED`, `ENOSPC`) or PostgreSQL's (`28P01`), when it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}
