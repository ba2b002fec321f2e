import type { CodeList } from "@parcours/shared/codes";

/** Why a need that was found is not passed on (R62). */
export const noFollowUpReasons: CodeList = {
  SOLVED_ON_THE_SPOT: { fr: "Résolu sur place", nl: "Ter plaatse opgelost", en: "Solved on the spot" },
  NOT_WANTED: {
    fr: "Pas souhaité par l'entrepreneur",
    nl: "Niet gewenst door de ondernemer",
    en: "Not wanted by the entrepreneur",
  },
  ALREADY_HELPED: { fr: "Déjà aidé ailleurs", nl: "Al elders geholpen", en: "Already helped elsewhere" },
};
