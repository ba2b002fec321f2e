import type { CodeList } from "@parcours/shared/codes";

/** Signals that annual accounts give. */
export const earlySignalLabels = {
  NEGATIVE_EQUITY: { fr: "Fonds propres négatifs", nl: "Negatief eigen vermogen", en: "Negative equity" },
  ACCOUNTS_FILED_LATE: {
    fr: "Comptes annuels déposés en retard",
    nl: "Jaarrekening te laat neergelegd",
    en: "Annual accounts filed late",
  },
  LOSS_YEAR: { fr: "Exercice clôturé en perte", nl: "Boekjaar met verlies", en: "Year with a loss" },
} satisfies CodeList;
