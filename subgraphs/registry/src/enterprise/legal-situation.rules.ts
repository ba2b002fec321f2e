import type { LegalSituation } from "../labels/legal-situations.js";

/** All forty codes of JuridicalSituation. What is not over and not threatened is NORMAL, whatever was last published. */
const bySituationCode: Readonly<Record<string, LegalSituation>> = {
  "000": "NORMAL",
  "001": "NORMAL",
  "002": "NORMAL",
  "003": "NORMAL",
  "006": "CEASED",
  "010": "DISSOLVED",
  "011": "CEASED",
  "012": "IN_LIQUIDATION",
  "013": "DISSOLVED",
  "014": "CEASED",
  "015": "CEASED",
  "016": "CEASED",
  "017": "TRANSFERRED",
  "018": "CEASED",
  "019": "CEASED",
  "020": "NORMAL",
  "021": "MERGED_OR_SPLIT",
  "022": "MERGED_OR_SPLIT",
  "023": "MERGED_OR_SPLIT",
  "024": "MERGED_OR_SPLIT",
  "025": "MERGED_OR_SPLIT",
  "026": "MERGED_OR_SPLIT",
  "030": "REORGANISATION",
  // A composition after the bankruptcy: the bankruptcy stands.
  "031": "BANKRUPT",
  "040": "REORGANISATION",
  "041": "REORGANISATION",
  // The moratorium was taken away, which is anything but normal; what comes next has a code of its own.
  "042": "REORGANISATION",
  "043": "NORMAL",
  "048": "BANKRUPT",
  "049": "BANKRUPT",
  "050": "BANKRUPT",
  "051": "BANKRUPTCY_CLOSED",
  "052": "BANKRUPTCY_CLOSED",
  "053": "BANKRUPTCY_CLOSED",
  "090": "NORMAL",
  "091": "REORGANISATION",
  "100": "NORMAL",
  "111": "CEASED",
  "112": "IN_LIQUIDATION",
  "999": "ANNULLED",
};

/** How a code that is not in the table is read from its description in French or Dutch; the first that fits. */
const byDescription: readonly (readonly [RegExp, LegalSituation])[] = [
  [/annulé|geannuleerd/i, "ANNULLED"],
  [/clôture de (la )?faillite|sluiting (van )?(het )?faillissement/i, "BANKRUPTCY_CLOSED"],
  [/après (la )?faillite|na (het )?(faillissement|faling)/i, "BANKRUPT"],
  [/fin (du|de la) |einde van /i, "NORMAL"],
  [/réorganisation|reorganisatie|sursis|opschorting|concordat|gerechtelijk akkoord/i, "REORGANISATION"],
  [/faillite|faillissement|faling/i, "BANKRUPT"],
  [
    /clôture de (la )?liquidation|sluiting van (de )?vereffening|cessation|arrêt|radiation|stopzetting|doorhaling/i,
    "CEASED",
  ],
  [/liquidation|vereffening/i, "IN_LIQUIDATION"],
  [/dissolution|nullité|ontbinding|nietigheid/i, "DISSOLVED"],
  [/fusion|scission|fusie|splitsing/i, "MERGED_OR_SPLIT"],
  [/transfert|overdracht/i, "TRANSFERRED"],
];

/**
 * The truth that `Status` does not tell: the register calls an enterprise `AC` (active) in liquidation and in bankruptcy.
 * @param code JuridicalSituation, three digits; null where the register gives none
 * @param description its label in French or Dutch, for a code that the register has added since; may be absent
 * @returns null where the register says nothing; UNCLASSIFIED for a code that neither table nor description explains
 */
export function legalSituationOf(code: string | null, description: string | null): LegalSituation | null {
  if (code === null) return null;
  const described = byDescription.find(([pattern]) => description !== null && pattern.test(description))?.[1];
  return bySituationCode[code] ?? described ?? "UNCLASSIFIED";
}

/** The codes that the table explains, for the test that compares it with the register's own list. */
export const explainedSituationCodes: readonly string[] = Object.keys(bySituationCode);
