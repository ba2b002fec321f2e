import type { CodeList } from "@parcours/shared/codes";

/** Where a quarterly follow-up stands (S46; J06): one that was missed must be visible. */
export const followUpStates: CodeList = {
  HELD: { fr: "Tenu", nl: "Gehouden", en: "Held" },
  DUE: { fr: "À venir", nl: "Gepland", en: "Due" },
  LATE: { fr: "En retard", nl: "Te laat", en: "Late" },
};
