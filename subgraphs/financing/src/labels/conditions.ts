import type { CodeList } from "@parcours/shared/codes";

/** The money rules that an application or a co-investment may fail to fit (R47 to R49). */
export const conditions: CodeList = {
  HONOUR_LOAN_BOUNDS: {
    fr: "Un prêt d'honneur va de 5.000 à 25.000 EUR",
    nl: "Een lening op eer gaat van 5.000 tot 25.000 EUR",
    en: "An honour loan runs from EUR 5,000 to 25,000",
  },
  HONOUR_LOAN_BESIDE_CREDIT: {
    fr: "Le prêt d'honneur de Village Finance est de 5.000 EUR, à côté d'un crédit d'au moins 10.000 EUR",
    nl: "De lening op eer van Village Finance bedraagt 5.000 EUR, naast een krediet van minstens 10.000 EUR",
    en: "The honour loan of Village Finance is EUR 5,000, beside a credit of at least EUR 10,000",
  },
  CO_INVESTMENT_PUBLIC_SHARE: {
    fr: "La part publique d'un co-investissement est de 50 % au plus",
    nl: "Het publieke deel van een co-investering bedraagt hoogstens 50 %",
    en: "The public share of a co-investment is at most 50 %",
  },
  CO_INVESTMENT_TICKET: {
    fr: "Un co-investissement réunit au moins 250.000 EUR",
    nl: "Een co-investering bedraagt minstens 250.000 EUR",
    en: "A co-investment raises at least EUR 250,000",
  },
};
