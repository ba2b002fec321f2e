import type { CodeList } from "@parcours/shared/codes";

/** What came of a contact with 1819 (S18, S19; glossary 4.7). The sources name information and referral; calling back was added. */
export const interactionOutcomes: CodeList = {
  ANSWERED: { fr: "Réponse donnée", nl: "Beantwoord", en: "Answered" },
  INFORMATION_SENT: { fr: "Information envoyée", nl: "Informatie verstuurd", en: "Information sent" },
  REFERRED: {
    fr: "Orienté vers un autre organisme",
    nl: "Doorverwezen naar een andere instantie",
    en: "Referred to another body",
  },
  CALL_BACK: { fr: "À rappeler", nl: "Terug te bellen", en: "To be called back" },
};
