import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with asking for a form. */
export const intakeErrors = defineErrors({
  INTAKE_FORM_UNKNOWN: {
    meaning: "No agency has a form of this code.",
    remedy: "Use a code of `intakeForms`.",
    messages: {
      fr: "Ce formulaire n'existe pas.",
      nl: "Dit formulier bestaat niet.",
      en: "There is no such form.",
    },
  },
  INTAKE_PROJECT_OF_ANOTHER: {
    meaning: "The project is another person's than the one for whom the form is filled in.",
    remedy: "Name a project of `Entrepreneur.projects`.",
    messages: {
      fr: "Ce projet est celui d'une autre personne.",
      nl: "Dit project is van iemand anders.",
      en: "This project is another person's.",
    },
  },
});
