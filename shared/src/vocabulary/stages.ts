import type { CodeList } from "../codes.js";

/** Stages of an enterprise's life (glossary 4.1). A stage belongs to a project: a person may be in several at once. */
export const stages: CodeList = {
  AWARENESS: { fr: "Sensibilisation", nl: "Sensibilisering", en: "Awareness" },
  PRE_CREATION: { fr: "Pré-création", nl: "Pre-activiteit", en: "Pre-creation" },
  TEST_PHASE: {
    fr: "Phase de test (coopérative d'activités)",
    nl: "Testfase (activiteitencoöperatie)",
    en: "Test phase (activity cooperative)",
  },
  CREATION: { fr: "Création", nl: "Oprichting", en: "Creation" },
  POST_CREATION: { fr: "Post-création", nl: "Post-oprichting", en: "Post-creation" },
  GROWTH: { fr: "Croissance", nl: "Groei", en: "Growth" },
  DIFFICULTY: { fr: "Entreprise en difficulté", nl: "Onderneming in moeilijkheden", en: "Enterprise in difficulty" },
  RESTART: { fr: "Rebond", nl: "Doorstart", en: "Restart" },
  TRANSFER: { fr: "Transmission et repreneuriat", nl: "Overdracht en overname", en: "Transfer and takeover" },
  TRANSITION: { fr: "Transition", nl: "Overgang", en: "Transition" },
  CEASED: {
    fr: "Cessation, liquidation ou faillite",
    nl: "Stopzetting, vereffening of faillissement",
    en: "Cessation, liquidation or bankruptcy",
  },
};
