import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with what somebody says of a project. */
export const projectErrors = defineErrors({
  PROJECT_ENTERPRISE_INVALID: {
    meaning: "The enterprise number has not ten digits, or its check digits do not fit.",
    remedy: "Give the number as the Crossroads Bank for Enterprises has it; leave it out to take a wrong link back.",
    messages: {
      fr: "Ce numéro d'entreprise n'est pas valable.",
      nl: "Dit ondernemingsnummer is niet geldig.",
      en: "This is no valid enterprise number.",
    },
  },
  PROJECT_NOTHING_TO_CHANGE: {
    meaning: "The input names nothing of the project that is to be changed.",
    remedy: "Give at least one of `title`, `pitch`, `stage`, `sector`, `since` and `until`.",
    messages: {
      fr: "Indiquez ce qui change.",
      nl: "Vermeld wat er verandert.",
      en: "Say what is to be changed.",
    },
  },
});
