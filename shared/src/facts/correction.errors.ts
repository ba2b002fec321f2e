import { defineErrors } from "../errors.js";

/** What can be wrong with disputing a fact, and with answering. */
export const correctionErrors = defineErrors({
  FACT_UNKNOWN: {
    meaning: "The coordinate names no fact of a person, an enterprise or a project.",
    remedy: "Use a coordinate of `intake.facts`, such as `Entrepreneur.familyName`.",
    messages: {
      fr: "Cette donnée n'existe pas.",
      nl: "Dit gegeven bestaat niet.",
      en: "There is no such fact.",
    },
  },
  FACT_HOLDER_REQUIRED: {
    meaning: "The input does not name the one person, enterprise or project whose fact the coordinate is.",
    remedy: "Give `entrepreneurId`, `enterpriseNumber` or `projectId`: the one that the coordinate begins with.",
    messages: {
      fr: "Indiquez de qui ou de quoi cette donnée parle.",
      nl: "Vermeld over wie of wat dit gegeven gaat.",
      en: "Say whose fact it is.",
    },
  },
  FACT_OF_REGISTER: {
    meaning: "A register is the authentic source of the fact: nobody in this graph can change it.",
    remedy: "Have it put right at the register's own address.",
    messages: {
      fr: "Cette donnée vient d'une source authentique. Faites-la corriger là : {corrections}",
      nl: "Dit gegeven komt uit een authentieke bron. Laat het daar verbeteren: {corrections}",
      en: "This fact comes from an authentic source. Have it put right there: {corrections}",
    },
  },
  FACT_OWNER_SILENT: {
    meaning: "The owner of the fact did not answer: nothing was kept, or it cannot be told whether it was.",
    remedy: "Send the same again with the same key.",
    messages: {
      fr: "L'organisme responsable ne répond pas. Réessayez plus tard.",
      nl: "De bevoegde instantie antwoordt niet. Probeer later opnieuw.",
      en: "The responsible body does not answer. Try again later.",
    },
  },
  FACT_VALUE_REQUIRED: {
    meaning:
      "A dispute is accepted, its owner can change the fact, and neither the dispute nor the answer says to what.",
    remedy: "Give `value`.",
    messages: {
      fr: "Indiquez la valeur correcte.",
      nl: "Vermeld de juiste waarde.",
      en: "Give the right value.",
    },
  },
  FACT_VALUE_INVALID: {
    meaning: "The value is none of that fact.",
    remedy: "Give it as the graph gives it: a day as YYYY-MM-DD, a code as its code, a text as a text.",
    messages: {
      fr: "Cette valeur ne convient pas à cette donnée.",
      nl: "Deze waarde past niet bij dit gegeven.",
      en: "This is no value of that fact.",
    },
  },
});
