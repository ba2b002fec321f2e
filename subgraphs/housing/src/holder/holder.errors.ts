import { defineErrors } from "@parcours/shared/errors";

/** Errors of lists that are asked by holder. */
export const holderErrors = defineErrors({
  HOUSING_HOLDER_REQUIRED: {
    meaning: "A list of housing was asked with neither `entrepreneurId` nor `enterpriseNumber`, or with both.",
    remedy: "Give one of the two.",
    messages: {
      fr: "Indiquez soit un entrepreneur, soit une entreprise.",
      nl: "Geef ofwel een ondernemer, ofwel een onderneming op.",
      en: "Give either an entrepreneur or an enterprise.",
    },
  },
});
