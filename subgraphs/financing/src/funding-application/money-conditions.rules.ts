/** The bounds of instruments, in euro cents (R47, R48, R50). Pure. */

const honourLoan = { least: 500_000n, most: 2_500_000n };
const villageFinance = { agencyCode: "VILLAGE_FINANCE", amount: 500_000n, leastCreditBeside: 1_000_000n };

/** Whether an honour loan is of EUR 5,000 to 25,000 (R47). */
export function honourLoanIsWithinBounds(cents: bigint): boolean {
  return cents >= honourLoan.least && cents <= honourLoan.most;
}

/** Whether an honour loan of Village Finance is of EUR 5,000 and stands beside a credit of at least EUR 10,000 (R48, J22). */
export function honourLoanStandsBesideCredit(cents: bigint, creditBesideCents: bigint | null): boolean {
  return (
    cents === villageFinance.amount &&
    creditBesideCents !== null &&
    creditBesideCents >= villageFinance.leastCreditBeside
  );
}

/** What the rules on honour loans need to know of an application. */
export interface ApplicationTerms {
  readonly agencyCode: string;
  readonly instrumentCode: string;
  readonly amountAskedCents: bigint;
  /** Amount of the credit beside which it stands; null where there is none. */
  readonly creditBesideCents: bigint | null;
}

/** Codes of the conditions that an application does not fit; empty where it fits them all. */
export function conditionsNotMetBy(terms: ApplicationTerms): readonly string[] {
  if (terms.instrumentCode !== "HONOUR_LOAN") return [];
  const besideCredit =
    terms.agencyCode !== villageFinance.agencyCode ||
    honourLoanStandsBesideCredit(terms.amountAskedCents, terms.creditBesideCents);
  return [
    ...(honourLoanIsWithinBounds(terms.amountAskedCents) ? [] : ["HONOUR_LOAN_BOUNDS"]),
    ...(besideCredit ? [] : ["HONOUR_LOAN_BESIDE_CREDIT"]),
  ];
}

/** The smallest investment that general investment aid helps, from a day on. */
export interface InvestmentMinimum {
  /** First day; null reaches back as far as the sources do. */
  readonly since: string | null;
  readonly cents: bigint;
}

/** The source announces a lower one without a figure: add it here with its first day (R50, D4:3492-3496). Newest last. */
const investmentMinimums: readonly InvestmentMinimum[] = [{ since: null, cents: 1_500_000n }];

/** Whether an investment reaches the minimum that held on a day (R50). */
export function investmentReachesMinimum(
  cents: bigint,
  day: string,
  minimums: readonly InvestmentMinimum[] = investmentMinimums,
): boolean {
  const holding = minimums.findLast(({ since }) => since === null || since <= day);
  return holding === undefined || cents >= holding.cents;
}
