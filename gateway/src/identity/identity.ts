/** Who somebody is, as a trusted issuer said; why they ask is said by each request. */
import type { Language } from "@parcours/shared/languages";
import type { Reader } from "@parcours/shared/visibility/reader";

/** An identity, until it expires. */
export interface Identity {
  /** Without purpose and case. */
  readonly reader: Reader;
  /** The issuer's claim of the person's language. */
  readonly language?: Language;
  /** Seconds since 1970. */
  readonly expires: number;
  /** Who said so. */
  readonly issuer: string;
}

/** Codes of the bodies that went up in an agency, by the agency's code (R68). */
export type FormerAgencies = Readonly<Record<string, readonly string[]>>;
