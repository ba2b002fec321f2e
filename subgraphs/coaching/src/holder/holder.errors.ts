import { defineErrors } from "@parcours/shared/errors";

/** Errors of lists that are asked by holder. */
export const holderErrors = defineErrors({
  COACHING_HOLDER_REQUIRED: {
    meaning: "A list of coaching entries was asked without a holder, or with two.",
    remedy: "Give either `entrepreneurId` or `enterpriseNumber`.",
    messages: {
      fr: "Donnez soit l'identifiant de la personne, soit le numéro d'entreprise.",
      nl: "Geef ofwel de identificatie van de persoon, ofwel het ondernemingsnummer.",
      en: "Give either the person's id or the enterprise number.",
    },
  },
});
