/** What is an answer to a question, and when two values say the same. */
import { isDay } from "../mutations/input-check.js";
import { bankAccountFault } from "./bank-account.js";
import type { AnswerType } from "./form.js";

/** What makes a value no answer; null where it is one. Codes are told to programs, sentences come from the catalogue. */
export type AnswerFault = "TYPE" | "LENGTH" | "BOUNDS" | "CODE" | "CHECK_DIGITS";

/** The most characters of a value that a form says of a fact. */
export const mostCharactersOfFact = 2000;

/** Whether PostgreSQL keeps a value: text without NUL and without half a sign. JSON writes both as escapes. */
export function isStorable(value: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i.test(JSON.stringify(value) ?? "");
}

/** What is wrong with an answer. */
export function answerFault(type: AnswerType, value: unknown): AnswerFault | null {
  switch (type.kind) {
    case "TEXT":
      return typeof value === "string" ? lengthFault(value, type) : "TYPE";
    case "NUMBER":
      return Number.isSafeInteger(value) ? boundsFault(Number(value), type) : "TYPE";
    case "MONEY":
      return typeof value === "string" && /^\d{1,12}(\.\d{2})?$/.test(value)
        ? boundsFault(Number(value), type)
        : "TYPE";
    case "DAY":
      return typeof value === "string" && isDay(value) ? null : "TYPE";
    case "YES_NO":
      return typeof value === "boolean" ? null : "TYPE";
    case "IBAN":
      return typeof value === "string" ? bankAccountFault(value) : "TYPE";
    case "CHOICE":
      return choiceFault(type, value);
  }
}

function lengthFault(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): AnswerFault | null {
  const { length } = Array.from(text.trim());
  return length < least || length > most || !isStorable(text) ? "LENGTH" : null;
}

function boundsFault(
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): AnswerFault | null {
  return value < least || value > most ? "BOUNDS" : null;
}

function choiceFault(
  { options, several }: Extract<AnswerType, { kind: "CHOICE" }>,
  value: unknown,
): AnswerFault | null {
  const codes: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (Array.isArray(value) !== several || codes.length === 0 || new Set(codes).size !== codes.length) return "TYPE";
  return codes.every((code) => typeof code === "string" && Object.hasOwn(options, code)) ? null : "CODE";
}

/**
 * Whether a value that was given says what is held: a text whatever its case and blanks, a code with or without its label, of a list some of
 * its rows, of a row some of its parts.
 */
export function saysTheSame(held: unknown, given: unknown): boolean {
  if (Array.isArray(given))
    return given.length > 0 && given.every((one) => rowsOf(held).some((row) => saysTheSame(row, one)));
  if (Array.isArray(held)) return held.some((row) => saysTheSame(row, given));
  if (typeof held === "object" && held !== null) return objectSays(held as Readonly<Record<string, unknown>>, given);
  if (typeof held === "string" && typeof given === "string") return plain(held) === plain(given);
  return held === given;
}

function objectSays(held: Readonly<Record<string, unknown>>, given: unknown): boolean {
  if (typeof given === "string") return typeof held["code"] === "string" && plain(held["code"]) === plain(given);
  if (typeof given !== "object" || given === null) return false;
  const parts = Object.entries(given);
  return parts.length > 0 && parts.every(([name, part]) => Object.hasOwn(held, name) && saysTheSame(held[name], part));
}

function rowsOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? (held as unknown[]) : [held];
}

function plain(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
