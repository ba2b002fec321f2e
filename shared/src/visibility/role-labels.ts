/** What each role is called for people. */
import type { CodeList } from "../codes.js";
import type { Role } from "../identity/roles.js";

/** By role. */
export const roleLabels: CodeList & Readonly<Record<Role, CodeList[string]>> = {
  ENTREPRENEUR: { fr: "Entrepreneur", nl: "Ondernemer", en: "Entrepreneur" },
  MANDATARY: { fr: "Mandataire", nl: "Mandataris", en: "Mandatary" },
  ADVISOR_1819: { fr: "Conseiller 1819", nl: "Adviseur 1819", en: "1819 advisor" },
  COACH: { fr: "Accompagnateur", nl: "Begeleider", en: "Coach" },
  FINANCING_OFFICER: {
    fr: "Gestionnaire de financement",
    nl: "Financieringsverantwoordelijke",
    en: "Financing officer",
  },
  HOUSING_HOST: { fr: "Responsable de site", nl: "Siteverantwoordelijke", en: "Host of a site" },
  RECOGNISED_HELPER: { fr: "Aidant reconnu", nl: "Erkende hulpverlener", en: "Recognised helper" },
  MERGE_REVIEWER: { fr: "Examinateur de doublons", nl: "Onderzoeker van dubbels", en: "Reviewer of duplicates" },
  STATISTICIAN: { fr: "Statisticien", nl: "Statisticus", en: "Statistician" },
  DATA_PROTECTION_OFFICER: {
    fr: "Délégué à la protection des données",
    nl: "Functionaris voor gegevensbescherming",
    en: "Data protection officer",
  },
  ACTIRIS: { fr: "Actiris", nl: "Actiris", en: "Actiris" },
  SERVICE: { fr: "Service informatique", nl: "Informaticadienst", en: "Service" },
};
