import { weights, type Finding } from "./weights.js";

/** One finding of a comparison, and what it says. */
export interface Part {
  readonly code: Finding;
  /** Bits: above zero it speaks for one person, below for two. */
  readonly weight: number;
}

/** A finding with its weight. */
export function part(code: Finding): Part {
  return { code, weight: weights[code] };
}

/** The finding of several that speaks most for one person; null where there is none. */
export function strongest(findings: readonly (Finding | null)[]): Finding | null {
  const found = findings.filter((finding) => finding !== null);
  return found.reduce<Finding | null>(
    (best, finding) => (best === null || weights[finding] > weights[best] ? finding : best),
    null,
  );
}
