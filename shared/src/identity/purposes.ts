/**
 * Why somebody asks. A request for a person's data names one purpose of this closed list and, for all but the own path, the case or call
 * it serves: purpose limitation (GDPR 5(1)(b)), as the Crossroads Bank and MAGDA practise it. Design 6; decision 0016.
 */
import type { LocalizedText } from "../languages.js";
import { holdsPersonalNumber } from "./personal-number.js";
import type { ReaderRole, Role } from "./roles.js";

/** One purpose. */
export interface PurposeRule {
  /** Who may ask for it; for anyone else it opens nothing. */
  readonly roles: readonly Role[];
  /** Whether the case or call reference must be named with it. */
  readonly needsCase: boolean;
  readonly labels: Required<LocalizedText>;
}

/** Every purpose there is. */
export const purposes = {
  OWN_PATH: {
    roles: ["ENTREPRENEUR"],
    needsCase: false,
    labels: { fr: "Mon propre parcours", nl: "Mijn eigen parcours", en: "My own path" },
  },
  MANDATE: {
    roles: ["MANDATARY"],
    needsCase: false,
    labels: { fr: "Exercice d'un mandat", nl: "Uitoefening van een mandaat", en: "Acting under a mandate" },
  },
  CALL: {
    roles: ["ADVISOR_1819"],
    needsCase: true,
    labels: { fr: "Appel au 1819", nl: "Oproep naar 1819", en: "Call to 1819" },
  },
  REFERRAL: {
    roles: ["ADVISOR_1819", "COACH", "FINANCING_OFFICER", "HOUSING_HOST", "RECOGNISED_HELPER"],
    needsCase: true,
    labels: { fr: "Orientation vers un autre service", nl: "Doorverwijzing", en: "Referral" },
  },
  COACHING: {
    roles: ["COACH"],
    needsCase: true,
    labels: { fr: "Accompagnement", nl: "Begeleiding", en: "Coaching" },
  },
  FUNDING: {
    roles: ["FINANCING_OFFICER"],
    needsCase: true,
    labels: {
      fr: "Examen d'une demande de financement ou d'aide",
      nl: "Onderzoek van een financierings- of steunaanvraag",
      en: "Treating an application for funding or aid",
    },
  },
  HOSTING: {
    roles: ["HOUSING_HOST"],
    needsCase: true,
    labels: { fr: "Hébergement", nl: "Huisvesting", en: "Housing" },
  },
  DIFFICULTY_HELP: {
    roles: ["RECOGNISED_HELPER"],
    needsCase: true,
    labels: {
      fr: "Aide à une entreprise en difficulté",
      nl: "Hulp aan een onderneming in moeilijkheden",
      en: "Help in difficulty",
    },
  },
  EMPLOYMENT: {
    roles: ["ACTIRIS"],
    needsCase: true,
    labels: { fr: "Politique de l'emploi", nl: "Werkgelegenheidsbeleid", en: "Employment policy" },
  },
  MATCHING: {
    roles: ["MERGE_REVIEWER"],
    needsCase: true,
    labels: { fr: "Examen d'un doublon", nl: "Onderzoek van een dubbel", en: "Reviewing a duplicate" },
  },
  DATA_PROTECTION: {
    roles: ["DATA_PROTECTION_OFFICER"],
    needsCase: true,
    labels: { fr: "Protection des données", nl: "Gegevensbescherming", en: "Data protection" },
  },
  EMERGENCY: {
    roles: ["ADVISOR_1819", "COACH", "RECOGNISED_HELPER"],
    needsCase: true,
    labels: { fr: "Urgence (bris de glace)", nl: "Noodgeval (noodtoegang)", en: "Emergency (break-glass)" },
  },
} as const satisfies Readonly<Record<string, PurposeRule>>;

/** The code of a purpose. */
export type Purpose = keyof typeof purposes;

/** The purpose of that code; undefined where there is none. */
export function purposeOf(code: string): Purpose | undefined {
  return Object.hasOwn(purposes, code) ? (code as Purpose) : undefined;
}

/** Whether a role may ask for a purpose. */
export function mayAskFor(role: ReaderRole, purpose: Purpose): boolean {
  const { roles }: PurposeRule = purposes[purpose];
  return role !== "ANONYMOUS" && roles.includes(role);
}

/** The purpose of who names none: a person on the own path, and who acts under a mandate, have one only (design 6). */
export function impliedPurpose(role: ReaderRole): Purpose | undefined {
  if (role === "ENTREPRENEUR") return "OWN_PATH";
  return role === "MANDATARY" ? "MANDATE" : undefined;
}

/**
 * Whether a text may stand as a case or call reference: 2 to 64 letters, digits and `. / -`, beginning with a letter or digit, with a digit
 * and at most one word. References stand in logs, which hold no personal data: somebody's name has words and no digit; what looks like a
 * telephone or national register number is refused too.
 */
export function isCaseReference(text: string): boolean {
  if (!/^[A-Za-z0-9][A-Za-z0-9./-]{1,63}$/.test(text) || holdsPersonalNumber(text)) return false;
  if (!/\d/.test(text) || (text.match(/[A-Za-z]{4,}/g) ?? []).length > 1) return false;
  return /[A-Za-z]/.test(text) || text.replace(/\D/g, "").length < 9;
}
