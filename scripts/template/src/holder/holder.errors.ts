import { defineErrors } from "@parcours/shared/errors";

/** Errors of lists that are asked by holder. */
export const holderErrors = defineErrors({
  SAMPLE_AGENCY_HOLDER_REQUIRED: {
    meaning: "A list of Sample agency was asked with neither `entrepreneurId` nor `enterpriseNumber`, or with both.",
    remedy: "Give one of the two.",
    messages: {
      fr: "Donnez soit l'identifiant de la personne, soit le numéro d'entreprise.",
      nl: "Geef ofwel de identificatie van de persoon, ofwel het ondernemingsnummer.",
      en: "Give either the person's id or the enterprise number.",
    },
  },
});
