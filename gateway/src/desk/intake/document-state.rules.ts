/**
 * What a form may say of a document that it asks for: held and taken by reference, held and not shared, not answered, or to be asked. Decided
 * from what the directory and the holders tell this reader; so nothing is told that this reader could not find. R01, J03; decision 0021.
 */
import { monthsAfter, type DocumentScope } from "@parcours/shared/documents/document.rules";
import type { DocumentAbout, FormDocument } from "@parcours/shared/intake/form";
import { IntakeState } from "./fact-state.rules.js";
import type { IntakeHolders } from "./form-operation.js";

/** A version of which the reader was told, for just what the form asks. Days as `YYYY-MM-DD`. */
export interface FoundVersion {
  readonly id: string;
  /** Code of the agency that keeps it. */
  readonly agency: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Whether a newer version replaced it, seen or not. */
  readonly isReplaced: boolean;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** Every agency that reads it as its own. */
  readonly providedTo: readonly string[];
  /** Code of the form with which it came; null where with none, or only the directory told of it. */
  readonly form: string | null;
  /** Whether its holder said so just now; else the directory alone does, and the holder is silent. */
  readonly isConfirmed: boolean;
}

/** All that was found of one document. */
export interface FoundDocument {
  readonly versions: readonly FoundVersion[];
  /** Whether somebody who may know of one did not answer. */
  readonly isSilent: boolean;
}

/** By what it is judged. */
export interface DocumentTerms extends Pick<FormDocument, "mostMonths"> {
  /** `YYYY-MM-DD` in Brussels. */
  readonly today: string;
  /** Whether the person could open documents to the reader's agency. */
  readonly canBeGranted: boolean;
}

/** What the form says. */
export interface DocumentState {
  readonly state: IntakeState;
  /** KNOWN: the one to take; PENDING: the one whose holder is silent; TO_ASK: the one that is taken no longer; null where there is none. */
  readonly version: FoundVersion | null;
}

/** The state of a document. */
export function documentState({ versions, isSilent }: FoundDocument, terms: DocumentTerms): DocumentState {
  const good = newestFirst(versions.filter((version) => isTakenToday(version, terms)));
  const known = good.find(({ isConfirmed }) => isConfirmed);
  if (known) return { state: IntakeState.KNOWN, version: known };
  // Silent, and held: to ask for it would be to ask twice.
  if (good[0]) return { state: IntakeState.PENDING, version: good[0] };
  if (isSilent) return { state: IntakeState.PENDING, version: null };
  if (terms.canBeGranted && versions.some((one) => isReplacedUnseen(one, versions, terms.today)))
    return { state: IntakeState.NOT_SHARED, version: null };
  const [former = null] = newestFirst(versions.filter(({ isReplaced }) => !isReplaced));
  return { state: IntakeState.TO_ASK, version: former };
}

/** Whether a version is taken today: it holds, and is not older than the form takes. */
export function isTakenToday(
  version: Pick<FoundVersion, "validFrom" | "validUntil" | "isReplaced">,
  { mostMonths, today }: Pick<DocumentTerms, "mostMonths" | "today">,
): boolean {
  const last = takenUntil(version, mostMonths);
  return !version.isReplaced && version.validFrom <= today && (last === null || today <= last);
}

/** The last day on which a version is taken: of its own, or by the age that the form allows; null where it holds until another comes. */
export function takenUntil(
  { validFrom, validUntil }: Pick<FoundVersion, "validFrom" | "validUntil">,
  mostMonths: number | null,
): string | null {
  const oldest = mostMonths === null ? null : monthsAfter(validFrom, mostMonths);
  if (oldest === null || validUntil === null) return oldest ?? validUntil;
  return oldest < validUntil ? oldest : validUntil;
}

/**
 * Whether it was replaced while it held, by what the reader was not told of. That there is a newer one is told to whoever reads the older: its
 * days run, and it does not hold.
 */
function isReplacedUnseen(one: FoundVersion, versions: readonly FoundVersion[], today: string): boolean {
  if (!isTakenToday({ ...one, isReplaced: !one.isReplaced }, { mostMonths: null, today })) return false;
  return !versions.some(({ agency, version }) => agency === one.agency && version > one.version);
}

function newestFirst(versions: readonly FoundVersion[]): FoundVersion[] {
  return [...versions].sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
}

/** Of whom a document is asked: what is of a project is of the enterprise too, and where neither was named of the person (R53). */
export function scopeOf(about: DocumentAbout, { Enterprise, Project }: IntakeHolders): DocumentScope {
  return {
    enterpriseNumber: about === "PERSON" ? null : Enterprise,
    projectId: about === "PROJECT" ? Project : null,
  };
}
