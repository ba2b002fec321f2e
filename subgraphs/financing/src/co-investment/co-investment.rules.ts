/** What a co-investment must be: public money only beside private money (R49, J21). Pure; amounts in euro cents. */

/** The fund's smallest ticket (N67: "250.000 to over 1 M"); it has no upper bound. */
const leastRaised = 25_000_000n;

/** The two shares of a co-investment. */
export interface CoInvestmentShares {
  readonly publicCents: bigint;
  readonly privateCents: bigint;
}

/** Whether the public share is at most half of what is raised, so that there always is a private investor (R49). */
function publicShareIsAtMostHalf({ publicCents, privateCents }: CoInvestmentShares): boolean {
  return privateCents > 0n && publicCents <= privateCents;
}

/** Whether at least EUR 250,000 is raised (R49). */
function ticketIsLargeEnough({ publicCents, privateCents }: CoInvestmentShares): boolean {
  return publicCents + privateCents >= leastRaised;
}

/** Codes of the conditions that a co-investment does not fit; empty where it fits them all. */
export function coInvestmentConditionsNotMet(shares: CoInvestmentShares): readonly string[] {
  return [
    ...(publicShareIsAtMostHalf(shares) ? [] : ["CO_INVESTMENT_PUBLIC_SHARE"]),
    ...(ticketIsLargeEnough(shares) ? [] : ["CO_INVESTMENT_TICKET"]),
  ];
}
