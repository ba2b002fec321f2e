/**
 * Identities that cross agencies: how each is written, checked and made.
 * A national register number is deliberately absent: it is never a key, an id, a log entry or an index.
 */
import { createHash, randomUUID } from "node:crypto";
import { DomainError, kernelErrors } from "./errors.js";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Who undertakes: a person, known by an opaque UUIDv4 of the front door. */
export type EntrepreneurId = Branded<"EntrepreneurId">;
/** Ten digits, first 0 or 1, without dots: the key of `Enterprise` (Royal Decree of 24 June 2003). */
export type EnterpriseNumber = Branded<"EnterpriseNumber">;
/** An id of any entry that leaves a subgraph. Version 4, because a version 7 would tell when it was made. */
export type EntryId = Branded<"EntryId">;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in lower case, as every id that leaves a subgraph is. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** The id that a query asks for. Errors: ID_INVALID. */
export function idAsked(id: string): string {
  if (!isUuid(id)) throw new DomainError(kernelErrors.ID_INVALID);
  return id;
}

/** A new random UUIDv4. */
export function newId(): string {
  return randomUUID();
}

/** A UUIDv4-shaped id that is always the same for the same parts: for demonstration data and for imports that may be run twice. */
export function idFrom(...parts: readonly (string | number)[]): string {
  const bytes = createHash("sha256").update(parts.join("\u0000")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * Reads an enterprise number in any notation people use (`0202.239.951`, `BE 202239951`, `(0)202 239 951`).
 * The rule is strict: check digits run from 01 to 97. The popular `% 97 === 0` also accepts 00, 98 and 99.
 * @returns the ten digits, or null where the text is not an enterprise number
 */
export function parseEnterpriseNumber(raw: string): EnterpriseNumber | null {
  let digits = raw
    .trim()
    .toUpperCase()
    .replace(/[\s./-]/g, "");
  if (digits.startsWith("BE")) digits = digits.slice(2);
  if (digits.startsWith("(0)")) digits = `0${digits.slice(3)}`;
  if (/^\d{9}$/.test(digits)) digits = `0${digits}`;
  // Zero passes the check and is nobody's number: it stands in forms that were filled to get past a required field.
  if (!/^[01]\d{9}$/.test(digits) || digits.startsWith("00000000") || !hasValidCheckDigits(digits)) return null;
  return digits as EnterpriseNumber;
}

/** The ten digits of the enterprise that a query asks for, in any notation. Errors: ENTERPRISE_NUMBER_INVALID. */
export function enterpriseNumberAsked(raw: string): EnterpriseNumber {
  const number = parseEnterpriseNumber(raw);
  if (number === null) throw new DomainError(kernelErrors.ENTERPRISE_NUMBER_INVALID);
  return number;
}

/** Reads an establishment unit number (first digit 2 to 8); same check digits as an enterprise number. */
export function parseEstablishmentNumber(raw: string): string | null {
  const digits = raw.trim().replace(/[\s.]/g, "");
  return /^[2-8]\d{9}$/.test(digits) && hasValidCheckDigits(digits) ? digits : null;
}

/** Whether the last two of ten digits are the check digits of the first eight, as in every number of the register. */
export function hasValidCheckDigits(tenDigits: string): boolean {
  return Number(tenDigits.slice(8)) === 97 - (Number(tenDigits.slice(0, 8)) % 97);
}

/** The usual notation for people: `0202.239.951`. */
export function formatEnterpriseNumber(number: string): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}

/**
 * An enterprise number that can reach nobody: valid check digits, in the range below 0200.000.000 that the register never issued.
 * @param sequence 0 to 1,899,999
 */
export function demonstrationEnterpriseNumber(sequence: number): EnterpriseNumber {
  const body = 100_000 + sequence;
  if (!Number.isInteger(sequence) || sequence < 0 || body > 1_999_999)
    throw new RangeError(`no demonstration number for ${sequence}`);
  const first = String(body).padStart(8, "0");
  return `${first}${String(97 - (body % 97)).padStart(2, "0")}` as EnterpriseNumber;
}
