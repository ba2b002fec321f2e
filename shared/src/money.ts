/** Amounts: whole euro cents (bigint) in the database, a decimal string in the graph. An `Int` of cents overflows at EUR 21 million. */

/** Euro cents as a decimal string with two digits: 59225500n → "592255.00". */
export function euros(cents: bigint | string): string {
  const value = BigInt(cents);
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads a decimal amount in euro into cents.
 * @returns null where the text is not an amount with at most two decimals
 */
export function cents(amount: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount.trim());
  if (!match) return null;
  const [, sign, whole = "0", fraction = ""] = match;
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  return sign ? -value : value;
}
