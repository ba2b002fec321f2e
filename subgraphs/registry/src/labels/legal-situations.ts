import type { CodeList } from "@parcours/shared/codes";

/** What has become of an enterprise, in words that need no knowledge of the register's forty codes. */
export const legalSituations = {
  NORMAL: { fr: "Situation normale", nl: "Normale toestand", en: "Normal" },
  REORGANISATION: {
    fr: "Réorganisation judiciaire ou concordat",
    nl: "Gerechtelijke reorganisatie of akkoord",
    en: "Judicial reorganisation or composition",
  },
  BANKRUPT: { fr: "En faillite", nl: "Failliet", en: "Bankrupt" },
  BANKRUPTCY_CLOSED: { fr: "Faillite clôturée", nl: "Faillissement gesloten", en: "Bankruptcy closed" },
  DISSOLVED: {
    fr: "Dissoute de plein droit ou par le juge",
    nl: "Van rechtswege of gerechtelijk ontbonden",
    en: "Dissolved by law or by a court",
  },
  IN_LIQUIDATION: { fr: "En liquidation", nl: "In vereffening", en: "In liquidation" },
  MERGED_OR_SPLIT: { fr: "Fusionnée ou scindée", nl: "Gefuseerd of gesplitst", en: "Merged or split" },
  TRANSFERRED: { fr: "Transférée", nl: "Overgedragen", en: "Transferred" },
  CEASED: { fr: "Cessée", nl: "Stopgezet", en: "Ceased" },
  ANNULLED: { fr: "Dossier annulé", nl: "Dossier geannuleerd", en: "File annulled" },
  UNCLASSIFIED: { fr: "Non classée", nl: "Niet ingedeeld", en: "Not classified" },
} satisfies CodeList;

/** One of them. */
export type LegalSituation = keyof typeof legalSituations;
