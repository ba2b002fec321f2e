import type { CodeList } from "@parcours/shared/codes";

/**
 * Instruments an entrepreneur may apply for (glossary 4.6). A guarantee is not a financing decision (R22); a restart credit is pointed to
 * as `LOAN` and mediation not at all, because both tell of difficulty (design section 4).
 */
export const instruments: CodeList = {
  GENERAL_INVESTMENT_AID: {
    fr: "Aide aux investissements généraux",
    nl: "Steun voor algemene investeringen",
    en: "General investment aid",
  },
  RECRUITMENT_AID: { fr: "Aide au recrutement", nl: "Rekruteringssteun", en: "Recruitment aid" },
  CONSULTANCY_AID: { fr: "Aide à la consultance", nl: "Steun voor consultancy", en: "Consultancy aid" },
  PRE_ACTIVITY_AID: { fr: "Aide à la pré-activité", nl: "Pre-activiteitssteun", en: "Pre-activity aid" },
  PROTOTYPE_AID: { fr: "Aide au prototype", nl: "Steun voor prototypes", en: "Prototype aid" },
  EXPORT_AID: { fr: "Aide à l'exportation", nl: "Exportsteun", en: "Export aid" },
  RDI_AID: {
    fr: "Aide à la recherche, au développement et à l'innovation",
    nl: "Steun voor onderzoek, ontwikkeling en innovatie",
    en: "Research, development and innovation aid",
  },
  TRANSITION_PREMIUM: {
    fr: "Prime de transition du chômage vers le statut d'indépendant",
    nl: "Overgangspremie van werkloosheid naar zelfstandige",
    en: "Transition premium from unemployment to self-employment",
  },
  LOAN: { fr: "Prêt", nl: "Lening", en: "Loan" },
  EQUITY: { fr: "Prise de participation", nl: "Participatie", en: "Equity stake" },
  GUARANTEE: { fr: "Garantie", nl: "Waarborg", en: "Guarantee" },
  MICROCREDIT: { fr: "Microcrédit", nl: "Microkrediet", en: "Microcredit" },
  HONOUR_LOAN: { fr: "Prêt d'honneur", nl: "Lening op eer", en: "Honour loan" },
  RESTART_CREDIT: { fr: "Crédit rebond", nl: "Doorstartkrediet", en: "Restart credit" },
  CO_INVESTMENT: { fr: "Co-investissement", nl: "Co-investering", en: "Co-investment" },
  PRE_SEED: { fr: "Financement pré-amorçage (pre-seed)", nl: "Pre-seed funding", en: "Pre-seed funding" },
  CROWDFUNDING: {
    fr: "Financement participatif",
    nl: "Participatieve financiering (crowdfunding)",
    en: "Crowdfunding",
  },
  MEDIATION: { fr: "Médiation de crédit", nl: "Kredietbemiddeling", en: "Credit mediation" },
  CALL: { fr: "Appel à projets", nl: "Projectoproep", en: "Call for projects" },
};
