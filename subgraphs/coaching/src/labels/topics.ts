import type { CodeList } from "@parcours/shared/codes";

/**
 * What a coaching dossier or session is about (glossary 4.8, `NeedKind`; packages 4.5; S39, S66).
 * None tells of difficulty: that is a case of its own, which is never pointed to (design section 4).
 */
export const topics: CodeList = {
  BUSINESS_PLAN: {
    fr: "Business plan et plan financier",
    nl: "Businessplan en financieel plan",
    en: "Business plan and financial plan",
  },
  FINANCING_SEARCH: { fr: "Recherche de financement", nl: "Zoektocht naar financiering", en: "Search for financing" },
  RECRUITING: { fr: "Recrutement", nl: "Aanwerving", en: "Recruiting" },
  PERMITS: {
    fr: "Permis d'urbanisme et d'environnement",
    nl: "Stedenbouwkundige en milieuvergunningen",
    en: "Planning and environment permits",
  },
  LOCATION: { fr: "Choix de la localisation", nl: "Locatiekeuze", en: "Choice of location" },
  SHOP_LAYOUT: {
    fr: "Positionnement commercial et aménagement du point de vente",
    nl: "Commerciële positionering en inrichting van het verkooppunt",
    en: "Commercial positioning and shop layout",
  },
  INTERNATIONALISATION: {
    fr: "Internationalisation et exportation",
    nl: "Internationalisering en export",
    en: "Internationalisation and export",
  },
  DIGITAL_STRATEGY: { fr: "Stratégie numérique", nl: "Digitale strategie", en: "Digital strategy" },
  INNOVATION: { fr: "Innovation", nl: "Innovatie", en: "Innovation" },
  GROWTH_PLAN: { fr: "Plan de croissance", nl: "Groeiplan", en: "Growth plan" },
  LEGAL: { fr: "Questions juridiques", nl: "Juridische vragen", en: "Legal questions" },
  ACCOUNTING: { fr: "Comptabilité", nl: "Boekhouding", en: "Accounting" },
  NETWORKS: { fr: "Réseaux et clusters", nl: "Netwerken en clusters", en: "Networks and clusters" },
  SOCIAL_ENTREPRENEURSHIP: {
    fr: "Entrepreneuriat social et coopératif",
    nl: "Sociaal en coöperatief ondernemerschap",
    en: "Social and cooperative entrepreneurship",
  },
  TRANSFER: { fr: "Transmission ou reprise", nl: "Overdracht of overname", en: "Transfer or takeover" },
  TRANSITION: { fr: "Transition écologique", nl: "Ecologische overgang", en: "Ecological transition" },
};
