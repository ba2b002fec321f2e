import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with adding or changing a mandate. */
export const mandateErrors = defineErrors({
  MANDATE_RUNS_ALREADY: {
    meaning: "The person acts for that enterprise in that quality already, on days of the new mandate.",
    remedy: "Correct or end the mandate that stands in `Entrepreneur.mandates`.",
    messages: {
      fr: "Ce mandat existe déjà pour cette période.",
      nl: "Dit mandaat bestaat al voor deze periode.",
      en: "There is such a mandate for these days already.",
    },
  },
  MANDATE_ENDS_BEFORE_IT_BEGINS: {
    meaning: "`until` lies before `since`.",
    remedy: "Give a last day that is not before the first one. A mandate that never ran is ended with `endMandate`.",
    messages: {
      fr: "Le dernier jour précède le premier.",
      nl: "De laatste dag ligt voor de eerste.",
      en: "The last day lies before the first one.",
    },
  },
});
