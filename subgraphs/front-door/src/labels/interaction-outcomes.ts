import type { CodeList } from "@parcours/shared/codes";

/** What came of a contact with 1819 (S18, S19; glossary 4.7). The sources name information and referral; the rest were added. */
export const interactionOutcomes: CodeList = {
  INFORMED: { fr: "Informé", nl: "Geïnformeerd", en: "Informed" },
  REFERRED: { fr: "Orienté", nl: "Doorverwezen", en: "Referred" },
  CALL_BACK: { fr: "À rappeler", nl: "Terug te bellen", en: "To be called back" },
  APPOINTMENT: { fr: "Rendez-vous fixé", nl: "Afspraak gemaakt", en: "Appointment made" },
  NOT_COMPETENT: { fr: "Question hors compétence", nl: "Vraag buiten de bevoegdheid", en: "Outside 1819's remit" },
};
