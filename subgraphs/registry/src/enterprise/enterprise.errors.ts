import { defineErrors } from "@parcours/shared/errors";

/** What a search in the register may be refused for. */
export const enterpriseErrors = defineErrors({
  REGISTRY_SEARCH_TOO_WIDE: {
    meaning:
      "A search in the register gives neither a name with a word of two letters or digits nor the first four digits of a number.",
    remedy: "Give more of the name, or at least four digits of the number.",
    messages: {
      fr: "Donnez au moins deux lettres du nom ou quatre chiffres du numéro.",
      nl: "Geef minstens twee letters van de naam of vier cijfers van het nummer.",
      en: "Give at least two letters of the name or four digits of the number.",
    },
  },
});
