/** What makes a guarantee sound. Pure; amounts in euro cents. */

/** European rules allow at most this share of a loan to be guaranteed, in per cents (reference 4.1). */
const mostCoveragePercent = 80;

/** The guaranteed amount of a loan, to the cent below. */
export function guaranteedPart(bankLoanCents: bigint, coveragePercent: number): bigint {
  return (bankLoanCents * BigInt(coveragePercent)) / 100n;
}

/** Whether a guarantee covers at least 1 and at most 80 per cent of the loan. */
export function coverageIsAllowed(coveragePercent: number): boolean {
  return Number.isInteger(coveragePercent) && coveragePercent >= 1 && coveragePercent <= mostCoveragePercent;
}
