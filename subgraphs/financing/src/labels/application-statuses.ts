import type { CodeList } from "@parcours/shared/codes";

/**
 * Where an application stands, for applicant, coach and deciding body (glossary 4.7). The sources name submission, analysis, grant and
 * refusal; partial grant and withdrawal were added.
 */
export const applicationStatuses: CodeList = {
  SUBMITTED: { fr: "Introduite", nl: "Ingediend", en: "Submitted" },
  UNDER_ANALYSIS: { fr: "En analyse", nl: "In onderzoek", en: "Under analysis" },
  GRANTED: { fr: "Octroyée", nl: "Toegekend", en: "Granted" },
  PARTLY_GRANTED: { fr: "Octroyée en partie", nl: "Gedeeltelijk toegekend", en: "Partly granted" },
  REFUSED: { fr: "Refusée", nl: "Geweigerd", en: "Refused" },
  WITHDRAWN: { fr: "Retirée", nl: "Ingetrokken", en: "Withdrawn" },
};

/** What everybody else sees of an application: every ended one is `CLOSED`, granted or not (design section 4; requirements 5.6). */
export const applicationStates: CodeList = {
  OPEN: { fr: "En cours", nl: "Lopend", en: "Open" },
  CLOSED: { fr: "Clôturée", nl: "Afgesloten", en: "Closed" },
};
