import type { CodeList } from "@parcours/shared/codes";

/** What money is asked for. Paying off debts is not in the list, and must not be added (R24). */
export const uses: CodeList = {
  EQUIPMENT: { fr: "Équipement", nl: "Uitrusting", en: "Equipment" },
  PREMISES: { fr: "Locaux", nl: "Lokalen", en: "Premises" },
  WORKING_CAPITAL: { fr: "Fonds de roulement", nl: "Bedrijfskapitaal", en: "Working capital" },
  STAFF: { fr: "Personnel", nl: "Personeel", en: "Staff" },
  ADVICE: { fr: "Conseil", nl: "Advies", en: "Advice" },
  RESEARCH: { fr: "Recherche et développement", nl: "Onderzoek en ontwikkeling", en: "Research and development" },
  EXPORT: { fr: "Exportation", nl: "Export", en: "Export" },
  TAKEOVER: { fr: "Reprise d'une entreprise", nl: "Overname van een onderneming", en: "Takeover of an enterprise" },
  LIVING_COSTS: { fr: "Revenu pendant le démarrage", nl: "Inkomen tijdens de opstart", en: "Income while starting" },
};
