import type { CodeList } from "@parcours/shared/codes";

/**
 * What a contact with 1819 is about (S18, S35; D4:475-536).
 * None tells of difficulty: such a question is filed under what it is about, four times in five law (N42), and the referral that follows is restricted.
 */
export const topics: CodeList = {
  STARTING: {
    fr: "Se lancer et formalités de création",
    nl: "Starten en oprichtingsformaliteiten",
    en: "Starting and formalities of creation",
  },
  ACCESS_TO_PROFESSION: { fr: "Accès à la profession", nl: "Toegang tot het beroep", en: "Access to a profession" },
  SOCIAL_STATUS: {
    fr: "Statut social de l'indépendant",
    nl: "Sociaal statuut van de zelfstandige",
    en: "Social status of the self-employed",
  },
  BUSINESS_PLAN: {
    fr: "Business plan et plan financier",
    nl: "Businessplan en financieel plan",
    en: "Business plan and financial plan",
  },
  FINANCING: { fr: "Financement", nl: "Financiering", en: "Financing" },
  SUBSIDIES: { fr: "Aides et primes", nl: "Steunmaatregelen en premies", en: "Aids and premiums" },
  LEGAL: { fr: "Questions juridiques", nl: "Juridische vragen", en: "Legal questions" },
  ACCOUNTING: { fr: "Comptabilité et fiscalité", nl: "Boekhouding en fiscaliteit", en: "Accounting and taxes" },
  PERMITS: {
    fr: "Permis d'urbanisme et d'environnement",
    nl: "Stedenbouwkundige en milieuvergunningen",
    en: "Planning and environment permits",
  },
  LOCATION: { fr: "Localisation et hébergement", nl: "Locatie en huisvesting", en: "Location and housing" },
  RECRUITING: {
    fr: "Recrutement et aides à l'emploi",
    nl: "Aanwerving en tewerkstellingssteun",
    en: "Recruiting and employment aids",
  },
  TRAINING: { fr: "Formation", nl: "Opleiding", en: "Training" },
  EXPORT: { fr: "Exportation", nl: "Export", en: "Export" },
  INNOVATION: { fr: "Recherche et innovation", nl: "Onderzoek en innovatie", en: "Research and innovation" },
  GROWTH: { fr: "Croissance", nl: "Groei", en: "Growth" },
  TRANSFER: { fr: "Transmission ou reprise", nl: "Overdracht of overname", en: "Transfer or takeover" },
  CIRCULAR_ECONOMY: {
    fr: "Économie circulaire et transition",
    nl: "Circulaire economie en overgang",
    en: "Circular economy and transition",
  },
  SOCIAL_ENTREPRENEURSHIP: {
    fr: "Entrepreneuriat social et coopératif",
    nl: "Sociaal en coöperatief ondernemerschap",
    en: "Social and cooperative entrepreneurship",
  },
  OTHER: { fr: "Autre question", nl: "Andere vraag", en: "Other question" },
};
