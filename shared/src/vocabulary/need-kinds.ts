import type { CodeList } from "../codes.js";

/**
 * What an entrepreneur may need help with (glossary 4.8, `NeedKind`; D1:12).
 * The first nine are the lists of the sources; business plan, innovation, growth, transfer and training were added because support services exist
 * for them. None tells of difficulty, so that a need may be passed from one agency to another (R21).
 */
export const needKinds: CodeList = {
  BUSINESS_PLAN: {
    fr: "Business plan et plan financier",
    nl: "Businessplan en financieel plan",
    en: "Business plan and financial plan",
  },
  FINANCING: { fr: "Financement", nl: "Financiering", en: "Financing" },
  RECRUITING: { fr: "Recrutement", nl: "Aanwerving", en: "Recruiting" },
  PERMITS: {
    fr: "Permis d'urbanisme et d'environnement",
    nl: "Stedenbouwkundige en milieuvergunningen",
    en: "Planning and environment permits",
  },
  LOCATION: { fr: "Localisation et hébergement", nl: "Locatie en huisvesting", en: "Location and housing" },
  INTERNATIONALISATION: { fr: "Internationalisation", nl: "Internationalisering", en: "Internationalisation" },
  DIGITAL_STRATEGY: { fr: "Stratégie numérique", nl: "Digitale strategie", en: "Digital strategy" },
  LEGAL: { fr: "Questions juridiques", nl: "Juridische vragen", en: "Legal questions" },
  ACCOUNTING: { fr: "Comptabilité", nl: "Boekhouding", en: "Accounting" },
  NETWORKS: { fr: "Réseaux et mentorat", nl: "Netwerken en mentoraat", en: "Networks and mentoring" },
  INNOVATION: { fr: "Recherche et innovation", nl: "Onderzoek en innovatie", en: "Research and innovation" },
  GROWTH: { fr: "Plan de croissance", nl: "Groeiplan", en: "Growth plan" },
  TRANSFER: { fr: "Transmission ou reprise", nl: "Overdracht of overname", en: "Transfer or takeover" },
  TRAINING: { fr: "Formation", nl: "Opleiding", en: "Training" },
};
