import type { CodeList } from "@parcours/shared/codes";

/**
 * How a coaching dossier ended (glossary 4.7; N39, N45).
 * `POSITIVE_DEMOTIVATION` is an honest result and never counts as a failure (D4:3358). The seeds name it, dropping out and referral; the rest were added.
 */
export const outcomes: CodeList = {
  COMPLETED: { fr: "Objectif atteint", nl: "Doel bereikt", en: "Objective reached" },
  ENTERPRISE_CREATED: { fr: "Entreprise créée", nl: "Onderneming opgericht", en: "Enterprise created" },
  FINANCING_FOUND: { fr: "Financement trouvé", nl: "Financiering gevonden", en: "Financing found" },
  IN_EMPLOYMENT: { fr: "Emploi salarié trouvé", nl: "Loontrekkende job gevonden", en: "Employment found" },
  REFERRED: {
    fr: "Orienté vers un autre organisme",
    nl: "Doorverwezen naar een andere instantie",
    en: "Referred to another body",
  },
  POSITIVE_DEMOTIVATION: {
    fr: "Démotivation positive",
    nl: "Positieve demotivatie",
    en: "Advised against, for the person's good",
  },
  DROPPED_OUT: { fr: "Décrochage", nl: "Afgehaakt", en: "Dropped out" },
};
