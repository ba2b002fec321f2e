import { defineErrors } from "@parcours/shared/errors";

/** Errors of stays. */
export const housingStayErrors = defineErrors({
  SOFT_LANDING_TOO_LONG: {
    meaning: "A soft landing has no end, or one more than three months after its beginning.",
    remedy: "End it within three months, or make it a rental.",
    messages: {
      fr: "Un bureau d'accueil s'occupe trois mois au plus : au plus tard jusqu'au {latest}.",
      nl: "Een onthaalkantoor duurt hoogstens drie maanden: uiterlijk tot {latest}.",
      en: "A soft landing lasts three months at most: until {latest} at the latest.",
    },
  },
});
