/**
 * Telephone numbers as callers show them and people write them.
 * Numbers are kept in E.164; short numbers (1819, 112) are not E.164 and are kept apart, so that nobody is found by one.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** What a number turned out to be. `WITHHELD`: the caller shows none. */
export type Phone =
  | { readonly kind: "E164"; readonly e164: string; readonly foreign: boolean }
  | { readonly kind: "SHORT"; readonly short: string }
  | { readonly kind: "WITHHELD" }
  | { readonly kind: "INVALID" };

const withheldWords = new Set([
  "",
  "anonymous",
  "withheld",
  "private",
  "unknown",
  "unavailable",
  "restricted",
  "anonyme",
  "onbekend",
  "inconnu",
]);

/** Reads a number in any notation, Belgian unless it says otherwise: `02 315 13 51`, `089/32.39.50`, `+32 (0)2 226 88 88`, `0032475123456`. */
export function parsePhone(raw: string): Phone {
  const text = raw.trim().toLowerCase();
  if (withheldWords.has(text)) return { kind: "WITHHELD" };
  // Hyphens and dashes of every kind: numbers are copied from letters and web pages.
  const digits = text.replace(/^tel:/, "").replace(/[\s./()\p{Pd}]/gu, "");
  if (/^[1-9]\d{2,3}$/.test(digits)) return { kind: "SHORT", short: digits };
  // People write the trunk zero behind the country code (+32 (0)2 …), which is dropped.
  const dialled = digits.replace(/^00/, "+").replace(/^\+320/, "+32");
  if (!/^\+?\d+$/.test(dialled)) return { kind: "INVALID" };
  const parsed = parsePhoneNumberFromString(dialled, "BE");
  if (!parsed?.isValid()) return { kind: "INVALID" };
  return { kind: "E164", e164: parsed.number, foreign: parsed.countryCallingCode !== "32" };
}
