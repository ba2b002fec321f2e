import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with a question to the catalogue. */
export const supportServiceErrors = defineErrors({
  SUPPORT_SERVICE_CODE_UNKNOWN: {
    meaning:
      "A part of the filter of `supportServices` is a code that its list does not have. `argument`, `given` and `allowed` in the error's extensions tell which part, what was given and what may be.",
    remedy: "Use one of the codes in `allowed`, in capitals as they stand there; leave the part out to narrow nothing.",
    messages: {
      fr: "{argument} : le code « {given} » n'existe pas. Codes possibles : {allowed}.",
      nl: "{argument}: de code „{given}” bestaat niet. Mogelijke codes: {allowed}.",
      en: "{argument}: there is no code “{given}”. Possible codes: {allowed}.",
    },
  },
});
