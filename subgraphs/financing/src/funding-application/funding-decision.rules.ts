/** What a refusing body owes the applicant (R13 to R15). Pure. */

/** How thoroughly a refusal must be motivated. */
export type MotivationLevel = "NONE" | "ON_REQUEST" | "THOROUGH";

/** What is known of a decision and its applicant. */
export interface DecisionFacts {
  readonly outcome: string;
  /** The applicant asked for a motivation, should it be refused. */
  readonly motivationRequested: boolean;
  /** Whether the coaching pole coaches, or recently coached, the applicant; null where it did not answer. */
  readonly coached: boolean | null;
}

/** How thoroughly the decision must be motivated: coached applicants thoroughly (R14), others when they ask (R13). */
export function motivationOwed({ outcome, motivationRequested, coached }: DecisionFacts): MotivationLevel {
  if (outcome !== "REFUSED") return "NONE";
  if (coached) return "THOROUGH";
  return motivationRequested ? "ON_REQUEST" : "NONE";
}

/**
 * Whether a motivation is owed and not given yet. Where coaching did not answer, the duty stands until it is known: silence neither
 * blocks the officer nor lets the refusal pass without a word (R14, R26; J05 (4)).
 */
export function motivationIsDue(facts: DecisionFacts, motivation: string | null): boolean {
  if (facts.outcome !== "REFUSED" || motivation?.trim()) return false;
  return facts.coached === null || motivationOwed(facts) !== "NONE";
}
