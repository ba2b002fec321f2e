/** What decides about documents, each rule a sentence. Pure; the table of cases is beside it. Source: R01, J03; decision 0021. */
import { documentTypeOf, type DocumentType } from "./document-types.js";

/** What a version says of when it holds. Days as `YYYY-MM-DD`. */
export interface Validity {
  readonly validFrom: string;
  /** Last day; null where it holds until another comes. */
  readonly validUntil: string | null;
  /** The version that replaced it; null while none did. */
  readonly supersededBy: string | null;
}

/** Whether a version holds on a day. */
export function isValidOn({ validFrom, validUntil, supersededBy }: Validity, day: string): boolean {
  return supersededBy === null && validFrom <= day && (validUntil === null || validUntil >= day);
}

/** From when to when a document holds: as its giver says, else from today for the usual time of its type. */
export function validityOf(
  { validMonths }: Pick<DocumentType, "validMonths">,
  asked: { readonly validFrom: string | null; readonly validUntil: string | null },
  today: string,
): { readonly validFrom: string; readonly validUntil: string | null } {
  const validFrom = asked.validFrom ?? today;
  const usual = validMonths === null ? null : monthsAfter(validFrom, validMonths);
  return { validFrom, validUntil: asked.validUntil ?? usual };
}

/** The same day some months later; the last of the month where there is no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const text = `${last.getUTCFullYear()}-${String(last.getUTCMonth() + 1).padStart(2, "0")}`;
  return `${text}-${String(Math.min(date, last.getUTCDate())).padStart(2, "0")}`;
}

/** For whom a document is: a person, the person's enterprise, or a project of the person. */
export interface DocumentScope {
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
}

/** The same, with what the project became. */
export interface LinkedScope extends DocumentScope {
  /** The enterprise that the project became, where that counts today: the person of the project acts for it (decision 0023). */
  readonly projectEnterprise: string | null;
}

/** The enterprise as whose a document counts: the one that holds it, else the one that its project became. */
export function countsFor({
  enterpriseNumber,
  projectEnterprise,
}: Pick<LinkedScope, "enterpriseNumber" | "projectEnterprise">): string | null {
  return enterpriseNumber ?? projectEnterprise;
}

/**
 * Whether a document that is held stands for one that is asked: for the same enterprise, or for none where none is named; a project's own
 * document is no other project's, and one of no project stands for each. A project and the enterprise that it became are one (R53).
 */
export function isForTheSame(held: LinkedScope, asked: LinkedScope): boolean {
  const isSameProject = held.projectId === null || held.projectId === asked.projectId;
  if (held.enterpriseNumber === asked.enterpriseNumber && isSameProject) return true;
  const enterprise = countsFor(asked);
  if (enterprise === null || countsFor(held) !== enterprise) return false;
  return isSameProject || (asked.projectId === null && held.projectEnterprise === enterprise);
}

/** Whether two documents of a type at an agency are versions of one: each stands for the other. */
export function areOneSeries(one: LinkedScope, other: LinkedScope): boolean {
  return isForTheSame(one, other) && isForTheSame(other, one);
}

/** A project and the enterprise that it became: because of it a version replaces one that was given for the other. */
export interface ProjectLink {
  readonly projectId: string;
  readonly enterpriseNumber: string;
}

/** The link through which a version replaces another of its series; null where both are of the very same. */
export function linkBetween(former: LinkedScope, next: LinkedScope): ProjectLink | null {
  if (former.enterpriseNumber === next.enterpriseNumber && former.projectId === next.projectId) return null;
  const [projectId, enterpriseNumber] = [former.projectId ?? next.projectId, countsFor(next)];
  return projectId === null || enterpriseNumber === null ? null : { projectId, enterpriseNumber };
}

/** A document that is held, as far as it decides whether another is needed. */
export interface HeldVersion extends Validity, LinkedScope {
  readonly type: string;
  readonly sha256: string;
}

/** A document that is offered. */
export interface OfferedDocument extends LinkedScope {
  readonly type: string;
  readonly sha256: string;
  /** Whether the giver wants to replace what is held: then only the very same bytes are held already. */
  readonly isNewVersion: boolean;
}

/** Whether what is offered is held already: a version of its type that holds today, or the same bytes where a new version is meant (R01). */
export function isHeldAlready(held: HeldVersion, offered: OfferedDocument, today: string): boolean {
  if (held.type !== offered.type || !isForTheSame(held, offered) || !isValidOn(held, today)) return false;
  return !offered.isNewVersion || held.sha256 === offered.sha256;
}

/**
 * Agencies whose files are restricted dossiers only: the centre for enterprises in difficulty. That it keeps anything of somebody tells of the
 * difficulty, so no pointer may name it.
 */
const restrictedAgencies: readonly string[] = ["COM"];

/** Whether all that an agency is given is restricted. */
export function isRestrictedAgency(code: string): boolean {
  return restrictedAgencies.includes(code);
}

/** Whether a document is restricted: because its giver says so, or whatever its giver says, for its agency or its type. */
export function isRestrictedOffer(offer: {
  readonly agency: string;
  readonly documentType: string;
  readonly isRestricted: boolean;
}): boolean {
  const { agency, documentType, isRestricted } = offer;
  return isRestricted || isRestrictedAgency(agency) || documentTypeOf(documentType)?.isRestricted === true;
}

/** The category of the access matrix that decides who reads a document: of a restricted dossier, that of the dossier. */
export function documentCategory(isRestricted: boolean): "DOCUMENT" | "DIFFICULTY_CASE" {
  return isRestricted ? "DIFFICULTY_CASE" : "DOCUMENT";
}

/** The name of the file that a reader gets: type and version, nothing of a person. */
export function fileName(type: string, version: number, extension: string): string {
  return `${type.toLowerCase().replaceAll("_", "-")}-v${version}.${extension}`;
}
