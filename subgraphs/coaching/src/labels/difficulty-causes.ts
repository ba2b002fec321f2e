import type { CodeList } from "@parcours/shared/codes";

/** Why an enterprise is in difficulty, from the wording of the sources only (glossary 4.8). Restricted: read with the case (5.6). */
export const difficultyCauses: CodeList = {
  LEGAL: { fr: "Difficulté juridique", nl: "Juridische moeilijkheid", en: "Legal difficulty" },
  NEGATIVE_EQUITY: { fr: "Fonds propres négatifs", nl: "Negatieve eigen middelen", en: "Negative equity" },
  LOSS_OF_BANK_TRUST: {
    fr: "Perte de confiance des banques",
    nl: "Vertrouwensverlies van de banken",
    en: "Loss of the banks' trust",
  },
  ENERGY_AND_PRICES: {
    fr: "Crise de l'énergie et des prix",
    nl: "Energie- en prijscrisis",
    en: "Energy and price crisis",
  },
  PSYCHOLOGICAL: { fr: "Souffrance psychologique", nl: "Psychologisch leed", en: "Psychological distress" },
};
