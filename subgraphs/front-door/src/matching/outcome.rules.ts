import type { Match } from "./match.rules.js";

/** What a registration came to. */
export type RegistrationOutcome = "FOUND" | "CREATED" | "CREATED_FOR_REVIEW";

/**
 * What a registration is by what its comparisons say. One certain match is the person; two are a doubt in themselves, for somebody must say
 * which of them it is, or that they are one. A doubtful match never merges anything: the new file exists, and somebody looks.
 */
export function outcomeOf(matches: readonly Pick<Match, "verdict">[]): RegistrationOutcome {
  const certain = matches.filter(({ verdict }) => verdict === "CERTAIN").length;
  if (certain === 1) return "FOUND";
  return matches.some(({ verdict }) => verdict !== "DIFFERENT") ? "CREATED_FOR_REVIEW" : "CREATED";
}
