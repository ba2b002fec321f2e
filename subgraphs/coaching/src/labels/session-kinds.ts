import type { CodeList } from "@parcours/shared/codes";

/** Kinds of meetings between coach and entrepreneur (S39, S46). */
export const sessionKinds: CodeList = {
  INDIVIDUAL: { fr: "Entretien individuel", nl: "Individueel gesprek", en: "Individual meeting" },
  COLLECTIVE: { fr: "Séance collective", nl: "Collectieve sessie", en: "Collective session" },
  FOLLOW_UP: { fr: "Suivi trimestriel", nl: "Trimestriële opvolging", en: "Quarterly follow-up" },
  WORKSHOP: { fr: "Atelier", nl: "Workshop", en: "Workshop" },
};
