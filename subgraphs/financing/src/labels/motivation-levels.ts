import type { CodeList } from "@parcours/shared/codes";

/** How thoroughly a refusal must be motivated (R13, R14). */
export const motivationLevels: CodeList = {
  NONE: { fr: "Aucune motivation requise", nl: "Geen motivering vereist", en: "No motivation owed" },
  ON_REQUEST: { fr: "Motivation à la demande", nl: "Motivering op verzoek", en: "Motivation on request" },
  THOROUGH: { fr: "Motivation approfondie", nl: "Grondige motivering", en: "Thorough motivation" },
};
