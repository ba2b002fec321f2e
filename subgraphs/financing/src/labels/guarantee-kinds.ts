import type { CodeList } from "@parcours/shared/codes";

/** Kinds of guarantee of the Brussels Guarantee Fund (S77, S95, S96; D4:2601-2708). */
export const guaranteeKinds: CodeList = {
  CLASSIC: { fr: "Garantie classique", nl: "Klassieke waarborg", en: "Classic guarantee" },
  GREEN: { fr: "Garantie verte", nl: "Groene waarborg", en: "Green guarantee" },
  SUBSIDY_BRIDGE: {
    fr: "Garantie dans l'attente du paiement d'un subside",
    nl: "Waarborg in afwachting van de betaling van een subsidie",
    en: "Guarantee until a subsidy is paid",
  },
  PUBLIC_CONTRACT: {
    fr: "Garantie pour marchés publics",
    nl: "Waarborg voor overheidsopdrachten",
    en: "Guarantee for public contracts",
  },
  PORTFOLIO: {
    fr: "Garantie sur un portefeuille de microcrédits",
    nl: "Waarborg op een microkredietportefeuille",
    en: "Guarantee on a portfolio of microcredits",
  },
};
