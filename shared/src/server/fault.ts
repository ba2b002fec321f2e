/** What may be logged of a fault: where it happened and of what sort it is, never a value. Logs hold no personal data (design 6). */

/** A fault, fit for a log. */
export interface Fault {
  readonly name: string;
  /** SQLSTATE, or the code of the system: `23505`, `ECONNREFUSED`. */
  readonly code?: string;
  /** The constraint, table and column that PostgreSQL names. */
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  /** Only where messages of this sort name no values. */
  readonly message?: string;
  /** The call stack without its first line, which is the message. */
  readonly frames: readonly string[];
}

/** What the engine says of a mistake in the program: variables and properties by their name. */
const engineMessage =
  /^Cannot (read|set) properties of (null|undefined)|^[\w.$#()]+ is not (a function|defined|iterable|a constructor)|^Maximum call stack size exceeded$/;
/**
 * SQLSTATE classes whose message names objects of the database, not values: connections, constraints (their values are in the detail),
 * roll-backs, names that do not exist, resources, states, interventions. A datum that does not fit (22) is repeated in the message.
 */
const nameOnlyClasses = new Set(["08", "23", "25", "40", "42", "53", "55", "57", "58"]);

/** What of an error may be logged. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const { code, constraint, table, column } = error as Partial<
    Record<"code" | "constraint" | "table" | "column", unknown>
  >;
  return {
    name: error.name,
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    ...(typeof table === "string" && { table }),
    ...(typeof column === "string" && { column }),
    ...(namesNoValues(error.message, code) && { message: error.message }),
    frames: framesOf(error),
  };
}

function namesNoValues(message: string, code: unknown): boolean {
  if (typeof code !== "string") return engineMessage.test(message);
  // A SQLSTATE has five signs; codes of the system (`ECONNREFUSED`, `ERR_…`) speak of sockets and modules.
  return /^[0-9A-Z]{5}$/.test(code) ? nameOnlyClasses.has(code.slice(0, 2)) : /^E[A-Z_]+$/.test(code);
}

function framesOf({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$|^at (async )?\S+ \(<anonymous>\)$/.test(line))
    .slice(0, 12);
}
