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

/** In which form an aid was given: those of the demonstration and those that the European register publishes. */
export const stateAidInstruments: CodeList = {
  DIRECT_GRANT: { fr: "Subvention directe", nl: "Directe subsidie", en: "Direct grant" },
  GRANT_OR_INTEREST_SUBSIDY: {
    fr: "Subvention directe ou bonification d'intérêts",
    nl: "Directe subsidie of rentesubsidie",
    en: "Direct grant or interest rate subsidy",
  },
  LOAN_OR_REPAYABLE_ADVANCE: {
    fr: "Prêt ou avance récupérable",
    nl: "Lening of terugbetaalbaar voorschot",
    en: "Loan or repayable advance",
  },
  TAX_ADVANTAGE: {
    fr: "Avantage fiscal ou exonération",
    nl: "Belastingvoordeel of -vrijstelling",
    en: "Tax advantage or exemption",
  },
  CAPITAL: { fr: "Apport en capital", nl: "Kapitaalinbreng", en: "Capital" },
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
  REGIONAL: { fr: "Aide régionale", nl: "Regionale steun", en: "Regional aid" },
  TRAINING: { fr: "Formation", nl: "Opleiding", en: "Training" },
  START_UP: { fr: "Jeunes entreprises", nl: "Startende ondernemingen", en: "Start-ups" },
  ENVIRONMENT: { fr: "Environnement et énergie", nl: "Milieu en energie", en: "Environment and energy" },
  CULTURE: { fr: "Culture et audiovisuel", nl: "Cultuur en audiovisuele sector", en: "Culture and audiovisual works" },
  INFRASTRUCTURE: { fr: "Infrastructures", nl: "Infrastructuur", en: "Infrastructure" },
  EMPLOYMENT: { fr: "Emploi", nl: "Werkgelegenheid", en: "Employment" },
  RISK_FINANCE: { fr: "Financement du risque", nl: "Risicofinanciering", en: "Risk finance" },
  OTHER: { fr: "Autre objectif", nl: "Ander doel", en: "Other objective" },
};
