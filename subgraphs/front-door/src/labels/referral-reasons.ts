import type { CodeList } from "@parcours/shared/codes";

/** Why a referral was rejected, revoked or ended without success (J04 (1); reference 5.9). */
export const referralReasons: CodeList = {
  OUTSIDE_SCOPE: {
    fr: "Hors compétence de l'organisme",
    nl: "Buiten de bevoegdheid van de instantie",
    en: "Outside the body's remit",
  },
  NO_CAPACITY: { fr: "Pas de capacité disponible", nl: "Geen capaciteit beschikbaar", en: "No capacity" },
  NOT_REACHED: { fr: "Personne injoignable", nl: "Persoon niet bereikt", en: "Person not reached" },
  WITHDRAWN_BY_PERSON: { fr: "La personne y renonce", nl: "De persoon ziet ervan af", en: "Withdrawn by the person" },
  PROJECT_STOPPED: { fr: "Projet arrêté", nl: "Project stopgezet", en: "Project stopped" },
};
