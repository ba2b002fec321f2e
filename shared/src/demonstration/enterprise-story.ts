/** What the authentic sources know of a demonstration enterprise: the content of the KBO Open Data files and annual accounts. */

/** The sectors of the mix in N20 and of the priority sectors for farming (R41). */
export type Sector =
  | "PROFESSIONAL_SCIENTIFIC"
  | "CONSTRUCTION"
  | "RETAIL"
  | "HORECA"
  | "ICT"
  | "ADMIN_SERVICES"
  | "LIFE_TECH"
  | "GREEN_TECH"
  | "AUDIOVISUAL"
  | "MANUFACTURING"
  | "PERSONAL_SERVICES"
  | "TRANSPORT";

/** A street address in both languages. */
export interface AddressStory {
  readonly postcode: string;
  /** NIS code of the municipality. */
  readonly nis: string;
  readonly municipalityFr: string;
  readonly municipalityNl: string;
  readonly streetFr: string;
  readonly streetNl: string;
  readonly houseNumber: string;
  readonly box: string | null;
}

/** One activity, in both versions of NACE-BEL. Never compare a code of one with a code of the other. */
export interface ActivityStory {
  /** KBO code `001` (VAT) or `003` (activities). */
  readonly group: string;
  readonly nace2025: string;
  readonly nace2008: string;
  readonly classification: "MAIN" | "SECO";
}

/** An establishment unit. Its number starts with 8, where the register has issued none. */
export interface EstablishmentStory {
  readonly number: string;
  readonly startDate: string;
  readonly commercialName: string | null;
  readonly address: AddressStory;
}

/** A public contact point as the register publishes it. */
export interface EnterpriseContactStory {
  readonly type: "TEL" | "EMAIL" | "WEB";
  /** As written in the register: `0459 12 34 56`. */
  readonly value: string;
  /** The same as E.164; null for other types. */
  readonly e164: string | null;
}

/** One year of annual accounts, with the figures that signal difficulty (negative equity, losses, late filing). */
export interface AnnualAccountsStory {
  readonly id: string;
  readonly year: number;
  readonly closedOn: string;
  readonly filedOn: string;
  /** True where filed later than seven months after closing. */
  readonly filedLate: boolean;
  readonly equity: bigint;
  /** Null where the short form leaves it out. */
  readonly turnover: bigint | null;
  readonly result: bigint;
  readonly balanceTotal: bigint;
  /** Full-time equivalents; 0 for 78 % of enterprises (N9). */
  readonly staff: number;
}

/** One enterprise. */
export interface EnterpriseStory {
  /** Ten digits in the range that the register never issued. */
  readonly number: string;
  readonly nameFr: string;
  readonly nameNl: string;
  readonly abbreviation: string | null;
  readonly commercialName: string | null;
  readonly sector: Sector;
  /** KBO TypeOfEnterprise 1 (natural person) instead of 2. */
  readonly naturalPerson: boolean;
  /** KBO JuridicalForm: `610` SRL/BV, `014` SA/NV, `706` SC/CV, `017` ASBL/VZW, `015` SPRL/BVBA; null for natural persons. */
  readonly legalForm: string | null;
  /** KBO JuridicalFormCAC: how an old form must be read today; null where it is not old. */
  readonly legalFormCac: string | null;
  /** KBO JuridicalSituation: `000` normal, `050` opening of bankruptcy, `012` voluntary liquidation, `016` end of a natural person's activity … */
  readonly juridicalSituation: string;
  readonly situationSince: string;
  readonly startDate: string;
  /** Last day of activity; null while it lives. Bankruptcy opens on this day. */
  readonly ceasedOn: string | null;
  readonly address: AddressStory;
  readonly activities: readonly ActivityStory[];
  readonly establishments: readonly EstablishmentStory[];
  readonly contacts: readonly EnterpriseContactStory[];
  /** Oldest first. Natural persons file none; the youngest companies have none yet, which is a normal state (R80). */
  readonly annualAccounts: readonly AnnualAccountsStory[];
}
