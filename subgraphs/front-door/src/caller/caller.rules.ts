import { DomainError } from "@parcours/shared/errors";
import { enterpriseNumberAsked } from "@parcours/shared/ids";
import { parsePhone } from "@parcours/shared/phone";
import { nameWords } from "../entrepreneur/name-words.js";
import { callerErrors } from "./caller.errors.js";

/** What is known of a caller, as it was typed or shown. */
export interface CallerClues {
  readonly phone?: string | null;
  readonly enterpriseNumber?: string | null;
  readonly email?: string | null;
  readonly name?: string | null;
}

/** The clues, read: what a person or enterprise must match. */
export interface CallerCriteria {
  /** E.164. */
  readonly phone: string | null;
  readonly enterpriseNumber: string | null;
  /** Lower case. */
  readonly email: string | null;
  /** Words, each of which begins a word of the name; null where no name was given. */
  readonly nameWords: readonly string[] | null;
  /** True for a short or withheld number: it is shown by many, so it finds nobody. */
  readonly phoneFindsNobody: boolean;
}

/** One found party. */
export interface FoundCandidate {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly reasons: readonly string[];
}

/** How many parties a look-up found (three-valued as Regulation (EU) 2022/1463, art. 16). */
export type CallerOutcome = "NONE" | "ONE" | "SEVERAL";

/**
 * Reads the clues. An empty text is not a clue; a withheld or short number is one that finds nobody.
 * Errors: CALLER_ARGUMENT_REQUIRED, PHONE_INVALID, ENTERPRISE_NUMBER_INVALID, CALLER_NAME_TOO_SHORT.
 */
export function callerCriteria({ phone, enterpriseNumber, email, name }: CallerClues): CallerCriteria {
  // A phone that shows nothing is a clue all the same: `phone: ""` is how a switchboard says "withheld".
  const hasPhone = phone !== null && phone !== undefined;
  if (!hasPhone && !enterpriseNumber?.trim() && !email?.trim() && !name?.trim())
    throw new DomainError(callerErrors.CALLER_ARGUMENT_REQUIRED);
  const read = hasPhone ? parsePhone(phone) : null;
  if (read?.kind === "INVALID") throw new DomainError(callerErrors.PHONE_INVALID);
  return {
    phone: read?.kind === "E164" ? read.e164 : null,
    phoneFindsNobody: read?.kind === "SHORT" || read?.kind === "WITHHELD",
    enterpriseNumber: readNumber(enterpriseNumber),
    email: email?.trim().toLowerCase() || null,
    nameWords: readName(name),
  };
}

/** Whether the clues tell a person from others of one enterprise. */
export function namesPerson({ phone, email, name }: CallerClues): boolean {
  return [phone, email, name].some((clue) => clue !== null && clue !== undefined);
}

/** A number that finds nobody leaves the other clues to decide; alone it finds nobody. */
export function canFindSomebody({ phone, enterpriseNumber, email, nameWords: words }: CallerCriteria): boolean {
  return phone !== null || enterpriseNumber !== null || email !== null || words !== null;
}

/** One party is one, unless only a name was given: namesakes are many, and a file is not opened on a name alone. */
export function callerOutcome(criteria: CallerCriteria, found: number): CallerOutcome {
  if (found === 0) return "NONE";
  const { phone, enterpriseNumber, email } = criteria;
  return found === 1 && (phone !== null || enterpriseNumber !== null || email !== null) ? "ONE" : "SEVERAL";
}

function readNumber(raw: string | null | undefined): string | null {
  return raw?.trim() ? enterpriseNumberAsked(raw) : null;
}

function readName(raw: string | null | undefined): readonly string[] | null {
  if (!raw?.trim()) return null;
  const words = nameWords(raw);
  if (!words.some((word) => word.length >= 2)) throw new DomainError(callerErrors.CALLER_NAME_TOO_SHORT);
  return words;
}
