import type { CodeList } from "@parcours/shared/codes";

/**
 * Where an application stands (glossary 4.7). The sources name submission, analysis, grant and refusal; partial grant and withdrawal were added.
 * `CLOSED` is what readers other than applicant, coach and deciding body see of every ended application, granted or not (design section 4).
 */
export const applicationStatuses: CodeList = {
  SUBMITTED: { fr: "Introduite", nl: "Ingediend", en: "Submitted" },
  UNDER_ANALYSIS: { fr: "En analyse", nl: "In onderzoek", en: "Under analysis" },
  GRANTED: { fr: "Octroyée", nl: "Toegekend", en: "Granted" },
  PARTLY_GRANTED: { fr: "Octroyée en partie", nl: "Gedeeltelijk toegekend", en: "Partly granted" },
  REFUSED: { fr: "Refusée", nl: "Geweigerd", en: "Refused" },
  WITHDRAWN: { fr: "Retirée", nl: "Ingetrokken", en: "Withdrawn" },
  CLOSED: { fr: "Clôturée", nl: "Afgesloten", en: "Closed" },
};
