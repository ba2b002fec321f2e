/**
 * From the words of the European state-aid register to our codes. The register publishes in English only, and names the article of the
 * exemption regulation rather than an objective; words that are not met here stay as published, with no code.
 */

const instrumentCodes: Readonly<Record<string, string>> = {
  "direct grant": "DIRECT_GRANT",
  "direct grant/ interest rate subsidy": "GRANT_OR_INTEREST_SUBSIDY",
  "loan/ repayable advances": "LOAN_OR_REPAYABLE_ADVANCE",
  "tax advantage or tax exemption": "TAX_ADVANTAGE",
  guarantee: "GUARANTEE",
  "other (capital)": "CAPITAL",
};

/** In this order: a research infrastructure is research, and aquaculture is no culture. */
const objectiveCodes: readonly (readonly [words: RegExp, code: string])[] = [
  [/\bresearch|\bexperimental development|\bfeasibility|\binnovation/i, "RESEARCH_AND_DEVELOPMENT"],
  [/^regional aid/i, "REGIONAL"],
  [/^investment aid to smes/i, "SME_INVESTMENT"],
  [/\bconsultancy/i, "CONSULTANCY"],
  [/\brisk finance/i, "RISK_FINANCE"],
  [/\bstart-ups/i, "START_UP"],
  [/\btraining/i, "TRAINING"],
  [/\bemployment/i, "EMPLOYMENT"],
  [/\benvironment|\benergy|\bcogeneration/i, "ENVIRONMENT"],
  [/\bcultur|\baudio-?visual/i, "CULTURE"],
  [/\binfrastructure/i, "INFRASTRUCTURE"],
];

/** The code of a form of aid as published; null where the words are new. */
export function instrumentCodeOf(published: string): string | null {
  const words = published.trim().toLowerCase().replace(/\s+/g, " ");
  return Object.hasOwn(instrumentCodes, words) ? (instrumentCodes[words] ?? null) : null;
}

/** The code of what an aid is for, as published; null where the words are new. */
export function objectiveCodeOf(published: string): string | null {
  return objectiveCodes.find(([words]) => words.test(published))?.[1] ?? null;
}
