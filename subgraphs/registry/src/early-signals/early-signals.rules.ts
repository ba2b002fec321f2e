/** Signals of difficulty that annual accounts give (S55, J10). They are an offer of help to make, never a mark. */
import { filingDueOn, wasFiledLate } from "../annual-accounts/filing.rules.js";

/** What the rules need of the accounts of one year; amounts in cents. */
export interface AccountsFigures {
  readonly year: number;
  readonly closedOn: string;
  readonly filedOn: string;
  readonly equityCents: string | null;
  readonly resultCents: string | null;
}

/** Whether the equity of the newest accounts is below zero; null where they do not tell. @param accounts newest first */
export function isEquityNegative(accounts: readonly AccountsFigures[]): boolean | null {
  const equity = accounts[0]?.equityCents ?? null;
  return equity === null ? null : isNegative(equity);
}

/** Whether the newest accounts were filed late; null where none were ever filed, which is normal for a young enterprise (R80). */
export function areNewestAccountsLate(accounts: readonly AccountsFigures[]): boolean | null {
  const [newest] = accounts;
  return newest ? wasFiledLate(newest.closedOn, newest.filedOn) : null;
}

/** How many years in a row, up to the newest accounts, ended with a loss; null without accounts. A missing year ends the row. */
export function lossYearsInARow(accounts: readonly AccountsFigures[]): number | null {
  const [newest] = accounts;
  if (!newest) return null;
  const end = accounts.findIndex(
    ({ year, resultCents }, place) => year !== newest.year - place || resultCents === null || !isNegative(resultCents),
  );
  return end < 0 ? accounts.length : end;
}

/** One figure behind a signal. */
export interface SignalFigure {
  readonly signal: "NEGATIVE_EQUITY" | "ACCOUNTS_FILED_LATE" | "LOSS_YEAR";
  readonly year: number;
  readonly amountCents: string | null;
  readonly dueOn: string | null;
  readonly filedOn: string | null;
}

/** Every figure that raises a signal, newest first: a signal is never shown without its ground. */
export function figuresBehindSignals(accounts: readonly AccountsFigures[]): readonly SignalFigure[] {
  const none = { amountCents: null, dueOn: null, filedOn: null };
  const [newest] = accounts;
  if (!newest) return [];
  return [
    ...(isEquityNegative(accounts)
      ? [{ ...none, signal: "NEGATIVE_EQUITY" as const, year: newest.year, amountCents: newest.equityCents }]
      : []),
    ...(areNewestAccountsLate(accounts)
      ? [
          {
            ...none,
            signal: "ACCOUNTS_FILED_LATE" as const,
            year: newest.year,
            dueOn: filingDueOn(newest.closedOn),
            filedOn: newest.filedOn,
          },
        ]
      : []),
    ...accounts
      .slice(0, lossYearsInARow(accounts) ?? 0)
      .map(({ year, resultCents }) => ({ ...none, signal: "LOSS_YEAR" as const, year, amountCents: resultCents })),
  ];
}

function isNegative(cents: string): boolean {
  return BigInt(cents) < 0n;
}
