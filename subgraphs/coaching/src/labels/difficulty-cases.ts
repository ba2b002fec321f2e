import type { CodeList } from "@parcours/shared/codes";

/** How an entrepreneur came to the centre for enterprises in difficulty (N42; D4:1101-1158). Restricted: read with the case (5.6). */
export const caseOrigins: CodeList = {
  FRONT_DOOR: { fr: "Orienté par le 1819", nl: "Doorverwezen door de 1819", en: "Referred by 1819" },
  SELF: { fr: "De sa propre initiative", nl: "Op eigen initiatief", en: "On the person's own initiative" },
  ACCOUNTANT: {
    fr: "Orienté par un professionnel du chiffre",
    nl: "Doorverwezen door een accountant",
    en: "Referred by an accountant",
  },
  BANK: { fr: "Orienté par une banque", nl: "Doorverwezen door een bank", en: "Referred by a bank" },
  COURT: {
    fr: "Orienté par une chambre des entreprises en difficulté",
    nl: "Doorverwezen door een kamer voor ondernemingen in moeilijkheden",
    en: "Referred by a court's chamber for enterprises in difficulty",
  },
  LOCAL_DESKS: {
    fr: "Orienté par un guichet d'économie locale",
    nl: "Doorverwezen door een loket lokale economie",
    en: "Referred by a local economy desk",
  },
};

/** How serious a case is. Restricted: read with the case (5.6). */
export const caseSeverities: CodeList = {
  LOW: { fr: "Faible", nl: "Laag", en: "Low" },
  MEDIUM: { fr: "Moyenne", nl: "Gemiddeld", en: "Medium" },
  HIGH: { fr: "Élevée", nl: "Hoog", en: "High" },
  CRITICAL: { fr: "Critique", nl: "Kritiek", en: "Critical" },
};

/** Where a case stands. Restricted: read with the case (5.6). */
export const caseStatuses: CodeList = {
  RECEIVED: { fr: "Reçu", nl: "Ontvangen", en: "Received" },
  OPEN: { fr: "Ouvert", nl: "Open", en: "Open" },
  CLOSED: { fr: "Clôturé", nl: "Afgesloten", en: "Closed" },
};

/** How a case ended (D2:28, 36; glossary 4.8). Restricted: read with the case (5.6). */
export const caseOutcomes: CodeList = {
  RECOVERED: { fr: "Redressement", nl: "Herstel", en: "Recovered" },
  RESTRUCTURED: { fr: "Restructuration", nl: "Herstructurering", en: "Restructured" },
  RESTARTED: { fr: "Rebond", nl: "Doorstart", en: "Restarted" },
  CEASED: { fr: "Cessation d'activité", nl: "Stopzetting van de activiteit", en: "Activity ceased" },
  NOT_TAKEN_ON: { fr: "Dossier non pris en charge", nl: "Dossier niet in behandeling genomen", en: "Not taken on" },
};
