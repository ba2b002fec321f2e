import type { CodeList } from "@parcours/shared/codes";

/** Where a payment of a grant stands (glossary 4.7; R55, R56). */
export const paymentStatuses: CodeList = {
  DUE: { fr: "À payer", nl: "Te betalen", en: "Due" },
  PAID: { fr: "Payé", nl: "Betaald", en: "Paid" },
  OVERDUE: { fr: "En retard", nl: "Te laat", en: "Overdue" },
};

/** What part of a grant a payment is (glossary 4.7: advance; N76: monthly instalments). */
export const paymentKinds: CodeList = {
  ADVANCE: { fr: "Avance", nl: "Voorschot", en: "Advance" },
  INSTALMENT: { fr: "Tranche", nl: "Schijf", en: "Instalment" },
  BALANCE: { fr: "Solde", nl: "Saldo", en: "Balance" },
};
