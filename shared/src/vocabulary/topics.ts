import type { CodeList } from "../codes.js";

/**
 * What a contact, dossier, need or support service is about: one list for all poles (R10; glossary 4.8, `NeedKind`; D1:12; D4:475-536).
 * The needs of the sources come first; from `CREATION` on the list follows the support services of the catalogue.
 * `DIFFICULTY` tells of difficulty: outside the catalogue and the difficulty case itself, no field that others may read may carry it (R30, 5.6).
 */
export const topics: CodeList = {
  FINANCING: { fr: "Financement", nl: "Financiering", en: "Financing" },
  RECRUITING: { fr: "Recrutement et emploi", nl: "Aanwerving en tewerkstelling", en: "Recruiting and employment" },
  PERMITS: {
    fr: "Permis d'urbanisme et d'environnement",
    nl: "Stedenbouwkundige en milieuvergunningen",
    en: "Planning and environment permits",
  },
  LOCATION: { fr: "Localisation et hébergement", nl: "Locatie en huisvesting", en: "Location and housing" },
  INTERNATIONALISATION: {
    fr: "Internationalisation et exportation",
    nl: "Internationalisering en export",
    en: "Internationalisation and export",
  },
  DIGITAL: { fr: "Stratégie numérique", nl: "Digitale strategie", en: "Digital strategy" },
  LEGAL: { fr: "Questions juridiques", nl: "Juridische vragen", en: "Legal questions" },
  ACCOUNTING: { fr: "Comptabilité", nl: "Boekhouding", en: "Accounting" },
  NETWORKS: {
    fr: "Réseaux, clusters et mentorat",
    nl: "Netwerken, clusters en mentoraat",
    en: "Networks, clusters and mentoring",
  },
  CREATION: { fr: "Création d'entreprise", nl: "Oprichting van een onderneming", en: "Creation of an enterprise" },
  BUSINESS_PLAN: {
    fr: "Business plan et plan financier",
    nl: "Businessplan en financieel plan",
    en: "Business plan and financial plan",
  },
  ACCESS_TO_PROFESSION: { fr: "Accès à la profession", nl: "Toegang tot het beroep", en: "Access to a profession" },
  SHOP_LAYOUT: {
    fr: "Positionnement commercial et point de vente",
    nl: "Commerciële positionering en verkooppunt",
    en: "Commercial positioning and point of sale",
  },
  INNOVATION: { fr: "Recherche et innovation", nl: "Onderzoek en innovatie", en: "Research and innovation" },
  GROWTH: { fr: "Croissance", nl: "Groei", en: "Growth" },
  TRAINING: { fr: "Formation", nl: "Opleiding", en: "Training" },
  SOCIAL_ENTREPRENEURSHIP: {
    fr: "Entrepreneuriat social et coopératif",
    nl: "Sociaal en coöperatief ondernemerschap",
    en: "Social and cooperative entrepreneurship",
  },
  TRANSFER: { fr: "Transmission ou reprise", nl: "Overdracht of overname", en: "Transfer or takeover" },
  TRANSITION: {
    fr: "Transition et économie circulaire",
    nl: "Overgang en circulaire economie",
    en: "Transition and circular economy",
  },
  DIFFICULTY: { fr: "Difficultés et rebond", nl: "Moeilijkheden en doorstart", en: "Difficulty and restart" },
  OTHER: { fr: "Autre question", nl: "Andere vraag", en: "Other question" },
};
