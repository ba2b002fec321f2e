import type { CodeList } from "@parcours/shared/codes";

/** Where a referral stands (J04: proposed, accepted, declined, closed). Revoked by the sender and expired without answer were added. */
export const referralStatuses: CodeList = {
  PROPOSED: { fr: "Proposée", nl: "Voorgesteld", en: "Proposed" },
  ACCEPTED: { fr: "Acceptée", nl: "Aanvaard", en: "Accepted" },
  DECLINED: { fr: "Déclinée", nl: "Afgewezen", en: "Declined" },
  REVOKED: { fr: "Retirée", nl: "Ingetrokken", en: "Revoked" },
  EXPIRED: { fr: "Expirée sans réponse", nl: "Verlopen zonder antwoord", en: "Expired without answer" },
  CLOSED: { fr: "Clôturée", nl: "Afgesloten", en: "Closed" },
};
