import type { CodeList } from "@parcours/shared/codes";

/** Where a referral stands (J04; reference 5.9). From `SENT` it is accepted, rejected, revoked or expires; from `ACCEPTED` it is done. */
export const referralStatuses: CodeList = {
  SENT: { fr: "Envoyée", nl: "Verstuurd", en: "Sent" },
  ACCEPTED: { fr: "Acceptée", nl: "Aanvaard", en: "Accepted" },
  REJECTED: { fr: "Déclinée", nl: "Afgewezen", en: "Rejected" },
  REVOKED: { fr: "Retirée", nl: "Ingetrokken", en: "Revoked" },
  EXPIRED: { fr: "Expirée sans réponse", nl: "Verlopen zonder antwoord", en: "Expired without answer" },
  DONE: { fr: "Terminée", nl: "Afgerond", en: "Done" },
};
