import type { CodeList } from "@parcours/shared/codes";
import { growthElements } from "./packages.js";

/** What the levels of the creation package entitle to, in the words of the plan (glossary 4.5; D4:773-873). */
const creationEntitlements: CodeList = {
  EMERGENCE_TEST: { fr: "Test d'émergence", nl: "Emergentietest", en: "Emergence test" },
  START_WORKSHOPS: { fr: "Ateliers StartEssentials", nl: "Workshops StartEssentials", en: "StartEssentials workshops" },
  ONLINE_TOOLS: { fr: "Outils en ligne", nl: "Onlinetools", en: "Online tools" },
  EMPLOYMENT_AIDS: { fr: "Aides à l'emploi", nl: "Tewerkstellingssteun", en: "Employment aids" },
  TAILORED_RECRUITING: { fr: "Recrutement sur mesure", nl: "Rekrutering op maat", en: "Tailored recruiting" },
  COLLECTIVE_FOLLOW_UP: {
    fr: "Suivi trimestriel collectif",
    nl: "Collectieve trimestriële opvolging",
    en: "Collective quarterly follow-up",
  },
  CONSULTANTS_AND_MENTORS: {
    fr: "Consultants et mentors",
    nl: "Consultants en mentors",
    en: "Consultants and mentors",
  },
  SHOP_LAYOUT: { fr: "Aménagement du point de vente", nl: "Inrichting van het verkooppunt", en: "Shop layout" },
  NETWORKS: { fr: "Réseaux", nl: "Netwerken", en: "Networks" },
  INTERNATIONALISATION: { fr: "Internationalisation", nl: "Internationalisering", en: "Internationalisation" },
  COWORKING_CHEQUES: { fr: "Chèques coworking", nl: "Coworkingcheques", en: "Coworking cheques" },
  LOCATION_AND_PERMITS: { fr: "Implantation et permis", nl: "Vestiging en vergunningen", en: "Location and permits" },
  FINANCIAL_PLAN: { fr: "Plan financier", nl: "Financieel plan", en: "Financial plan" },
  SEARCH_FOR_FINANCING: { fr: "Recherche de financement", nl: "Zoeken naar financiering", en: "Search for financing" },
  PRO_DEO_ACCOUNTING: { fr: "Comptabilité pro deo", nl: "Pro-Deoboekhouding", en: "Pro deo accounting" },
  TRANSITION_PREMIUM_OR_COOPERATIVE: {
    fr: "Prime de transition ou coopérative d'activités",
    nl: "Overgangspremie of activiteitencoöperatie",
    en: "Transition premium or activity cooperative",
  },
  PRE_ACTIVITY_AID: { fr: "Aide à la pré-activité", nl: "Pre-activiteitssteun", en: "Pre-activity aid" },
  INDIVIDUAL_COACHING: {
    fr: "Séances d'accompagnement individuel",
    nl: "Individuele begeleidingssessies",
    en: "Individual coaching sessions",
  },
  FINANCING_FILE_HELP: {
    fr: "Aide individuelle aux dossiers de financement",
    nl: "Individuele hulp bij financieringsdossiers",
    en: "Individual help with financing files",
  },
  FOLLOW_UP_AFTER_CREATION: {
    fr: "Réunion trimestrielle de suivi après la création",
    nl: "Trimestriële opvolgingsvergadering na oprichting",
    en: "Quarterly follow-up meeting after creation",
  },
  MULTIDISCIPLINARY_TEAM: {
    fr: "Équipe multidisciplinaire des trois pôles et d'Actiris",
    nl: "Multidisciplinair team van de drie polen en Actiris",
    en: "Multidisciplinary team of the three poles and Actiris",
  },
};

/** What packages entitle to; those of the growth package are its seven elements. */
export const entitlements: CodeList = { ...creationEntitlements, ...growthElements };
