/** How KBO Open Data writes its values, and what is wrong with one that it does not. Source: reference 5.1 to 5.3 */
import { hasValidCheckDigits } from "@parcours/shared/ids";

/** A row that cannot be used; the message is the reason that the report gives. */
export class BadRow extends Error {
  override readonly name = "BadRow";
}

/** Which files name an entity, by the first digit of its number. */
export type EntityKind = "enterprise" | "establishment" | "branch";

const kindNames: Readonly<Record<EntityKind, string>> = {
  enterprise: "an enterprise",
  establishment: "an establishment",
  branch: "a branch",
};

/** `""` and nothing between commas both mean: none. Spaces around a value are no part of it. */
export function optional(value: string): string | null {
  const text = value.trim();
  return text === "" ? null : text;
}

/** A value that must be there. @throws BadRow */
export function required(column: string, value: string): string {
  const text = value.trim();
  if (text === "") throw new BadRow(`${column} is empty`);
  return text;
}

/** A code with as many digits as it must have: leading zeros are part of it. @throws BadRow */
export function digits(column: string, value: string, pattern: RegExp): string {
  const text = required(column, value);
  if (!pattern.test(text))
    throw new BadRow(
      `${column} ${text} is not ${readable(pattern)}${/^\d+$/.test(text) ? " (leading zeros lost?)" : ""}`,
    );
  return text;
}

/** The same for a code that may be missing. @throws BadRow */
export function optionalDigits(column: string, value: string, pattern: RegExp): string | null {
  return value.trim() === "" ? null : digits(column, value, pattern);
}

/** Three digits, as most KBO codes have. */
export const threeDigits = /^\d{3}$/;
/** A NACE-BEL code of an activity. */
export const naceDigits = /^(\d{5}|\d{7})$/;
/** A version of NACE-BEL. */
export const fourDigits = /^\d{4}$/;

const readableNames = new Map([
  [threeDigits, "three digits"],
  [naceDigits, "five or seven digits"],
  [fourDigits, "a year"],
]);

function readable(pattern: RegExp): string {
  return readableNames.get(pattern) ?? "as it must be";
}

/** `30-05-2025` as `2025-05-30`; none stays none. @throws BadRow on a day that the calendar lacks */
export function dayFirst(column: string, value: string): string | null {
  const text = value.trim();
  if (text === "") return null;
  const date = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text);
  if (!date) throw new BadRow(`${column} ${text} is not a date like 30-05-2025`);
  const [, day = "", month = "", year = ""] = date;
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  if (Number(year) === 0 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > lastDay) {
    throw new BadRow(`${column} ${text} is not a day of the calendar`);
  }
  return `${year}-${month}-${day}`;
}

/** The number of an entity as ten digits. @param kind what it must be; any where absent @throws BadRow */
export function entityNumber(column: string, value: string, kind?: EntityKind): string {
  const text = value.trim();
  const number = text.replaceAll(".", "");
  if (!/^\d{10}$/.test(number)) throw new BadRow(`${column} ${text || "(empty)"} is not ten digits`);
  if (!hasValidCheckDigits(number)) throw new BadRow(`${column} ${text} has wrong check digits`);
  if (kind !== undefined && kindOfEntity(number) !== kind)
    throw new BadRow(`${column} ${text} is not the number of ${kindNames[kind]}`);
  return number;
}

/** What an entity is, by the first digit of its number. */
function kindOfEntity(number: string): EntityKind {
  const [first = ""] = number;
  if (first === "0" || first === "1") return "enterprise";
  return first === "9" ? "branch" : "establishment";
}
