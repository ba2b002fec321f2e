import type { CodeList } from "@parcours/shared/codes";

/** Under which European rules an aid was given (reference 5.8). */
export const stateAidRegimes: CodeList = {
  DE_MINIMIS: { fr: "De minimis", nl: "De-minimis", en: "De minimis" },
  GBER: {
    fr: "Règlement général d'exemption par catégorie",
    nl: "Algemene groepsvrijstellingsverordening",
    en: "General block exemption",
  },
};

/** In which form an aid was given. */
export const stateAidInstruments: CodeList = {
  DIRECT_GRANT: { fr: "Subvention directe", nl: "Directe subsidie", en: "Direct grant" },
  LOAN: { fr: "Prêt", nl: "Lening", en: "Loan" },
  GUARANTEE: { fr: "Garantie", nl: "Waarborg", en: "Guarantee" },
  EQUITY: { fr: "Prise de participation", nl: "Participatie", en: "Equity stake" },
};

/** What an aid was for. */
export const stateAidObjectives: CodeList = {
  SME_INVESTMENT: { fr: "Investissement des PME", nl: "Investeringen van kmo's", en: "SME investment" },
  RESEARCH_AND_DEVELOPMENT: {
    fr: "Recherche et développement",
    nl: "Onderzoek en ontwikkeling",
    en: "Research and development",
  },
  CONSULTANCY: { fr: "Consultance", nl: "Consultancy", en: "Consultancy" },
  EXPORT: { fr: "Exportation", nl: "Export", en: "Export" },
  EMPLOYMENT: { fr: "Emploi", nl: "Werkgelegenheid", en: "Employment" },
  RISK_FINANCE: { fr: "Financement du risque", nl: "Risicofinanciering", en: "Risk finance" },
  OTHER: { fr: "Autre objectif", nl: "Ander doel", en: "Other objective" },
};
