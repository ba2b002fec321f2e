import type { CodeList } from "@parcours/shared/codes";

/** On what 1819 was shown that somebody acts for an enterprise, or acts no more. */
export const mandateEvidence = {
  STATE_GAZETTE: {
    fr: "Publication au Moniteur belge",
    nl: "Bekendmaking in het Belgisch Staatsblad",
    en: "Publication in the Belgian Official Gazette",
  },
  STATUTES: { fr: "Statuts", nl: "Statuten", en: "Articles of association" },
  POWER_OF_ATTORNEY: { fr: "Procuration", nl: "Volmacht", en: "Power of attorney" },
  REGISTER_EXTRACT: {
    fr: "Extrait de la Banque-Carrefour des Entreprises",
    nl: "Uittreksel uit de Kruispuntbank van Ondernemingen",
    en: "Extract of the Crossroads Bank for Enterprises",
  },
  RESIGNATION: { fr: "Lettre de démission", nl: "Ontslagbrief", en: "Letter of resignation" },
} as const satisfies CodeList;
